"""Rotas out of the ordinary: of one person, of many cars, of a year, of odd names."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.domain import Span
from rostering.domain.signs import plain
from rostering.domain.time import DateRange
from rostering.report.console.cars import cars_shown
from rostering.report.console.days import days_shown
from rostering.report.console.people import people_shown
from rostering.report.console.person import person_shown
from rostering.report.console.shares import shares_shown
from rostering.report.console.weeks import weeks_shown
from tests.report.shown import drawn, known, saved

VIEWS = {
    "car": cars_shown,
    "person": people_shown,
    "week": weeks_shown,
    "day": days_shown,
    "share": shares_shown,
}
each_view = pytest.mark.parametrize("view", VIEWS)
WIDTHS = (80, 200)


def texts(rota, view, **facts):
    beside = known(rota, **facts)
    return {
        width: drawn(VIEWS[view](rota.lines, width, beside), width) for width in WIDTHS
    }


@each_view
def test_a_rota_of_one_person_is_drawn(view):
    for width, text in texts(saved("Ann L - A -\nneed L - -"), view).items():
        assert "Ann" in text
        assert max(map(len, text.splitlines())) <= width


@each_view
def test_a_rota_that_nobody_works_is_drawn(view):
    rota = saved("Sam:special - -\nneed L L")
    for text in texts(rota, view).values():
        told = view in {"person", "share"}
        assert ("Nobody is named" in text) == told
        assert ("□" in text) != told


def test_days_outside_the_rota_are_marked_and_not_taken_for_days_off():
    rota = saved("start 2027-01-06\nAnn L - L\nneed L - L")
    narrow, wide = texts(rota, "person").values()
    (row,) = (line for line in narrow.splitlines() if line.startswith("Ann"))
    assert row.split() == ["Ann", "/", "/", "J1", "L", "J1", "L", "/", "/", "20"]
    assert "/ not shown" in narrow
    assert narrow.count("/") == wide.count("/") == 5
    whole = saved("Ann L - - - - - L\nneed L - - - - - L")
    assert "/" not in texts(whole, "person")[80]


def test_what_is_shown_may_begin_within_a_week():
    rota = saved("Ann L A - L - A A\nneed L - - L")
    days = DateRange(date(2027, 1, 6), date(2027, 1, 10))
    later = [line for line in rota.lines if line.day in days]
    beside = known(rota, days=days)
    text = drawn(cars_shown(later, 200, beside), 200)
    assert "leave: Ann Sat–Sun" in text
    assert "Tue" not in text.split("leave")[1]
    # A contract is for the whole rota, so a part of it has no balance.
    assert "balance" not in drawn(shares_shown(later, 200, beside), 200)
    assert "balance" in texts(rota, "share")[200]


def test_the_legend_tells_of_the_days_of_a_week_without_a_shift_too():
    rota = saved("Ann - T L - - A -\nneed - - L - - - -")
    for text in texts(rota, "car").values():
        assert "▲ training: Ann Tue" in text
        assert text.splitlines()[-1] == "▬ leave  ▲ training"


def test_whoever_works_no_more_than_was_published_is_in_the_picture_still():
    before = "Ann L\nSam:special L\noffer Sam L\nneed L"
    rota = saved(before.replace("Sam:special L", "Sam:special -"))
    text = texts(rota, "person", before=before)[80]
    (row,) = (line for line in text.splitlines() if line.startswith("Sam"))
    assert row.split() == ["Sam", "≠", "/", "/", "/", "/", "/", "/", "0"]


def test_a_week_that_does_not_fit_is_drawn_in_parts_and_nobodys_name_is_lost():
    car = "L1234567890"
    before = f"Annabel_of_Kent {car} - {car}\nneed {car} {car} {car}"
    after = before.replace(f"Kent {car} - {car}", f"Kent - {car} {car}")
    text = texts(saved(after), "person", before=before)[80]
    parts = text.split("Thu 7 Jan 2027 to Sat 9 Jan 2027")
    assert parts[0].startswith("Mon 4 Jan 2027 to Wed 6 Jan 2027\n")
    assert "\nSun 10 Jan 2027\n" in parts[1]
    (row,) = (x for x in parts[0].splitlines() if x.startswith("Annabel_of_Kent "))
    # One shift is no longer hers, one is new, one is as it was.
    assert row.split()[1:] == ["≠", "≠J1234567890", "L", "J1234567890", "L", "20"]


@each_view
def test_many_cars_of_several_counties_fit(view):
    cars = "+".join(f"L{number}" for number in range(1, 13))
    people = "\n".join(f"Person{n} L{n} L{n}" for n in range(1, 13))
    rota = saved(f"{people}\nneed {cars} {cars}")
    areas = {f"J{n}": f"County {n}, the whole of its long coast" for n in range(1, 13)}
    beside = replace(known(rota), areas=areas)
    for width in WIDTHS:
        text = drawn(VIEWS[view](rota.lines, width, beside), width)
        assert max(map(len, text.splitlines())) <= width
        assert all(f"Person{n}" in text for n in range(1, 13))
        if view == "car":
            assert all(f"County {n}" in text for n in range(1, 13))


def test_two_turns_of_a_car_on_one_day_are_both_drawn():
    rota = saved("Ann E L\nBob L -\nneed E+L L")
    for text in texts(rota, "car").values():
        assert "early 07:00–17:00" in text
        assert "late 15:00–01:00" in text
    # From seven in the morning to one at night, ten hours each.
    rows = [x for x in texts(rota, "day")[80].splitlines() if "█████" in x]
    early, late, _ = rows
    bars = [(row.index("█"), row.count("█")) for row in (early, late)]
    assert bars[1][0] - bars[0][0] == 8
    assert [length for _, length in bars] == [10, 10]


def test_on_the_night_of_a_clock_change_a_bar_goes_by_the_clock():
    # From 21:00 to 07:00: nine hours in spring, and ten on the clock.
    rota = saved("start 2027-03-27\nAnn N N\nneed N N")
    rows = [x for x in texts(rota, "day")[80].splitlines() if "█████" in x]
    # Two columns an hour.
    assert [row.count("█") for row in rows] == [20, 20]
    assert "9 h" in drawn(person_shown(rota.lines, "Ann", 80, known(rota)), 80)


@each_view
def test_a_year_is_drawn_week_after_week(view):
    rota = saved("Ann L - L - - - -\nBob:regular L - L - - - -\nneed L - L")
    weeks = [timedelta(weeks=n) for n in range(52)]
    lines = [
        replace(x, day=x.day + w, span=Span(x.span.start + w, x.span.end + w))
        for w in weeks
        for x in rota.lines
    ]
    beside = known(rota, days=DateRange(lines[0].day, lines[-1].day))
    text = drawn(VIEWS[view](lines, 200, beside), 200)
    if view in {"car", "week"}:
        assert text.count("Week of ") == 52
    if view == "share":
        assert text.count("1040") == 2


NAMES = st.text(min_size=1, max_size=200)


@settings(max_examples=25)
@given(name=NAMES, car=NAMES, area=NAMES)
def test_odd_names_command_no_terminal(name, car, area):
    rota = saved("Ann L A\nneed L")
    lines = [replace(x, name=name, unit=car) for x in rota.lines]
    beside = replace(known(rota), areas={car: area})
    for draw in (
        *VIEWS.values(),
        lambda *facts: person_shown(facts[0], "Ann", *facts[1:]),
    ):
        text = drawn(draw(lines, 80, beside), 80)
        assert all(plain(line) == line for line in text.split("\n"))
