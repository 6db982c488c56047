"""Why somebody is on a car, or is not, and what the other way would cost."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from constraints import RULES, BarringRule
from rostering.audit import audit
from rostering.domain import Fill, PersonId, Pin, PinKind, Place, Rota, Shift, Tier
from rostering.drawing import parse
from rostering.eligibility import candidates
from rostering.explain.options import OVERLAPPING, Option
from rostering.explain.why import Verdict, Why, why
from rostering.solve import Outcome, solve
from tests.explain.asking import ABOUT_CREWS, EVERY_RULE
from tests.strategies import drawings


def asked(drawing: str | Rota, person: str, day: int, unit: str = "") -> Why:
    """The answer about a person on a day of the drawing, counted from 1."""
    rota = parse(drawing) if isinstance(drawing, str) else drawing
    when = rota.problem.period.days[day - 1]
    shifts = [s for s in rota.problem.shifts_on[when] if unit in ("", s.unit)]
    return why(rota, EVERY_RULE, PersonId(person), shifts)


def rules_against(option: Option) -> set[str]:
    return {objection.rule for objection in option.objections}


def changes_of(answer: Why) -> dict[str, tuple[int, int]]:
    """How many places each person would leave and take."""
    return {c.person: (len(c.leaves), len(c.joins)) for c in answer.changes}


def test_someone_on_leave_is_forbidden_by_the_cell_of_the_leave() -> None:
    rota = parse("Ann A\nBob L\ndays 7\ncrew p:paramedic")
    cell = Place("book.xlsx", "Leave", "C3")
    leave = tuple(replace(away, place=cell) for away in rota.problem.leave)
    problem = replace(rota.problem, leave=leave)
    answer = asked(Rota(problem, rota.fills), "Ann", 1)
    assert answer.verdict is Verdict.FORBIDDEN
    (option,) = answer.options
    assert [(o.rule, o.place) for o in option.objections] == [("LEAVE-01", cell)]


def test_rest_after_the_night_before_forbids_with_its_figures() -> None:
    answer = asked("Ann .N -\nBob . D\ncrew p:paramedic", "Ann", 1)
    assert answer.verdict is Verdict.FORBIDDEN
    (objection,) = answer.options[0].objections
    assert objection.rule == "REST-01"
    assert "1 h rest" in objection.because
    assert "at least 11 h needed" in objection.because


def test_every_reason_is_given_not_only_the_first() -> None:
    answer = asked(
        "Ann .N A\nBob . D\ncrew p:paramedic\nasks paramedic radio", "Ann", 1
    )
    assert {"LEAVE-01", "SKILL-01", "REST-01"} <= rules_against(answer.options[0])


def test_of_an_open_shift_it_is_not_said_that_the_rest_of_the_crew_is_not_there() -> (
    None
):
    drawing = "Ann A\nSam:special -\nEve:paramedic -\nterms Sam status=IPS\n"
    drawing += "offer Sam L\ncrew p:paramedic o:special\nneed L\ndays 7"
    assert rules_against(asked(drawing, "Ann", 1).options[0]) == {"LEAVE-01"}


def test_of_an_open_shift_it_is_said_for_which_post_nobody_is_free() -> None:
    drawing = "Ann {}\nSam:special A\nterms Sam status=IPS\noffer Sam L\n"
    drawing += "crew p:paramedic o:special\nneed L\ndays 7"
    free, away = (asked(drawing.format(mark), "Ann", 1).options[0] for mark in "-A")
    assert [o.because for o in free.objections] == [
        "free, but nobody is for the post of o"
    ]
    assert rules_against(away) == {"LEAVE-01", "CREW-01"}
    assert away.objections[-1].because == "nobody is free for the post of o"


def test_of_weeks_that_overlap_only_the_worst_is_told() -> None:
    answer = asked("Ann .E+N E+N E+N E+N -\nneed - - - - L\ncrew p:paramedic", "Ann", 5)
    hours = [o for o in answer.options[0].objections if o.rule == "HOURS-01"]
    assert len(hours) == 1


def test_what_only_a_planned_shift_forbids_is_solved_by_a_change_of_places() -> None:
    answer = asked("Ann L -\nBob - E\ndays 7\ncrew p:paramedic", "Ann", 2)
    assert rules_against(answer.options[0]) == {"REST-01"}
    assert answer.verdict is Verdict.AS_GOOD
    assert changes_of(answer) == {"Ann": (1, 1), "Bob": (1, 1)}


def test_someone_as_good_changes_places_with_whoever_is_there() -> None:
    answer = asked("Ann L\nBob -\ncrew p:paramedic", "Bob", 1)
    (option,) = answer.options
    assert (option.objections, option.instead_of) == ((), "Ann")
    assert answer.verdict is Verdict.AS_GOOD
    assert answer.charges == ()
    assert changes_of(answer) == {"Bob": (0, 1), "Ann": (1, 0)}


AWAY_FROM_HOME = "Ann L1\nBob -\nterms Bob units=J2,J1\ncrew p:paramedic"


def test_someone_who_is_allowed_but_worse_costs_what_the_rules_say() -> None:
    answer = asked(AWAY_FROM_HOME, "Bob", 1)
    assert answer.verdict is Verdict.WORSE
    assert answer.otherwise.outcome is Outcome.OPTIMAL
    (charge,) = answer.charges
    assert (charge.tier, charge.rule) == (Tier.WISHES, "WISH-02")
    assert (charge.now, charge.then) == (0, 1)


def test_whoever_is_there_is_compared_with_everybody_else() -> None:
    drawing = "Ann L\nBob -\nCat A\nDan .N -\ndays 7\ncrew p:paramedic"
    answer = asked(drawing, "Ann", 1)
    assert answer.is_there
    found = {option.fill.person: rules_against(option) for option in answer.options}
    assert found == {"Bob": set(), "Cat": {"LEAVE-01"}, "Dan": {"REST-01"}}
    assert answer.verdict is Verdict.AS_GOOD


def test_the_only_one_who_can_is_missed_as_an_open_shift() -> None:
    answer = asked("Ann L\nBob A\ncrew p:paramedic", "Ann", 1)
    assert answer.verdict is Verdict.WORSE
    assert (answer.charges[0].rule, answer.charges[0].then) == ("COVER-01", 100)


def test_whoever_is_pinned_there_is_held_by_the_pin() -> None:
    rota = parse("Ann L1\nBob -\npin Ann on L1\ncrew p:paramedic")
    cell = Place("book.xlsx", "Pins", "A2")
    pins = tuple(replace(pin, place=cell) for pin in rota.problem.pins)
    answer = asked(Rota(replace(rota.problem, pins=pins), rota.fills), "Ann", 1)
    assert answer.verdict is Verdict.FORBIDDEN
    assert [held.place for held in answer.held] == [cell]
    assert rules_against(answer.options[0]) == {"PIN-01"}


def test_an_empty_place_that_could_be_filled_is_a_better_rota() -> None:
    answer = asked("Ann -\nneed L\ncrew p:paramedic", "Ann", 1)
    assert answer.verdict is Verdict.BETTER
    assert changes_of(answer) == {"Ann": (0, 1)}


def test_a_better_rota_is_told_even_where_a_later_tier_pays_for_it() -> None:
    drawing = "Ann L1\nBob -\nterms Bob units=J2,J1\nneed L1+L2\ncrew p:paramedic"
    answer = asked(drawing, "Bob", 1, unit="J1")
    assert answer.verdict is Verdict.BETTER
    assert (answer.charges[0].rule, answer.charges[0].then) == ("COVER-01", 0)
    assert changes_of(answer) == {"Bob": (0, 1), "Ann": (1, 1)}


def test_a_place_that_breaks_a_rule_says_which_and_the_other_rota_breaks_none() -> None:
    answer = asked("Ann .N D\nBob . -\ncrew p:paramedic", "Ann", 1)
    assert answer.broken is not None
    assert rules_against(answer.broken) == {"REST-01"}
    assert len(answer.before.hard) == 1
    assert answer.otherwise.audit.hard == ()
    assert changes_of(answer) == {"Ann": (1, 0), "Bob": (0, 1)}


def test_a_breach_elsewhere_does_not_keep_from_an_answer() -> None:
    far = " ".join(["-"] * 14)
    drawing = f"Ann L {far} - -\nBob - {far} - -\nCal - {far} L E\ncrew p:paramedic"
    answer = asked(drawing, "Bob", 1)
    assert answer.before.hard
    assert answer.otherwise.rota is not None
    assert answer.otherwise.audit.hard == ()


def test_a_pair_is_not_permitted_together_and_no_more_is_said() -> None:
    drawing = "Ann L\nBob:regular L\nCal:regular -\nnever Ann Cal"
    drawing += "\ncrew p:paramedic o:regular"
    (option,) = asked(drawing, "Cal", 1).options
    (objection,) = option.objections
    assert objection.rule == "PAIR-01"
    assert objection.because.startswith("not permitted together: J1 ")


def test_nothing_further_away_than_a_week_changes_where_nothing_is_gained() -> None:
    weeks = " ".join(["L - - - - - -"] * 4)
    rest = " ".join(["-"] * 28)
    answer = asked(f"Ann {weeks}\nBob {rest}\ncrew p:paramedic", "Bob", 15)
    (shift,) = answer.supposed.shifts
    days = [fill.shift.day for c in answer.changes for fill in (*c.leaves, *c.joins)]
    assert shift.day in days
    assert max(abs(day - shift.day).days for day in days) <= 7
    assert answer.verdict is not Verdict.WORSE


Question = tuple[Rota, PersonId, tuple[Shift, ...]]
"""A rota, whom to ask about, and one car of a day or all of them."""


@st.composite
def questions(draw: st.DrawFn, *, edited: bool) -> Question:
    """A best rota, or one that somebody made by hand, and whom to ask about."""
    problem = parse(draw(drawings().filter(_has_somebody_to_ask_about))).problem
    rota = solve(problem, EVERY_RULE).rota
    assert rota is not None
    if edited:
        every = [
            Fill(person.id, shift, post.name)
            for shift in problem.shifts
            for person, post in candidates(problem, shift)
        ]
        turned = draw(st.sets(st.sampled_from(every), max_size=3)) if every else set()
        rota = Rota(problem, rota.fills ^ frozenset(turned))
    person = draw(st.sampled_from(sorted(problem.person)))
    shift = draw(st.sampled_from(problem.shifts))
    asked = draw(st.sampled_from([(shift,), problem.shifts_on[shift.day]]))
    return rota, person, asked


def _has_somebody_to_ask_about(drawing: str) -> bool:
    problem = parse(drawing).problem
    return bool(problem.people and problem.shifts)


def _forced(answer: Why) -> tuple[int, ...] | None:
    """What each tier costs at best where a pin makes it so; None if none can."""
    problem, (shift, *more) = answer.given.problem, answer.supposed.shifts
    kind = PinKind.ON if answer.supposed.is_on else PinKind.OFF
    unit = "" if more else shift.unit
    pin = Pin(answer.supposed.person, unit, shift.day, kind)
    result = solve(replace(problem, pins=(*problem.pins, pin)), EVERY_RULE)
    assert result.outcome in (Outcome.OPTIMAL, Outcome.INFEASIBLE)
    return result.rota and tuple(tier.value for tier in result.tiers)  # type: ignore[return-value]


def _first_difference(now: tuple[int, ...], then: tuple[int, ...]) -> tuple[int, int]:
    differences = ((n, b - a) for n, (a, b) in enumerate(zip(now, then, strict=True)))
    return next((each for each in differences if each[1]), (0, 0))


def _answer(question: Question) -> Why:
    rota, person, shifts = question
    return why(rota, EVERY_RULE, person, shifts)


def _assert_it_is_as_supposed(answer: Why) -> None:
    other = answer.otherwise.rota
    assert other is not None
    assert audit(other, EVERY_RULE).hard == ()
    is_on = any(map(answer.supposed.is_about, other.fills))
    assert is_on is answer.supposed.is_on


@given(questions(edited=False))
@settings(max_examples=40)
def test_the_answer_agrees_with_a_forced_solve(
    question: Question,
) -> None:
    answer = _answer(question)
    forced = _forced(answer)
    if forced is None:
        assert answer.verdict is Verdict.FORBIDDEN
        return
    now = tuple(answer.before.cost(tier) for tier in Tier)
    then = tuple(answer.otherwise.audit.cost(tier) for tier in Tier)
    _assert_it_is_as_supposed(answer)
    assert answer.otherwise.outcome is Outcome.OPTIMAL
    assert _first_difference(now, then) == _first_difference(now, forced)
    is_worse = _first_difference(now, forced)[1] > 0
    assert answer.verdict is (Verdict.WORSE if is_worse else Verdict.AS_GOOD)


@given(questions(edited=True))
@settings(max_examples=40)
def test_a_rota_made_by_hand_gets_an_answer_that_a_forced_solve_confirms(
    question: Question,
) -> None:
    answer = _answer(question)
    forced = _forced(answer)
    assert (answer.verdict is Verdict.FORBIDDEN) == (forced is None)
    if forced is not None:
        _assert_it_is_as_supposed(answer)
        now = tuple(answer.before.cost(tier) for tier in Tier)
        assert (answer.verdict is Verdict.WORSE) == (forced > now)


@given(st.booleans().flatmap(lambda edited: questions(edited=edited)))
@settings(max_examples=60)
def test_every_objection_is_true_of_the_rota_so_changed_and_none_is_missing(
    question: Question,
) -> None:
    answer = _answer(question)
    known = set(answer.before.hard)
    for option in answer.options:
        found = audit(option.in_rota(answer.given), EVERY_RULE).hard
        new = [breach for breach in found if breach not in known]
        waiting = set() if _is_beside(option, answer.given) else ABOUT_CREWS
        broken = {breach.rule for breach in new}
        assert rules_against(option) - waiting == broken - waiting
        said = {
            (o.rule, o.because) for o in option.objections if _is_told_alike(o.rule)
        }
        told = {(b.rule, b.because) for b in new if _is_told_alike(b.rule)}
        kept = OVERLAPPING | waiting
        assert {each for each in told if each[0] not in kept} <= said
        assert {each for each in said if each[0] not in waiting} <= told


def _is_beside(option: Option, rota: Rota) -> bool:
    """Whether the rest of the crew is there, or the post is full as it is."""
    shift, post = option.fill.shift, option.fill.shift.crew.by_name[option.fill.post]
    return rota.is_crewed(shift) or rota.headcount(shift, post) >= post.least


def _is_told_alike(rule: str) -> bool:
    """Whether its objections are the audit's own words: not those of a bar."""
    return not issubclass(RULES[rule], BarringRule)
