"""Until when skills are held."""

from datetime import date, datetime

import pytest

from inputs.intake.values.dates import Order
from inputs.intake.values.expiries import Expiry, State, read_expiry
from tests.intake.values.refusing import refusal_of

END_OF_MARCH = date(2026, 3, 31)


@pytest.mark.parametrize(
    "written",
    [
        "31/03/2026",
        "31-Mar-26",
        END_OF_MARCH,
        46112,
        "Mar-26",
        "March 2026",
        "mar 26",
        "Mar '26",
        "03/2026",
        "exp 31/03/2026",
        "Expires: 31/03/26",
        "exp. Mar-26",
        "valid until 31/03/2026",
    ],
)
def test_the_last_day_is_read(written):
    assert read_expiry(written) == Expiry(END_OF_MARCH, State.HELD)


def test_a_month_that_excel_keeps_as_its_first_day_means_its_last():
    kept = datetime(2026, 3, 1)  # noqa: DTZ001
    assert read_expiry(kept, number_format="mmm-yy").last == END_OF_MARCH
    assert read_expiry(kept, number_format="[$-809]mmmm yyyy").last == END_OF_MARCH
    assert read_expiry(kept, number_format="dd/mm/yyyy").last == kept.date()


def test_a_length_of_time_runs_from_its_first_day():
    first = date(2026, 1, 5)
    assert read_expiry("3 yrs", first=first).last == date(2029, 1, 4)
    assert read_expiry("18 months", first=first).last == date(2027, 7, 4)
    refusal_of(read_expiry, "3 yrs")


@pytest.mark.parametrize(
    ("written", "expiry"),
    [
        ("Perm", Expiry(None, State.HELD)),
        ("31-DEC-4712", Expiry(None, State.HELD)),
        ("Exp", Expiry(None, State.EXPIRED)),
        ("expired", Expiry(None, State.EXPIRED)),
        ("Expired 31/03/26", Expiry(END_OF_MARCH, State.EXPIRED)),
        ("N/A", Expiry(None, State.NOT_HELD)),
        ("-", Expiry(None, State.NOT_HELD)),
        ("?", Expiry(None, State.UNKNOWN)),
        ("in date", Expiry(None, State.UNKNOWN)),
        ("Yes", Expiry(None, State.UNKNOWN)),
        ("Booked", Expiry(None, State.BOOKED)),
        ("Booked 12/3", Expiry(None, State.BOOKED)),
        ("booked 12/03/2026", Expiry(None, State.BOOKED, date(2026, 3, 12))),
        ("bkd for 12 Mar 2026", Expiry(None, State.BOOKED, date(2026, 3, 12))),
        ("Booked TBC", Expiry(None, State.BOOKED)),
    ],
)
def test_words_tell_the_state(written, expiry):
    assert read_expiry(written) == expiry


def test_a_booking_takes_the_year_that_is_given():
    assert read_expiry("Booked 12/3", year=2026).booked == date(2026, 3, 12)


def test_the_order_of_the_column_counts():
    assert read_expiry("03/31/2026", order=Order.MONTH_FIRST).last == END_OF_MARCH


@pytest.mark.parametrize(
    ("written", "likely"),
    [
        ("2026", "31/12/2026"),
        (2026, "31/12/2026"),
        ("Mar 12", ""),
        ("12/3", ""),
        ("03/31/2026", "31/03/2026"),
        ("soon", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_end_that_is_not_certain_is_refused(written, likely):
    assert refusal_of(read_expiry, written).likely == likely
