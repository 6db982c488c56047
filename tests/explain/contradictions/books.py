"""Books in which known rules contradict known pins, built as they are planned."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from rostering.domain import (
    DateRange,
    Pair,
    PairKind,
    Person,
    PersonId,
    Post,
    Training,
)
from rostering.domain.time import DAY, HOUR
from tests.explain.contradictions.draft import ANN, FIRST, Draft
from tests.explain.contradictions.finished import Planted, finished
from tests.explain.contradictions.plans import Way, plan_of
from tests.explain.contradictions.reasons import SUMS, Codes, shared_terms
from tests.explain.contradictions.situations import WEEK
from tests.explain.contradictions.spots import Situation, Spot
from tests.explain.contradictions.stretches import DAYS, TURNS, TURNS_BEFORE, WEEKENDS

MATE = PersonId("Mate")


def planted(codes: Codes, *, is_lone: bool = False) -> Planted:
    """A book in which exactly these rules contradict its pins."""
    plan = plan_of(codes)
    draft = Draft(plan, is_lone)
    day = FIRST + plan.day * DAY
    days = [day, *(day + _after(way) * DAY for way in plan.ways if way.kind == "days")]
    draft.add_person(ANN, "paramedic", plan.terms, days)
    draft.pin(ANN, day)
    for way in sorted(plan.ways, key=lambda way: "PAIR-04" not in way.codes):
        at_home = _rides_only_home(draft) and way.codes != ("WISH-02",)
        spot = draft.spot(ANN, day, is_home=at_home)
        _KINDS[way.kind](draft, way, spot)
    return finished(draft)


def _rides_only_home(draft: Draft) -> bool:
    return "WISH-02" in draft.plan.of_ann


def _after(way: Way) -> int:
    """How many days later the other day is."""
    if way.codes[0] == "REST-02":
        return -4 if way.is_back else 3
    return -1 if way.is_back else 1


def _alone(draft: Draft, way: Way, spot: Spot) -> None:
    """One rule bars Ann."""
    draft.shift(spot, draft.bar(way.codes[0], spot))


def _company(draft: Draft, way: Way, spot: Spot) -> None:
    """The shift asks somebody with Ann, and whoever could come is barred."""
    head, *others = way.codes
    situations, posts = [_asking(draft, head, spot)], []
    for number, code in enumerate(others):
        who = PersonId(f"Bob{number}")
        role = "regular" if head == "CREW-03" else f"{who}'s role"
        draft.add_person(who, role, shared_terms([code])[0], [spot.day])
        at = replace(spot, who=who, role=role)
        barred = draft.bar(code, at)
        better = (barred.better,) if barred.better else ()
        posts.append(Post(at.post, (*better, frozenset({role})), 0))
        situations.append(replace(barred, better=frozenset()))
        if head == "CREW-02":
            draft.facts["training"].append(Training(who, _skill(spot)))
        if head == "PAIR-04":
            draft.tell("pairs", Pair(who, ANN, PairKind.MENTOR))
        if spot.day in draft.turns[who]:
            situations.append(Situation(turn=draft.turns[who][spot.day][0]))
    if head == "CREW-01":
        posts = [_one_of(posts)]
    draft.shift(spot, *situations, posts=posts)


def _asking(draft: Draft, head: str, spot: Spot) -> Situation:
    if head == "CREW-02":
        return Situation(any_skills=(_skill(spot),))
    if head == "PAIR-04" and len(draft.plan.ways) > 1:
        return draft.bar(head, spot)
    draft.set(head, ANN, {})
    return Situation()


def _skill(spot: Spot) -> str:
    return f"rowing {spot.number}"


def _one_of(posts: list[Post]) -> Post:
    """A post for any of those who are to come, and one of them must."""
    first, *more = posts
    roles = frozenset().union(*(ranks for post in posts for ranks in post.roles[-1:]))
    return replace(first, roles=(*first.roles[:-1], roles), least=1, most=1 + len(more))


def _apart(draft: Draft, way: Way, spot: Spot) -> None:
    """Somebody with whom Ann must not ride can be nowhere else."""
    head, code = way.codes
    bob = PersonId("Bob")
    draft.add_person(bob, "partner", shared_terms([code])[0], [spot.day])
    kind = PairKind.NEVER if head == "PAIR-01" else PairKind.AVOID
    draft.tell("pairs", Pair(ANN, bob, kind))
    draft.set(head, ANN, {})
    draft.pin(bob, spot.day)
    turn = draft.turns[bob].get(spot.day, ("",))[0]
    here = Post("with Ann", (frozenset({"partner"}),), 0)
    draft.shift(spot, Situation(turn=turn), posts=[here])
    elsewhere = draft.spot(bob, spot.day)
    draft.shift(elsewhere, draft.bar(code, elsewhere))
    if code == "WISH-02":
        draft.change(bob, {"units": (spot.car, elsewhere.car)})


def _days(draft: Draft, way: Way, spot: Spot) -> None:
    """Ann's shifts of two days do not go together, and the other one is barred."""
    head, code = way.codes
    stretch, later = DAYS[head](spot), spot.day + _after(way) * DAY
    draft.pin(ANN, later)
    draft.set(head, ANN, stretch.set_to)
    draft.change(ANN, stretch.person)
    draft.shift(spot, Situation(hours=stretch.hours))
    is_home = _rides_only_home(draft)
    then = draft.spot(ANN, later, is_home=is_home)
    draft.shift(then, Situation(hours=stretch.then))
    other = draft.spot(ANN, later, is_home=is_home and code != "WISH-02")
    draft.shift(other, draft.bar(code, other))


def _turn(draft: Draft, way: Way, spot: Spot) -> None:
    """Ann's shift does not go with a turn of her team, from which she may not go."""
    head, code = way.codes
    _break_turn(draft, head, way, spot)
    _add_mate(draft, spot)
    draft.bar(code, spot)


def _break_turn(draft: Draft, head: str, way: Way, spot: Spot) -> None:
    stretch = TURNS_BEFORE[head] if way.is_back else TURNS[head](spot)
    other = spot.day + _after(way) * DAY
    draft.set(head, spot.who, stretch.set_to)
    draft.change(spot.who, stretch.person)
    moved = 9 if draft.plan.rest and head in {*SUMS, "HOURS-04"} else 0
    hours = (stretch.hours[0] + moved, stretch.hours[1] + moved)
    draft.shift(spot, Situation(hours=hours))
    draft.turns[ANN][other] = ("broken", stretch.then)
    instead = draft.spot(spot.who, other, is_home=_rides_only_home(draft))
    draft.shift(instead, Situation(hours=stretch.instead, turn="broken"))


def _add_mate(draft: Draft, spot: Spot) -> None:
    """Somebody of the team who is on duty on the day of the pin, and no more."""
    that_day = DateRange(spot.day, spot.day)
    team = draft.people[ANN].team
    draft.people[MATE] = Person(MATE, MATE, "desk", team=team, employed=that_day)


def _members(draft: Draft, way: Way, spot: Spot) -> None:
    """Of two of a team each would have to leave it, and only one of them may."""
    bob, (first, second, team_rule) = PersonId("Bob"), way.codes
    draft.people[bob] = replace(draft.people[ANN], id=bob, name=bob, role="partner")
    draft.pin(bob, spot.day)
    _break_turn(draft, first, way, spot)
    other = draft.spot(bob, spot.day)
    draft.turns[bob] = draft.turns[ANN]
    _break_turn(draft, second, way, other)
    del draft.turns[bob]
    _add_mate(draft, spot)
    draft.bar(team_rule, spot)


def _weekend(draft: Draft, way: Way, spot: Spot) -> None:
    """Of two sums of hours, one is of both days and the other of either."""
    head, longer, shorter = way.codes
    weekend, monday = WEEKENDS[head], spot.day + DAY
    sums = {
        "HOURS-01": {"most": weekend.both},
        "HOURS-02": {**WEEK, "most": weekend.week},
        "VOL-01": {"week": weekend.week, "month": 200},
    }
    if longer == "HOURS-02":
        sums[longer] |= {"weeks": 2, "most": weekend.both / 2}
    draft.pin(ANN, monday)
    for code, set_to in {longer: sums[longer], shorter: sums[shorter]}.items():
        draft.set(code, ANN, _in_hours(set_to))
    draft.set(head, ANN, weekend.set_to)
    draft.change(ANN, weekend.person)
    for day, both in ((spot.day, weekend.sunday), (monday, weekend.monday)):
        for hours in both:
            draft.shift(draft.spot(ANN, day), Situation(hours=hours))


def _in_hours(set_to: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a sum of hours, numbers of hours as such."""
    lengths = ("most", "week", "month")
    return {n: v * HOUR if n in lengths else v for n, v in set_to.items()}


_KINDS: dict[str, Callable[[Draft, Way, Spot], None]] = {
    "": _alone,
    "company": _company,
    "apart": _apart,
    "days": _days,
    "turn": _turn,
    "members": _members,
    "weekend": _weekend,
}
