"""The harness finds the mistakes that rota programs are known for."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from constraints import Rule
from rostering.domain import Mode
from tests.rules import mutants, test_every_rule
from tests.verify import assert_agreement

NO_OVERRUN = timedelta()
SHORT_NIGHT = timedelta(hours=14, minutes=1)
"""A minute more than from the end of a late turn, 01:00, to the next one, 15:00."""
ONE_DRIVER = "crew p:paramedic any:driving"
ONE_TICKET = "Ann L\nasks paramedic radio\nskill Ann radio x"
ROLES = "crew o:special>regular>reserve"

IN_ONE_STATEMENT = [
    (mutants.RestPostedAMinuteShort(rest=SHORT_NIGHT, overrun=NO_OVERRUN), "Ann L L"),
    (mutants.RestAuditedAMinuteShort(rest=SHORT_NIGHT, overrun=NO_OVERRUN), "Ann L L"),
    (
        # From 17:00 to 07:00 is 14 h on the wall and 13 h when the clocks go forward.
        mutants.RestAuditedByTheWallClock(rest=timedelta(hours=14), overrun=NO_OVERRUN),
        "start 2027-03-27\nAnn E E",
    ),
    (mutants.RestPostedWithoutHistory(), "Ann .N D"),
    (mutants.RestAuditedWithoutHistory(), "Ann .N D"),
    (mutants.RunPostedWithoutLastWindow(most=2), "Ann - L L L"),
    (mutants.RunPostedWithoutHistory(most=2), "Ann .L .L L"),
    (mutants.RunPostedWithoutTail(most=2), "Bob@A - L\nteam A - - L L - -"),
    (mutants.RunAuditedADayTooLong(most=2), "Ann L L L"),
    (mutants.ClashAuditedByDate(), "Ann N M"),
    (mutants.SkillsPostedForOneDate(), f"Ann L\nskill Ann driving x\n{ONE_DRIVER}"),
    (mutants.SkillsAuditedForOneDate(), f"Ann L\nskill Ann driving x\n{ONE_DRIVER}"),
    (mutants.TrainingBarredForOneDate(), ONE_TICKET),
    (mutants.TrainingAuditedForOneDate(), ONE_TICKET),
    (mutants.CoverPostedOneTooDear(), "Ann L"),
    (mutants.CoverAuditedWithoutOrder(), "Ann L2\nneed L\norder J1 J2"),
    (mutants.RolesAuditedWithoutWeight(weight=3), f"Bob:regular L\n{ROLES}"),
    (mutants.RequestsPostedWithoutWeight(), "Ann L\nwants Ann off*2 x"),
    (mutants.CrewPostedWithoutMost(), "Ann L\nBob L\ncrew p:paramedic"),
    (mutants.PlacesPostedOnOpenShifts(), "Ann L\ncrew p:paramedic*1-2"),
    (mutants.PairsPostedForever(), "Ann - L\nBob:regular - L\nnever Ann Bob x -"),
]
NAMES = [type(mutant).__name__ for mutant, _ in IN_ONE_STATEMENT]
TWICE_OVER = [
    mutants.RestWithoutHistory,
    mutants.RunWithoutTail,
    mutants.SkillsForOneDate,
    mutants.TrainingForOneDate,
    mutants.PairsUnsaid,
]


@pytest.mark.parametrize(("mutant", "drawing"), IN_ONE_STATEMENT, ids=NAMES)
def test_a_mistake_in_one_statement_is_found_by_comparing_the_two(
    mutant: Rule, drawing: str
) -> None:
    with pytest.raises(AssertionError, match=f"{mutant.code} .*: solver .*, audit"):
        assert_agreement(mutant, drawing)


@pytest.mark.parametrize(("mutant", "drawing"), IN_ONE_STATEMENT, ids=NAMES)
def test_without_the_mistake_the_two_statements_agree(
    mutant: Rule, drawing: str
) -> None:
    assert_agreement(_without_mistake(mutant), drawing)


@pytest.mark.parametrize("mutant", TWICE_OVER)
def test_a_mistake_made_twice_over_is_found_by_the_drawings(mutant: type[Rule]) -> None:
    with pytest.raises(AssertionError):
        test_every_rule.test_drawings_are_kept_broken_and_charged_as_they_say(mutant)


@pytest.mark.parametrize("mutant", TWICE_OVER)
def test_a_mistake_made_twice_over_is_not_found_by_comparing_alone(
    mutant: type[Rule],
) -> None:
    for drawing in (*mutant.kept, *mutant.broken):
        assert_agreement(replace(mutant(), mode=Mode.HARD), drawing)


def _without_mistake(mutant: Rule) -> Rule:
    rule = next(
        kind for kind in type(mutant).__mro__ if "constraints." in kind.__module__
    )
    return rule(**{field.name: getattr(mutant, field.name) for field in fields(mutant)})
