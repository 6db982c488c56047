"""Dates as senders write them, and the order of a column of dates."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inputs.intake.values.dates import (
    Order,
    OrderFinding,
    order_of,
    read_date,
    read_last_date,
    weekday_in,
    weekdays_meant,
)
from tests.intake.values.refusing import refusal_of

MONDAY = date(2026, 1, 5)
MONTH_FIRST = Order.MONTH_FIRST
DAYS = st.dates(date(2000, 1, 1), date(2050, 12, 31))
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
EXCEL_DAY_0 = date(1899, 12, 30)
FORMS = {
    "slashes": lambda day: f"{day:%d/%m/%Y}",
    "short": lambda day: f"{day.day}/{day.month}/{day:%y}",
    "dots": lambda day: f"{day:%d.%m.%y}",
    "oracle": lambda day: f"{day:%d-%b-%Y}".upper(),
    "words": lambda day: f"{day:%a} {day.day}{ENDINGS.get(day.day, 'th')} {day:%b %Y}",
    "of": lambda day: f"{day.day}{ENDINGS.get(day.day, 'th')} of {day:%B %Y}",
    "label last": lambda day: f"{day:%d/%m/%Y} ({day:%A})",
    "letter": lambda day: f"{day:%A}"[0] + f" {day:%d/%m/%Y}",
    "iso": lambda day: day.isoformat(),
    "compact": lambda day: f"{day:%Y%m%d}",
    "stamp": lambda day: f"{day.isoformat()} 00:00:00",
    "american words": lambda day: f"{day:%B} {day.day}, {day.year}",
    "apostrophe": lambda day: f"'{day:%d/%m/%Y}",
    "spaces": lambda day: f"\u00a0 {day:%d/%m/%Y}\u00a0",
    "serial": lambda day: (day - EXCEL_DAY_0).days,
    "serial as text": lambda day: str((day - EXCEL_DAY_0).days),
    "serial as float": lambda day: float((day - EXCEL_DAY_0).days),
    "true": lambda day: day,
    "moment": lambda day: datetime.combine(day, time()),
}


@pytest.mark.parametrize(
    "written",
    [
        "05/01/2026",
        "5-Jan-26",
        "05-JAN-2026",
        "2026-01-05",
        "05.01.26",
        46027,
        "46027",
        46027.0,
        "2026-01-05 00:00:00",
        "5/1/2026 12:00:00 AM",
        "'05/01/2026",
        "\u00a005/01/2026\u00a0",
        "05\u201301\u20132026",
        "Mon 5 Jan 2026",
        "M 5/1/2026",
        "Monday, 5th January 2026",
        "5 Jan 2026 (Mon)",
        "05/01/2026 Mon",
        "05/01/2026 0:00",
        "05 / 01 / 2026",
        "5 - Jan - 26",
        "January 5, 2026",
        "20260105",
        20260105,
        MONDAY,
        datetime(2026, 1, 5),  # noqa: DTZ001
    ],
)
def test_a_date_is_read_day_first(written):
    assert read_date(written) == MONDAY


@pytest.mark.parametrize("written", ["Mon 5th Jan", "5/1", "5 Jan", "5-Jan", "05.01"])
def test_a_date_without_a_year_takes_the_one_that_is_given(written):
    assert read_date(written, year=2026) == MONDAY
    assert "year" in refusal_of(read_date, written).wanted


@pytest.mark.parametrize(
    ("written", "likely"),
    [
        ("00/01/1900", ""),
        (0, ""),
        ("01/13/2026", "13/01/2026"),
        ("05/01/2026?", "05/01/2026"),
        ("05/01/2026*", "05/01/2026"),
        ("29/02/2027", ""),
        ("Tue 05/01/2026", ""),
        ("05/01/2026 07:00", ""),
        (datetime(2026, 1, 5, 7), "05/01/2026"),  # noqa: DTZ001
        ("31-DEC-4712", ""),
        ("Mar-26", ""),
        ("Jan 5", ""),
        ("5/1", ""),
        ("5.1", ""),
        (5.1, ""),
        ("05012026", ""),
        ("next Monday", ""),
        ("", ""),
        (None, ""),
        (True, ""),
        ("1" * 5000, ""),
    ],
)
def test_what_is_no_certain_date_is_refused(written, likely):
    assert refusal_of(read_date, written).likely == likely


def test_a_label_that_disagrees_names_the_true_weekday():
    assert "05/01/2026 is a Monday" in refusal_of(read_date, "Tue 5/1/2026").wanted


@pytest.mark.parametrize(
    "written",
    [
        "31-DEC-4712",
        "31/12/9999",
        date(4712, 12, 31),
        "until further notice",
        "UFN",
        "Ongoing",
        "on-going",
        "open ended",
        "No end date",
    ],
)
def test_an_open_end_is_none(written):
    assert read_last_date(written) is None


@pytest.mark.parametrize("written", ["tbc", "?", "-", None, "", "fit note due"])
def test_an_end_that_nobody_tells_is_refused(written):
    refusal_of(read_last_date, written)


def test_a_last_date_is_read_like_any_other():
    assert read_last_date("5/1", year=2026) == MONDAY
    assert read_last_date("1/5/2026", order=MONTH_FIRST) == MONDAY


def test_numbers_from_1904_are_shifted_and_true_dates_are_not():
    assert read_date(46027 - 1462, from_1904=True) == MONDAY
    assert read_date(MONDAY, from_1904=True) == MONDAY


@pytest.mark.parametrize(
    "written",
    ["01/05/2026", "1/5/26", "5 Jan 2026", "2026-01-05", date(2026, 5, 1), 46143],
)
def test_month_first_turns_what_excel_turned(written):
    assert read_date(written, order=MONTH_FIRST) == MONDAY


def test_a_true_date_that_month_first_cannot_have_made_is_refused():
    refusal = refusal_of(read_date, date(2026, 1, 13), order=MONTH_FIRST)
    assert refusal.likely == "13/01/2026"


@pytest.mark.parametrize(
    ("label", "weekdays"),
    [
        ("Mon", {0}),
        ("M", {0}),
        ("Tu", {1}),
        ("T", {1, 3}),
        ("Th", {3}),
        ("Thurs.", {3}),
        ("Weds", {2}),
        ("S", {5, 6}),
        ("SUNDAY", {6}),
        ("", set()),
        ("Total", set()),
    ],
)
def test_a_label_means_every_weekday_that_it_may(label, weekdays):
    assert weekdays_meant(label) == weekdays
    one = next(iter(weekdays)) if len(weekdays) == 1 else None
    assert weekday_in(label) == one


@given(DAYS, st.sampled_from(sorted(FORMS)))
def test_a_date_in_any_form_is_read_back(day, form):
    assert read_date(FORMS[form](day)) == day


@given(DAYS)
def test_a_date_without_its_year_is_read_back(day):
    for form in (f"{day:%a} {day.day} {day:%b}", f"{day.day}/{day.month}"):
        assert read_date(form, year=day.year) == day


def american(day):
    """As a month-first column looks once a British Excel has opened it."""
    if day.day <= 12:
        return date(day.year, day.day, day.month)
    return f"{day:%m/%d/%Y}"


@given(DAYS)
def test_a_turned_column_is_turned_back(day):
    assert read_date(american(day), order=MONTH_FIRST) == day


def test_an_export_that_excel_turned_is_found_by_impossible_dates():
    days = [date(2026, 1, number) for number in range(1, 29)]
    found = order_of([(american(day), "") for day in days])
    assert found == OrderFinding(MONTH_FIRST, True, ())


def test_an_export_that_excel_turned_is_found_by_weekdays():
    days = [date(2026, month, 3) for month in range(4, 9)]
    found = order_of([(american(day), f"{day:%a}") for day in days])
    assert found == OrderFinding(MONTH_FIRST, True, ())


def test_one_impossible_date_is_not_enough_to_turn_a_column():
    found = order_of([("01/13/2026", ""), (date(2026, 5, 1), "")])
    assert found == OrderFinding(MONTH_FIRST, False, ())


def test_one_slip_among_many_is_told_and_turns_nothing():
    pairs = [(f"{day}/01/2026", "") for day in range(13, 31)]
    found = order_of([("01/13/2026", ""), *pairs])
    assert found == OrderFinding(Order.DAY_FIRST, True, (0,))


def test_a_label_that_fits_no_order_is_told():
    found = order_of([("05/01/2026", "Sat"), ("13/01/2026", "Tue")])
    assert found == OrderFinding(Order.DAY_FIRST, True, (0,))


def test_columns_that_contradict_themselves_have_no_order():
    british = [(date(2026, 1, day), "") for day in (20, 21, 22)]
    either = [(date(2026, 1, 5), ""), (date(2026, 1, 1), ""), ("5 Jan 2026", "")]
    foreign = [(f"01/{day}/2026", "") for day in (20, 21, 22)]
    found = order_of(british + foreign + either)
    assert found.order is None
    assert not found.is_certain
    assert found.disagreeing == (0, 1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    "pairs", [[], [(None, "")], [("05/01/2026", "")], [("x", "M")]]
)
def test_a_column_that_does_not_tell_is_day_first_and_not_certain(pairs):
    assert order_of(pairs) == OrderFinding(Order.DAY_FIRST, False, ())


@given(
    st.lists(DAYS, min_size=3, max_size=25),
    st.sampled_from(list(Order)),
    st.sampled_from(["%a", "%A", "letter"]),
)
def test_a_certain_order_is_the_true_one(days, order, style):
    write = american if order is MONTH_FIRST else lambda day: day
    pairs = []
    for day in days:
        label = f"{day:%A}"[0] if style == "letter" else f"{day:{style}}"
        pairs.append((write(day), label))
    found = order_of(pairs)
    if found.is_certain:
        assert found.order is order
        assert found.disagreeing == ()
    telling = [day for day in days if _tells(day, style)]
    if len(telling) >= 3:
        assert found.is_certain


def _tells(day, style):
    """Whether its weekday, or its number, shows the order of its parts."""
    if day.day > 12:
        return True
    turned = date(day.year, day.day, day.month)
    return (
        f"{day:%A}"[:1] != f"{turned:%A}"[:1]
        if style == "letter"
        else (day.weekday() != turned.weekday())
    )
