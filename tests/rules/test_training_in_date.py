"""SKILL-01 at its edges."""

from dataclasses import replace
from datetime import date

from constraints._rule import Bar
from constraints.training_in_date import TrainingInDate
from rostering.domain import DateRange, Mode, PersonId, Place, Rota, SkillNeed, Training
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = TrainingInDate()
RADIO = "\nasks paramedic radio\nskill Ann radio "


def test_a_shift_over_midnight_needs_both_days() -> None:
    assert_kept(RULE, f"Ann L{RADIO}x x")
    assert_broken(RULE, f"Ann L{RADIO}x", times=1)


def test_a_shift_that_ends_at_midnight_needs_one_day_only() -> None:
    drawn = parse(f"Ann L{RADIO}x")
    (shift,) = drawn.problem.shifts
    midnight = shift.span.end.replace(hour=0)
    shorter = replace(shift, span=shift.span._replace(end=midnight))
    fills = frozenset(fill._replace(shift=shorter) for fill in drawn.fills)
    assert_kept(RULE, Rota(replace(drawn.problem, shifts=(shorter,)), fills))


def test_a_ticket_serves_on_its_first_and_on_its_last_day() -> None:
    assert_kept(RULE, f"Ann E - E{RADIO}x x x")
    assert_broken(RULE, f"Ann E E E E{RADIO}- x x -", times=2)


def test_one_ticket_may_carry_on_where_another_ends() -> None:
    assert_kept(RULE, f"Ann N E{RADIO}x\nskill Ann radio - x")


def test_a_day_between_two_tickets_is_bare() -> None:
    assert_broken(RULE, f"Ann E E E{RADIO}x\nskill Ann radio - - x", times=1)


def test_training_may_run_out_inside_the_period_or_after_it() -> None:
    assert_broken(RULE, f"Ann - - L{RADIO}x x x", times=1)
    assert_kept(RULE, f"Ann - - L{RADIO}x x x x")


def test_the_local_dates_count_when_the_clocks_change() -> None:
    # Saturday's late ends at 01:00 on Sunday: the second 01:00 in October, and the
    # skipped one, shown as 02:00, in March.
    for first in ("2027-03-27", "2027-10-30"):
        assert_kept(RULE, f"start {first}\nAnn L{RADIO}x x")
        assert_broken(RULE, f"start {first}\nAnn L{RADIO}x")


def test_the_record_from_before_the_period_needs_nothing() -> None:
    assert_kept(RULE, "Ann .L -\nasks paramedic radio")


def test_a_skill_asked_in_one_post_is_not_asked_in_another() -> None:
    crew = "\ncrew driver:regular attendant:paramedic\nasks paramedic driving driver"
    assert_kept(RULE, f"Ann L{crew}")


def test_a_skill_asked_of_one_role_is_not_asked_of_another() -> None:
    assert_kept(RULE, "Ann L\nBob:regular L\nasks special radio")


def test_a_ticket_in_another_skill_does_not_serve() -> None:
    assert_broken(RULE, f"Ann L{RADIO.replace('Ann radio', 'Ann driving')}", times=1)


def test_several_lacking_skills_are_one_breach() -> None:
    drawn = "Ann L\nasks paramedic radio\ncrew p:paramedic+driving"
    assert_broken(RULE, drawn, times=1)
    assert_charged(TrainingInDate(weight=3), drawn, 3)
    (breach,) = RULE.audit(parse(drawn))
    assert breach.because == (
        "no driving in date on Mon 4 Jan 2027 and no radio in date on Mon 4 Jan 2027, "
        "needed as p of J1 late on Mon 4 Jan 2027"
    )


def test_each_place_taken_without_the_skill_is_charged_once() -> None:
    wish = TrainingInDate(weight=3, mode=Mode.WISH)
    crew = "crew a:paramedic+radio b:paramedic"
    assert_agreement(wish, f"Ann -\n{crew}\nneed L1+E2")


def _bar(*tickets: tuple[date | None, date | None]) -> Bar | None:
    """Why Ann may not work Monday 4 January's late, given these tickets."""
    drawn = parse("Ann -\nneed L")
    (ann,), (shift,) = drawn.problem.people, drawn.problem.shifts
    held = (
        Training(PersonId("Ann"), "radio", DateRange(*valid), _cell(row))
        for row, valid in enumerate(tickets, start=2)
    )
    need = SkillNeed("paramedic", "radio", place=Place("joint.xlsx", "Skills", "B2"))
    problem = replace(drawn.problem, skill_needs=(need,), training=tuple(held))
    return RULE.bar(problem, ann, shift, shift.crew.posts[0])


def _cell(row: int) -> Place:
    return Place("joint.xlsx", "Training", f"D{row}")


def test_the_reason_names_the_day_and_the_cell_of_the_latest_ticket() -> None:
    bar = _bar((None, date(2026, 11, 30)), (None, date(2026, 12, 31)))
    assert bar == Bar(
        "radio out of date since Fri 1 Jan 2027", _cell(3), "without radio in date"
    )


def test_a_ticket_that_runs_out_in_the_night_is_out_of_date_from_midnight() -> None:
    bar = _bar((None, date(2027, 1, 4)))
    assert bar == Bar(
        "radio out of date since Tue 5 Jan 2027", _cell(2), "without radio in date"
    )


def test_a_ticket_that_begins_too_late_is_named_with_its_first_day() -> None:
    bar = _bar((date(2027, 2, 1), None), (date(2027, 1, 5), None))
    assert bar == Bar("radio not before Tue 5 Jan 2027", _cell(3), "without radio yet")


def test_where_there_is_no_ticket_the_skills_cell_is_named() -> None:
    needed = Place("joint.xlsx", "Skills", "B2")
    assert _bar() == Bar("no radio on record", needed, "without radio")


def test_nobody_needs_no_skill() -> None:
    assert_kept(RULE, "asks paramedic radio\nneed L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(TrainingInDate(people=frozenset()), "Ann L\nasks paramedic radio")
