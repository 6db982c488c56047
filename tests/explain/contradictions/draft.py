"""A book while it is put together, with the facts that its clash must name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from constraints import RULES
from rostering.domain import (
    Crew,
    Mode,
    Person,
    PersonId,
    Pin,
    PinKind,
    Post,
    RuleSetting,
    Shift,
)
from rostering.domain.time import DAY
from rostering.rulebook import write_parameter
from tests.explain.contradictions.plans import FRIDAY, Plan
from tests.explain.contradictions.reasons import SUMS
from tests.explain.contradictions.situations import SITUATIONS, off_at_midnight
from tests.explain.contradictions.spots import (
    BOTH,
    CONTRACT,
    TEAM,
    Hours,
    Situation,
    Spot,
    span,
)

FIRST = date(2027, 1, 4)
ANN = PersonId("Ann")
HOME = "H"
AGREED = "an agreement"
"""What lets a book set a law looser."""
OWN_TURN: Hours = (18, 18.5)
"""When a team works on a day on which one of it is pinned."""


@dataclass
class Draft:
    """A book while it is put together."""

    plan: Plan
    is_lone: bool = False
    """Whether only the planted rules are on, which is quicker to ask."""
    people: dict[PersonId, Person] = field(default_factory=dict)
    shifts: list[Shift] = field(default_factory=list)
    facts: defaultdict[str, list[Any]] = field(
        default_factory=lambda: defaultdict(list)
    )
    told: set[tuple[str, Any]] = field(default_factory=set)
    """The clash must name these: fields of a problem with a row of each, or its id."""
    turns: dict[PersonId, dict[date, tuple[str, Hours]]] = field(default_factory=dict)
    """The turns of each person's own team."""
    least_on_duty: dict[PersonId, int] = field(default_factory=dict)
    frozen: set[str] = field(default_factory=set)
    """Posts in which nobody is published, where a rota is."""
    not_offered: set[str] = field(default_factory=set)
    """Posts for which no time is offered."""
    mentor: Person | None = None
    spots: int = 0

    def spot(self, who: PersonId, day: date, *, is_home: bool = False) -> Spot:
        """A new shift for somebody."""
        self.spots += 1
        car = HOME if is_home else f"J{self.spots}"
        return Spot(who, day, self.spots - 1, car, self.people[who].role)

    def add_person(
        self, who: PersonId, role: str, terms: str, days: Sequence[date]
    ) -> None:
        """Somebody on these terms; with a team, it has turns on the days."""
        minutes = 2250 if terms in (CONTRACT, BOTH) else None
        team = f"team {who}" if terms in (TEAM, BOTH) else ""
        self.people[who] = Person(who, who, role, team=team, weekly_minutes=minutes)
        self.turns[who] = dict.fromkeys(days, ("own", OWN_TURN)) if team else {}

    def change(self, who: PersonId, terms: Mapping[str, Any]) -> None:
        """Give somebody other terms."""
        self.people[who] = replace(self.people[who], **terms)

    def tell(self, part: str, fact: object) -> None:
        """Add a fact that the clash must name."""
        self.told.add((part, len(self.facts[part])))
        self.facts[part].append(fact)

    def pin(self, who: PersonId, day: date) -> None:
        """Pin the person to whatever car there is."""
        self.tell("pins", Pin(who, "", day, PinKind.ON))

    def set(self, code: str, who: PersonId, parameters: Mapping[str, Any]) -> None:
        """Set the rule for the person, as one that must hold."""
        rule = RULES[code]()
        whom = "" if rule.binds_cars else who
        mode = Mode.HARD if rule.mode is Mode.WISH else None
        on = None if rule.is_usual else True
        values = {
            name.replace("_", " "): write_parameter(value)
            for name, value in parameters.items()
        }
        if (mode or on) and not values:
            values = {"": ""}
        for name, value in values.items():
            row = RuleSetting(
                code,
                on,
                mode,
                applies_to=whom,
                parameter=name,
                value=value,
                source=AGREED,
            )
            self.facts["settings"].append(row)
            mode = on = None

    def switch_off(self, code: str, whom: str = "") -> None:
        """Let the rule bind nobody, or not this person."""
        row = RuleSetting(code, on=False, applies_to=whom, source=AGREED)
        self.facts["settings"].append(row)

    def bar(self, code: str, spot: Spot) -> Situation:
        """Let the rule bar the person from the shift."""
        situation = self._fitting(code, SITUATIONS[code](spot), spot)
        for part, facts in situation.facts.items():
            for fact in facts:
                self.tell(part, fact)
        for person in situation.people:
            self.people[person.id] = person
        if situation.mentor is not None:
            self.mentor = situation.mentor
            self.people[self.mentor.id] = self.mentor
        self.change(spot.who, situation.person)
        self.shifts += situation.shifts
        subjects = {"shifts": len(self.shifts)}
        self.told |= {(x, subjects.get(x, spot.who)) for x in situation.tells}
        if situation.least_on_duty:
            self.least_on_duty[spot.who] = situation.least_on_duty
        self._leave_out(code, situation, spot)
        self.set(code, spot.who, situation.set_to)
        return situation

    def _leave_out(self, code: str, situation: Situation, spot: Spot) -> None:
        """Note what is not in the book: an offer, a published place, a team's turn."""
        if code == "AVAIL-01":
            self.not_offered.add(spot.post)
        if situation.is_frozen:
            self.frozen.add(spot.post)
        if situation.is_rest_day:
            self.turns[spot.who] = {spot.day + 20 * DAY: ("own", OWN_TURN)}
            self.switch_off("LATE-01", spot.who)

    def _fitting(self, code: str, situation: Situation, spot: Spot) -> Situation:
        """The situation at other hours where the plan needs them."""
        rest = self.plan.rest
        if code == "REST-02" and rest is not None:
            set_to = {**situation.set_to, "rest": rest.rest}
            return replace(situation, hours=rest.hours, set_to=set_to)
        if code == "ROAD-01" and spot.car == HOME:
            return off_at_midnight(spot)
        if code in {*SUMS, "HOURS-04"} and rest is FRIDAY:
            assert situation.hours is not None
            first, last = situation.hours
            return replace(situation, hours=(first + 9, last + 9))
        return situation

    def shift(
        self, spot: Spot, *situations: Situation, posts: Sequence[Post] = ()
    ) -> None:
        """The shift of the spot, with a post for the person."""
        better = [s.better for s in situations if s.better]
        own = Post(spot.post, (*better, frozenset({spot.role})), 0)
        more = [post for s in situations for post in s.posts]
        has_mentor = self.mentor and not any(s.mentor for s in situations)
        if has_mentor and spot.who == ANN:
            more.append(Post("mentor", (frozenset({"mentor"}),), 0))
        skills = tuple(skill for s in situations for skill in s.any_skills)
        crew = Crew(f"crew{spot.number}", (own, *posts, *more), skills)
        hours = next((s.hours for s in situations if s.hours), spot.hours)
        turns = self.turns.get(spot.who, {})
        usual = turns.get(spot.day, (f"turn{spot.number}",))[0]
        turn = next((s.turn for s in situations if s.turn), usual)
        self.shifts.append(Shift(spot.day, spot.car, turn, span(spot.day, hours), crew))
