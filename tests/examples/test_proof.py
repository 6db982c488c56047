"""What is shown of the worked example: clashes, and what no rota can crew."""

from dataclasses import replace
from datetime import date

import pytest

from examples.generator.kent import PLAN, kent_book
from examples.generator.kent_gaps import planted_gaps
from examples.generator.staff import recruit
from inputs import read
from rostering.domain import Pin, PinKind, Place
from rostering.explain.clash import clashes
from rostering.explain.clash.repairs import repairs
from rostering.explain.proof.short_sets import short_sets
from rostering.rulebook import remembering, rulebook
from tests.examples.books import ROOT


@pytest.fixture(scope="module")
def kent():
    """The problem of the eight weeks, and its rules."""
    problem = read(ROOT / "kent", first=date(2027, 1, 4), weeks=8).problem
    rules, _ = rulebook(problem)
    return remembering(problem, rules), rules


def test_the_nights_planted_without_a_crew_are_those_that_are_shown(kent):
    problem, rules = kent
    planted = {(x.day, x.unit) for x in planted_gaps(kent_book(), recruit(PLAN))}
    found = short_sets(problem, rules, len(planted))
    assert sum(short.missing for short in found) == len(planted)
    for short in found:
        nights = {(shift.day, shift.unit) for shift in short.shifts}
        assert len(nights & planted) == short.missing


def test_a_pin_on_a_day_of_leave_is_told_by_both_cells_with_two_ways_out(kent):
    problem, rules = kent
    leave = next(
        x
        for x in problem.leave
        if problem.person[x.person].role == "paramedic"
        and x.kind == "annual"
        and x.span.local_start.date() in problem.period
    )
    shift = next(
        s
        for s in problem.shifts_on[leave.span.local_start.date()]
        if problem.person[leave.person].may_ride(s.unit)
    )
    cell = Place("joint.xlsx", "Pins", "D99")
    pin = Pin(leave.person, shift.unit, shift.day, PinKind.ON, cell)
    pinned = replace(problem, pins=(*problem.pins, pin))
    (clash,) = clashes(pinned, rules)
    assert clash.places == (cell, leave.place)
    assert clash.rules == ("LEAVE-01",)
    edits = [r.edits[0].cells for r in repairs(pinned, rules, (clash,))]
    assert edits == [(cell,), (leave.place,)]
