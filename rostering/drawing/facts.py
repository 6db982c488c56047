"""The lines of a drawing that give facts: each word and what it adds.

Days are drawn as tokens from the first day of the period: `x` for the days meant and
`-` for the others, unless the line says otherwise.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import Any

from rostering.domain import (
    AbsenceKind,
    DateRange,
    Leave,
    Offer,
    OffRoad,
    Pair,
    PairKind,
    Person,
    PersonId,
    Pin,
    PinKind,
    Post,
    Request,
    SkillNeed,
    Team,
    Training,
    Unit,
    Want,
)
from rostering.domain.time import span_between, whole_days
from rostering.drawing.tokens import REST, TURNS, Token, token


@dataclass
class Sketch:
    """A drawing while it is being read."""

    first: date
    people: dict[str, Person] = field(default_factory=dict)
    posts: tuple[Post, ...] = ()
    any_skills: tuple[str, ...] = ()
    needs: list[tuple[date, Token]] = field(default_factory=list)
    parts: dict[str, list[Any]] = field(default_factory=dict)
    """Facts by the name of the problem's field that holds them."""
    bank_holidays: dict[date, str] = field(default_factory=dict)
    cars: dict[str, Unit] = field(default_factory=dict)
    """Cars of which more is drawn than their call sign."""
    priorities: dict[str, int] = field(default_factory=dict)
    """Cars by call sign; those that are not named come first, as 1."""
    rest_of_days: int = 0

    def add(self, part: str, *facts: object) -> None:
        """Add facts to one of the problem's fields."""
        self.parts.setdefault(part, []).extend(facts)

    def days(self, marks: list[str]) -> Iterator[tuple[date, str]]:
        """Each marked day with its mark."""
        for offset, mark in enumerate(marks):
            if mark != REST:
                yield self.first + timedelta(days=offset), mark

    def change(self, name: str, **facts: object) -> None:
        """Give a person other terms."""
        self.people[name] = replace(self.people[name], **facts)  # type: ignore[arg-type]


def _need(sketch: Sketch, words: list[str]) -> None:
    for day, marks in sketch.days(words):
        for mark in marks.split("+"):
            drawn = token(mark)
            if drawn is not None:
                sketch.needs.append((day, drawn))


def _crew(sketch: Sketch, words: list[str]) -> None:
    """`crew p:paramedic+radio officer:special>regular*1-2 any:driving`."""
    posts = []
    for word in words:
        name, _, rest = word.partition(":")
        if name == "any":
            sketch.any_skills += (rest,)
            continue
        asked, _, number = rest.partition("*")
        roles, *skills = asked.split("+")
        least, _, most = (number or "1").partition("-")
        ranks = tuple(frozenset(rank.split("/")) for rank in roles.split(">"))
        top = int(most or least)
        post = Post(name, ranks, int(least), top, top, frozenset(skills))
        posts.append(post)
    sketch.posts = tuple(posts)


def _team(sketch: Sketch, words: list[str]) -> None:
    """`team A@North/2 L L N N - -`: district, least on duty, pattern from day one."""
    head, _, least = words[0].partition("/")
    name, _, district = head.partition("@")
    pattern = tuple(REST if w == REST else TURNS[w][0] for w in words[1:])
    times = tuple(TURNS.values())
    team = Team(name, district, sketch.first, pattern, times, int(least or 0))
    sketch.add("teams", team)


def _leave(sketch: Sketch, words: list[str]) -> None:
    """`leave Ann court@9-13 - x x`; without hours it is whole days on end."""
    person = PersonId(words[0])
    kind, _, hours = words[1].partition("@")
    days = [day for day, _ in sketch.days(words[2:])]
    spans = [whole_days(days[0], days[-1])]
    if hours:
        start, end = (time(int(hour)) for hour in hours.split("-"))
        spans = [span_between(day, start, end) for day in days]
    for span in spans:
        sketch.add("leave", Leave(person, AbsenceKind(kind), span))


def _offer(sketch: Sketch, words: list[str]) -> None:
    for day, mark in sketch.days(words[1:]):
        drawn = token(mark)
        if drawn is not None:
            sketch.add("offers", Offer(PersonId(words[0]), drawn.span_on(day)))


def _skill(sketch: Sketch, words: list[str]) -> None:
    """`skill Ann radio x x -`; without days it never runs out."""
    person, skill, *marks = words
    days = [day for day, _ in sketch.days(marks)]
    ranges = [DateRange(day, day) for day in days] if marks else [DateRange()]
    merged = [DateRange(days[0], days[-1])] if len(days) > 1 else ranges
    for valid in merged:
        sketch.add("training", Training(PersonId(person), skill, valid))


def _asks(sketch: Sketch, words: list[str]) -> None:
    """`asks paramedic radio [post…]`: people of the role need the skill."""
    sketch.add("skill_needs", SkillNeed(words[0], words[1], frozenset(words[2:])))


def _pair(kind: PairKind) -> Callable[[Sketch, list[str]], None]:
    """`never Ann Bob - x x`; without days it is for always."""

    def add(sketch: Sketch, words: list[str]) -> None:
        days = [day for day, _ in sketch.days(words[2:])]
        when = DateRange(days[0], days[-1]) if days else DateRange()
        first, second = PersonId(words[0]), PersonId(words[1])
        sketch.add("pairs", Pair(first, second, kind, when))

    return add


def _wants(sketch: Sketch, words: list[str]) -> None:
    """`wants Ann off - x x` or `wants Ann work*3@2 x -`: weight 3, on car 2."""
    days = [day for day, _ in sketch.days(words[2:])]
    asked, _, car = words[1].partition("@")
    want, _, weight = asked.partition("*")
    when = DateRange(days[0], days[-1])
    unit = f"J{car}" if car else ""
    person = PersonId(words[0])
    sketch.add("requests", Request(person, Want(want), when, unit, int(weight or 1)))


def _pin(sketch: Sketch, words: list[str]) -> None:
    """`pin Ann on - L1`: the car is the token's."""
    for day, mark in sketch.days(words[2:]):
        drawn = token(mark)
        if drawn is not None:
            kind = PinKind(words[1])
            sketch.add("pins", Pin(PersonId(words[0]), drawn.unit, day, kind))


def _road(sketch: Sketch, words: list[str]) -> None:
    """`road J1 - x x`: the car is off the road on the marked days."""
    for day, _ in sketch.days(words[1:]):
        sketch.add("off_road", OffRoad(words[0], DateRange(day, day)))


def _order(sketch: Sketch, words: list[str]) -> None:
    """`order J2 J1`: which car is crewed first where not all can be."""
    sketch.priorities = {unit: rank for rank, unit in enumerate(words, start=1)}


def _holiday(sketch: Sketch, words: list[str]) -> None:
    """`holiday .Boxing_Day x -`: `x` has no name; dotted days are before the first."""
    past = sum(word.startswith(".") for word in words)
    for offset, word in enumerate(words, start=-past):
        name = word.removeprefix(".")
        if name != REST:
            day = sketch.first + timedelta(days=offset)
            said = "bank holiday" if name == "x" else name.replace("_", " ")
            sketch.bank_holidays[day] = said


def _terms(sketch: Sketch, words: list[str]) -> None:
    """`terms Ann hours=20 overtime status=APS units=J1,J2 job=9-17 employed=1-3`."""
    for word in words[1:]:
        name, _, value = word.partition("=")
        sketch.change(words[0], **_term(sketch, name, value))


def _term(sketch: Sketch, name: str, value: str) -> dict[str, object]:
    if name in ("status", "employer"):
        return {name: value}
    if name == "hours":
        return {"weekly_minutes": int(float(value) * 60)}
    if name == "units":
        return {"units": tuple(value.split(","))}
    if name == "employed":
        return {"employed": _range(sketch, value)}
    if name == "job":
        start, end = (time.fromisoformat(clock.zfill(2)) for clock in value.split("-"))
        return {"main_job": (start, end)}
    marks: dict[str, dict[str, object]] = {
        "overtime": {"overtime": True},
        "optout": {"opt_out": DateRange()},
    }
    if name not in marks:
        raise ValueError(f"{name!r} is no term of a drawn person")
    return marks[name]


def _car(sketch: Sketch, words: list[str]) -> None:
    """`car J1 districts=North,South service=2-`: more than its call sign."""
    car = Unit(words[0])
    for word in words[1:]:
        name, _, value = word.partition("=")
        if name == "districts":
            car = replace(car, districts=tuple(value.split(",")))
        elif name == "service":
            car = replace(car, in_service=_range(sketch, value))
        else:
            raise ValueError(f"{name!r} is no term of a drawn car")
    sketch.cars[car.callsign] = car


def _range(sketch: Sketch, text: str) -> DateRange:
    """`2-5`, the second to the fifth day drawn; either end may be left open."""
    first, _, last = text.partition("-")
    days = [
        sketch.first + timedelta(days=int(n) - 1) if n else None for n in (first, last)
    ]
    return DateRange(*days)


def _days(sketch: Sketch, words: list[str]) -> None:
    """`days 14`: the period is longer than what is drawn."""
    sketch.rest_of_days = int(words[0])


FACTS: dict[str, Callable[[Sketch, list[str]], None]] = {
    "need": _need,
    "crew": _crew,
    "team": _team,
    "leave": _leave,
    "offer": _offer,
    "skill": _skill,
    "asks": _asks,
    "never": _pair(PairKind.NEVER),
    "avoid": _pair(PairKind.AVOID),
    "prefer": _pair(PairKind.PREFER),
    "mentor": _pair(PairKind.MENTOR),
    "wants": _wants,
    "pin": _pin,
    "road": _road,
    "car": _car,
    "order": _order,
    "holiday": _holiday,
    "terms": _terms,
    "days": _days,
}
"""What each first word of a line means."""
