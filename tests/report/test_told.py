"""Changes and what they are worth, in the words that all commands have."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rostering.domain import Rota, Span, Tier
from rostering.domain.time import HOUR
from rostering.drawing import parse
from rostering.drawing.reading import FIRST_DAY
from rostering.explain.differences import Charge
from rostering.repair.changes import changes
from rostering.report.console import screen
from rostering.report.console.told import told_shown
from rostering.report.gains import worth_in_words

TEAM = "team A/1 L L - L - -"


def shown(before, after, *, told=10):
    """What is told of the changes, so many days before the first."""
    return text(parse(before), parse(after), told)


def text(was, now, told=10):
    """What is told of the changes from one rota to another."""
    told_on = FIRST_DAY - timedelta(days=told)
    console = screen()
    with console.capture() as said:
        for part in told_shown(changes(was, now, told_on), (now.problem, was.problem)):
            console.print(part)
    return " ".join(said.get().split())


def test_nothing_is_told_where_nothing_changes() -> None:
    assert shown("Ann L", "Ann L") == ""


def test_a_change_has_its_clear_days_and_the_line_that_they_miss() -> None:
    said = shown("Ann L\nneed L", "Ann -\nneed L")
    assert "J1 late stands down 9 (under 28)" in said


@pytest.mark.parametrize(
    ("told", "notice"),
    [(1, "0 (under 28)"), (0, "the day itself"), (-1, "gone by"), (-9, "gone by")],
)
def test_what_is_told_on_the_day_or_after_it_is_said_so(told, notice) -> None:
    assert notice in shown("Ann L\nneed L", "Ann -\nneed L", told=told)


def test_hours_are_named_where_only_they_differ() -> None:
    before = parse("Ann L\nneed L")
    (fill,) = before.fills
    start, end = fill.shift.span.start, fill.shift.span.end
    later = replace(fill.shift, span=Span(start + HOUR, end + HOUR))
    problem = replace(before.problem, shifts=(later,))
    after = Rota(problem, frozenset({fill._replace(shift=later)}))
    said = text(before, after)
    assert "J1 late 15:00–01:00" in said
    assert "J1 late 16:00–02:00" in said


def test_an_officer_goes_back_to_the_own_team() -> None:
    before, after = (f"Bob@A {mark}\n{TEAM}\nneed L" for mark in "L-")
    assert "A late" in shown(before, after)


def test_what_is_owed_is_told_once_for_all_days_of_a_person() -> None:
    said = shown("Ann - -\nneed L L", "Ann L L\nneed L L")
    assert said.count("owed:") == 1
    assert "Ann, Mon 4 Jan and Tue 5 Jan: overtime" in said


def test_wishes_are_better_or_worse_by_tier_with_their_rules() -> None:
    charges = [
        Charge(Tier.WISHES, "RUN-05", 1, 6),
        Charge(Tier.CONTRACT, "HOURS-03", 30, 9),
        Charge(Tier.FAIRNESS, "FAIR-01", 2, 4),
        Charge(Tier.FAIRNESS, "FAIR-02", 4, 2),
    ]
    said = "contract 21 better (HOURS-03); wishes 5 worse (RUN-05)"
    assert worth_in_words(charges) == said
    assert worth_in_words([]) == ""
