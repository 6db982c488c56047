"""Repairs: each closes its gap, breaks nothing, and asks as little as can be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from constraints import Rule
from rostering.audit import audit
from rostering.build import build
from rostering.domain import Fill, Problem, Rota, Shift, Tier
from rostering.drawing import parse
from rostering.explain.gaps import gaps
from rostering.explain.repairs import OpenShift, open_shifts
from rostering.explain.repairs.diaries import LendOneMore, Shorten
from rostering.explain.repairs.eased import Eased
from rostering.explain.repairs.easings import (
    AskForOvertime,
    AskForTime,
    Easing,
    WidenPerson,
)
from rostering.explain.repairs.kindness import CONSENTS, LEAVE, MOVE
from rostering.explain.repairs.waivers import Waive
from tests.explain.asking import EVERY_RULE, hard, rotas

LATE_NEEDED = "crew p:paramedic\nneed L"


def repaired(drawn: str | Rota, most: int = 9) -> tuple[OpenShift, ...]:
    """The open shifts with all their repairs."""
    rota = parse(drawn) if isinstance(drawn, str) else drawn
    return open_shifts(rota, EVERY_RULE, gaps(rota, EVERY_RULE), most=most)


def asked(drawn: str | Rota) -> list[list[str]]:
    """What each repair of the first open shift asks for, in words."""
    (shift, *_) = repaired(drawn)
    problem = drawn.problem if isinstance(drawn, Rota) else parse(drawn).problem
    return [[e.words(problem) for e in repair.easings] for repair in shift.repairs]


def test_a_rota_without_gaps_needs_no_repair() -> None:
    assert repaired("Ann L\ncrew p:paramedic") == ()


def test_where_nobody_is_in_the_book_there_is_no_repair() -> None:
    (shift,) = repaired(LATE_NEEDED)
    assert shift.repairs == ()


def test_somebody_free_is_put_there_and_nobody_is_asked() -> None:
    assert asked(f"Ann -\n{LATE_NEEDED}")[0] == []


def test_a_volunteer_is_asked_for_the_hours_of_the_shift() -> None:
    drawing = "Sam:special -\ncrew o:special\nterms Sam status=IPS\nneed S"
    assert asked(drawing) == [["ask Sam to offer Mon 4 Jan 2027 18:00–02:00"]]


def test_overtime_is_asked_of_whoever_has_no_hours_left() -> None:
    drawing = "Ann D D D D - - -\ncrew p:paramedic\nneed D D D D D - -"
    assert asked(drawing)[0] == ["ask Ann to work overtime"]


def test_leave_is_asked_back_last_and_only_for_the_day() -> None:
    drawing = f"Ann A A A\n{LATE_NEEDED.replace('need L', 'need - L -')}"
    (shift,) = repaired(drawing)
    (repair,) = shift.repairs
    assert repair.easings == (
        Shorten(repair.easings[0].subject, shift.shift.day, False),
    )
    left = [leave.span for leave in repair.eased.problem.leave]
    assert [span.length for span in left] == [timedelta(days=1)] * 2


def test_what_is_private_is_asked_of_nobody() -> None:
    rota = parse(f"Ann A\n{LATE_NEEDED}")
    for kind in ("sick", "maternity", "compassionate", "court", "unpaid", "other"):
        sick = tuple(
            replace(leave, kind=type(leave.kind)(kind)) for leave in rota.problem.leave
        )
        (shift,) = repaired(Rota(replace(rota.problem, leave=sick)))
        assert shift.repairs == ()


def test_rest_that_is_the_law_is_never_waived() -> None:
    (shift,) = repaired("Ann .N -\ncrew p:paramedic\nneed D")
    assert shift.repairs == ()


def test_training_is_renewed_before_the_day() -> None:
    drawing = f"Ann -\nasks paramedic radio\nskill Ann radio x -\n{LATE_NEEDED}"
    drawing = drawing.replace("Ann -", "Ann - -").replace("need L", "need - L")
    assert asked(drawing)[0] == ["renew radio of Ann before Tue 5 Jan 2027"]


def test_a_first_ticket_is_training_to_be_found() -> None:
    drawing = f"Ann -\nasks paramedic radio\n{LATE_NEEDED}"
    assert asked(drawing)[0] == ["train Ann in radio before Mon 4 Jan 2027"]


def test_somebody_of_another_car_may_ride_this_one() -> None:
    drawing = "Ann -\nterms Ann units=J2\ncrew p:paramedic\nneed L1"
    assert asked(drawing) == [["let Ann ride J1"]]


def test_a_car_off_the_road_is_replaced_for_the_day() -> None:
    drawing = f"Ann - -\nroad J1 x x\n{LATE_NEEDED} L".replace("Ann - -", "Ann - L")
    words = asked(drawing.replace("need L L", "need L -").replace("Ann - L", "Ann - -"))
    assert words == [["find a spare car for J1 on Mon 4 Jan 2027"]]


def test_a_team_lends_one_more_where_it_agrees() -> None:
    drawing = "Bob@A -\nteam A/1 L\ncrew o:regular\nneed L"
    (words,) = asked(drawing)
    assert words == ["let team A go down to 0 on duty: whoever leads it must agree"]


def test_a_run_of_days_that_is_policy_names_who_must_sign() -> None:
    drawing = "Ann E E E E E E -\nterms Ann hours=90 overtime\ncrew p:paramedic"
    (words, *_) = asked(f"{drawing}\nneed E E E E E E E")
    row = "waive RUN-01 for Ann (a row of Waivers: Ann, RUN-01, Sun 10 Jan 2027); "
    signed = "the person and the manager must sign for one more day in a row"
    assert row + signed in words


def test_two_things_are_asked_where_two_posts_are_open() -> None:
    drawing = "Ann A\nSam:special -\nterms Sam status=IPS\n"
    (words,) = asked(f"{drawing}crew p:paramedic o:special\nneed S")
    assert sorted(words) == [
        "ask Ann to give Mon 4 Jan 2027 of leave back",
        "ask Sam to offer Mon 4 Jan 2027 18:00–02:00",
    ]


def test_people_on_the_rota_change_places_before_anybody_is_asked() -> None:
    drawing = "Ann L1\nBob -\nterms Bob units=J1\nterms Ann units=J1,J2\n"
    (shift,) = repaired(f"{drawing}crew p:paramedic\nneed L1+L2")
    first = shift.repairs[0]
    assert first.easings == ()
    assert {c.person: (len(c.leaves), len(c.joins)) for c in first.changes} == {
        "Ann": (1, 1),
        "Bob": (0, 1),
    }
    assert first.unkindness == MOVE.unkindness


def test_somebody_asked_may_take_the_place_of_whoever_closes_the_gap() -> None:
    drawing = "Ann L1\nterms Ann units=J1,J2\nSam A\nterms Sam units=J1\n"
    (shift,) = repaired(f"{drawing}crew p:paramedic\nneed L1+L2")
    assert [c.person for c in shift.repairs[0].changes] == ["Ann", "Sam"]
    assert [e.kind for e in shift.repairs[0].easings] == [LEAVE]
    assert shift.repairs[0].changes[0].joins[0].shift == shift.shift


def test_where_overtime_is_not_enough_more_is_asked_in_a_chain_too() -> None:
    drawing = "Ann L1\nterms Ann units=J1,J2\nSam -\nterms Sam hours=0 units=J1\n"
    (shift,) = repaired(f"{drawing}crew p:paramedic\nneed L1+L2")
    (waive,) = shift.repairs[0].easings
    assert isinstance(waive, Waive)
    assert (waive.person, waive.rule) == ("Sam", "HOURS-04")


def test_moving_a_gap_elsewhere_is_no_repair() -> None:
    drawing = "Ann L1\nterms Ann units=J1,J2\ncrew p:paramedic\nneed L1+L2"
    (shift,) = repaired(drawing)
    assert shift.repairs == ()


def test_others_of_whom_the_same_could_be_asked_are_named_beside_the_first() -> None:
    people = [f"{name}:special -\nterms {name} status=IPS" for name in ("Sam", "Tom")]
    (shift,) = repaired("\n".join([*people, "crew o:special", "need S"]))
    (repair,) = shift.repairs
    subjects = [repair.eased, *repair.likewise]
    assert sorted(e.easings[0].subject for e in subjects) == ["Sam", "Tom"]


def test_the_same_asked_of_the_same_people_is_one_repair_whoever_else_rides() -> None:
    lates = "Ann L2 L2 L2 L2 -\nterms Ann units=J2 hours=40\n"
    others = "".join(
        f"{who}:special {rides}\nterms {who} status=IPS\noffer {who} L1 L1 L1 L1 L1\n"
        for who, rides in (("Bob", "L2 - - - -"), ("Cal", "- L2 L2 - -"))
    )
    crew = "crew p:paramedic o:special\nneed L2 L2 L2 L2 L1\ndays 7"
    last = repaired(lates + others + crew)[-1]
    (repair,) = (r for r in last.repairs if len(r.easings) > 1)
    assert [type(easing) for easing in repair.easings] == [WidenPerson, Waive]
    assert repair.likewise == ()


def test_no_more_repairs_are_given_than_are_wanted() -> None:
    rota = parse(f"Ann A\nBob -\nterms Bob units=J2\n{LATE_NEEDED}")
    for most in (0, 1, 2):
        (shift,) = repaired(rota, most=most)
        assert len(shift.repairs) == most


def _applied(eased: Eased) -> tuple[Rota, list[Rule]]:
    """The changed problem's rota and rules, easing after easing."""
    problem, rules = eased.given.problem, tuple(EVERY_RULE)
    for easing in eased.easings:
        problem = easing.applied(problem)
        rules = easing.eased(problem, rules)
    return Rota(replace(problem), eased.fills), list(rules)


def _each(found: Sequence[OpenShift]) -> Iterator[tuple[Shift, Eased]]:
    for shift in found:
        for repair in shift.repairs:
            yield from ((shift.shift, e) for e in (repair.eased, *repair.likewise))


@given(st.booleans().flatmap(lambda edited: rotas(edited=edited)))
@settings(max_examples=20)
def test_every_repair_crews_its_shift_and_breaks_nothing(rota: Rota) -> None:
    broken = {(b.rule, b.subject) for b in hard(rota)}
    before = audit(rota, EVERY_RULE).cost(Tier.COVER)
    for shift, eased in _each(repaired(rota)):
        after, rules = _applied(eased)
        found = audit(after, rules)
        assert {(b.rule, b.subject) for b in found.hard} <= broken
        assert after.is_crewed(shift)
        assert all(after.is_crewed(s) for s in rota.crews if rota.is_crewed(s))
        assert found.cost(Tier.COVER) < before


@given(rotas())
@settings(max_examples=20)
def test_the_price_is_what_a_whole_audit_says(rota: Rota) -> None:
    before = audit(rota, EVERY_RULE)
    for shift in repaired(rota, most=2):
        for repair in shift.repairs:
            after, rules = _applied(repair.eased)
            found = audit(after, rules)
            for tier in Tier:
                differs = sum(c.then - c.now for c in repair.charges if c.tier is tier)
                assert differs == found.cost(tier) - before.cost(tier)


def _single_easings(problem: Problem, shift: Shift) -> Iterator[Easing]:
    """Every one thing that could be asked so that somebody may be on the shift."""
    for person in problem.people:
        if person.offers_time:
            yield AskForTime(person.id, shift.span)
        elif not person.overtime:
            yield AskForOvertime(person.id)
        if not person.may_ride(shift.unit):
            yield WidenPerson(person.id, shift.unit)
        yield from (Waive(person.id, rule) for rule in CONSENTS)
    for leave in problem.leave:
        for day in leave.span.days:
            if abs(day - shift.day) <= timedelta(days=1):
                yield Shorten(leave.person, day, leave.kind.is_work)
    yield from (LendOneMore(t.name) for t in problem.teams if t.least_on_duty)


def _least_movers(rota: Rota, shift: Shift, easing: Easing | None) -> int | None:
    """How many must move so that one more shift is crewed; None if it cannot be.

    Whoever is asked for something is then at work that day: nobody is asked to give
    leave back so that a colleague may go.
    """
    problem, rules = rota.problem, tuple(EVERY_RULE)
    if easing is not None:
        problem, rules = easing.applied(problem), easing.eased(problem, rules)
    decisions = build(problem, rules)
    model = decisions.model
    for each in problem.shifts:
        if each == shift or rota.is_crewed(each):
            model.add_bool_or([decisions.crewed(each)])
    if easing is not None and easing.subject in problem.person:
        todays = problem.shifts_on[shift.day]
        model.add_bool_or([decisions.works(easing.subject, s) for s in todays])
    moved = {fill.person: model.new_bool_var("") for fill in rota.fills}
    for fill in rota.fills:
        model.add_bool_or([decisions.fill_claims[fill], moved[fill.person]])
    model.minimize(sum(moved.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


@given(rotas())
@settings(max_examples=8)
def test_no_single_thing_to_ask_is_kinder_than_the_first_repair(rota: Rota) -> None:
    for shift in repaired(rota)[:1]:
        best = min((r.unkindness for r in shift.repairs), default=None)
        for easing in (None, *_single_easings(rota.problem, shift.shift)):
            movers = _least_movers(rota, shift.shift, easing)
            if movers is not None:
                asks = easing.kind.unkindness if easing else 0
                assert best is not None
                assert best <= asks + MOVE.unkindness * movers


def test_a_fill_that_the_book_does_not_allow_keeps_nobody_from_an_answer() -> None:
    rota = parse("Ann L -\nBob:regular -  -\ncrew p:paramedic\nneed L L")
    (shift,) = rota.problem.shifts[:1]
    wrong = Rota(rota.problem, frozenset({Fill(rota.problem.people[1].id, shift, "p")}))
    (found,) = repaired(wrong)
    assert found.repairs[0].easings == ()
