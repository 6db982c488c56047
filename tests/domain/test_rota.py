"""Who works what, looked up in every way."""

from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import given

from rostering.domain import DutyKind, Fill, PersonId, Rota
from rostering.drawing import parse
from tests.strategies import drawings

ANN, BOB, CAL = PersonId("Ann"), PersonId("Bob"), PersonId("Cal")
CREW = "\ncrew p:paramedic o:regular*1-2"


def kinds(rota: Rota, person: PersonId) -> list[tuple[DutyKind, int]]:
    """The duties within the period, each with its kind and day of the month."""
    return [
        (duty.kind, duty.day.day)
        for duty in rota.duties_of(person)
        if duty.day in rota.problem.period
    ]


def test_a_crew_is_in_order_of_post_and_id() -> None:
    rota = parse("Cal:regular L\nBob:regular L\nAnn L" + CREW)
    (shift,) = rota.problem.shifts
    assert [(f.person, f.post) for f in rota.crew_of(shift)] == [
        ("Bob", "o"),
        ("Cal", "o"),
        ("Ann", "p"),
    ]
    assert rota.people_on(shift) == {"Ann", "Bob", "Cal"}


def test_crews_are_in_order_of_time_and_car() -> None:
    rota = parse("Ann L2 L1 L2 L1 E2 E1\nBob:regular L1 L2 L1 L2 E1 E2")
    assert list(rota.crews) == sorted(rota.problem.shifts)


def test_an_empty_shift_has_no_crew() -> None:
    rota = parse("Ann - -\nneed L -")
    (shift,) = rota.problem.shifts
    assert rota.crew_of(shift) == ()
    assert rota.people_on(shift) == frozenset()
    assert rota.crews == {}
    assert not rota.is_crewed(shift)


def test_a_persons_shifts_are_in_order_of_time() -> None:
    rota = parse("Ann L - E\nBob:paramedic - - -")
    assert [shift.turn for shift in rota.shifts_of(ANN)] == ["late", "early"]
    assert rota.shifts_of(BOB) == ()


def test_a_person_in_two_posts_of_a_shift_is_on_it_once() -> None:
    rota = parse("Ann L\ncrew a:paramedic b:paramedic")
    (shift,) = rota.problem.shifts
    both = frozenset(Fill(ANN, shift, post) for post in ("a", "b"))
    assert replace(rota, fills=both).shifts_of(ANN) == (shift,)
    assert len(replace(rota, fills=both).duties_of(ANN)) == 1


def test_a_shift_is_crewed_when_every_post_has_its_least() -> None:
    drawings_ = {
        "Ann L\nBob:regular -": False,
        "Ann -\nBob:regular L": False,
        "Ann L\nBob:regular L": True,
        "Ann L\nBob:regular L\nCal:regular L": True,
    }
    for drawing, is_crewed in drawings_.items():
        rota = parse(drawing + CREW)
        assert rota.is_crewed(rota.problem.shifts[0]) == is_crewed


def test_heads_are_counted_by_post() -> None:
    rota = parse("Ann L\nBob:regular L\nCal:regular L" + CREW)
    (shift,) = rota.problem.shifts
    counts = {p.name: rota.headcount(shift, p) for p in shift.crew.posts}
    assert counts == {"p": 1, "o": 2}


def test_riding_the_car_takes_the_place_of_the_teams_turn_that_day() -> None:
    rota = parse("Bob@A - L -\nteam A L")
    assert kinds(rota, BOB) == [
        (DutyKind.TEAM, 4),
        (DutyKind.SHIFT, 5),
        (DutyKind.TEAM, 6),
    ]
    empty = replace(rota, fills=frozenset())
    assert kinds(empty, BOB) == [(DutyKind.TEAM, day) for day in (4, 5, 6)]


def test_a_diverted_turn_leaves_what_else_is_on_that_day() -> None:
    # A course from 08:00 to 16:00, and a night turn that gives way to a night shift.
    rota = parse("Bob@A T+N\nteam A N")
    assert kinds(rota, BOB) == [(DutyKind.COURSE, 4), (DutyKind.SHIFT, 4)]


def test_the_shift_of_the_day_before_leaves_the_teams_turn_alone() -> None:
    # Monday's late shift ends on Tuesday; the team's night on Tuesday stands.
    rota = parse("Bob@A L -\nteam A - N")
    assert kinds(rota, BOB) == [(DutyKind.SHIFT, 4), (DutyKind.TEAM, 5)]


def test_duties_before_the_period_stand_whatever_is_planned() -> None:
    rota = parse("Ann .L .- L")
    assert [(duty.kind, duty.day) for duty in rota.duties_of(ANN)] == [
        (DutyKind.WORKED, date(2027, 1, 2)),
        (DutyKind.SHIFT, date(2027, 1, 4)),
    ]


@given(drawings())
def test_an_empty_rota_is_what_is_fixed(drawing: str) -> None:
    problem = parse(drawing).problem
    rota = Rota(problem)
    for person in problem.people:
        assert rota.duties_of(person.id) == problem.fixed_duties(person.id)


@given(drawings())
def test_no_team_turn_stands_on_a_day_on_the_car(drawing: str) -> None:
    problem = parse(drawing).problem
    fills = frozenset(
        Fill(person.id, shift, shift.crew.posts[0].name)
        for shift in problem.shifts
        for person in problem.candidates(shift)
    )
    rota = Rota(problem, fills)
    for person in problem.people:
        duties = rota.duties_of(person.id)
        planned = {d.day for d in duties if d.kind is DutyKind.SHIFT}
        turns = {d.day for d in duties if d.kind is DutyKind.TEAM}
        assert planned.isdisjoint(turns)
        assert planned == {shift.day for shift in rota.shifts_of(person.id)}
        assert list(duties) == sorted(duties, key=lambda duty: duty.span)


TWO_ROLES = "Ann L E\nBob@A L -\nCal:special - S\nteam A L L\nterms Cal same_as=Bob"


def test_a_changed_rota_knows_what_one_made_anew_knows() -> None:
    every = parse(TWO_ROLES)
    problem, fills = every.problem, sorted(every.fills)
    for size in range(len(fills) + 1):
        for before in combinations(fills, size):
            rota = Rota(problem, frozenset(before))
            assert known(rota)  # so that there is something to take over
            for fill in fills:
                is_there = fill in rota.fills
                after = (
                    rota.changed(leaves=(fill,))
                    if is_there
                    else rota.changed(joins=(fill,))
                )
                assert known(after) == known(Rota(problem, rota.fills ^ {fill}))


def test_what_joins_and_leaves_at_once_is_there() -> None:
    rota = parse("Ann L\nBob L")
    ann, bob = sorted(rota.fills)
    after = Rota(rota.problem, frozenset({ann})).changed(joins=(bob,), leaves=(ann,))
    assert after.fills == {bob}
    assert after.changed(joins=(bob,), leaves=(bob,)).crew_of(bob.shift) == (bob,)


def known(rota: Rota) -> tuple[object, ...]:
    people = [person.id for person in rota.problem.people]
    return (
        rota.fills,
        list(rota.crews.items()),
        [rota.shifts_of(person) for person in people],
        [rota.duties_of(person) for person in people],
    )
