"""What has changed since people were told."""

from dataclasses import replace
from datetime import date, timedelta

from rostering.domain import Span
from rostering.drawing import parse
from rostering.report.since import since
from rostering.saved.lines import State, lines_of

DAYS = {date(2027, 1, 4), date(2027, 1, 5)}
NEED = "\nneed L1+L2 L1+L2"


def changed(before, after, days=DAYS):
    was, now = (lines_of(parse(f"{x}{NEED}")) for x in (before, after))
    return since("book@1", was, now, days)


def test_nothing_differs_from_itself():
    same = changed("Ann L1 L2", "Ann L1 L2")
    assert (same.new, same.gone, same.shifts) == (frozenset(), (), frozenset())


def test_another_car_is_new_and_the_first_is_gone():
    found = changed("Ann L1 L1", "Ann L2 L1")
    assert {line.shift_id for line in found.new} == {"J2 2027-01-04 late"}
    assert [line.shift_id for line in found.gone] == ["J1 2027-01-04 late"]
    assert found.shifts == {"J1 2027-01-04 late", "J2 2027-01-04 late"}


def test_days_of_which_nobody_was_told_do_not_count():
    found = changed("Ann - -", "Ann L1 L1", {date(2027, 1, 5)})
    assert {line.day.day for line in found.new} == {5}


def test_other_hours_are_a_change():
    was = lines_of(parse("Ann L\nneed L"))
    later = [
        replace(x, span=Span(x.span.start, x.span.end + timedelta(hours=1)))
        for x in was
    ]
    found = since("book@1", was, later, DAYS)
    assert {x.state for x in found.new} == {State.FILLED}
    assert len(found.gone) == 1


def test_an_open_place_that_stays_open_is_no_change():
    assert not changed("Ann - -", "Ann - -").shifts
