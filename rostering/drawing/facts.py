"""The lines of a drawing that give facts: each word and what it adds.

Days are drawn as tokens from the first day of the period: `x` for the days meant and
`-` for the others, unless the line says otherwise.
"""

from collections.abc import Callable
from datetime import date, time, timedelta

from rostering.domain import (
    AbsenceKind,
    DateRange,
    Leave,
    Offer,
    OffRoad,
    Pair,
    PairKind,
    PersonId,
    Pin,
    PinKind,
    Post,
    Request,
    SkillNeed,
    Team,
    Training,
    Waiver,
    Want,
)
from rostering.domain.time import span_between, whole_days
from rostering.drawing.sketch import Sketch
from rostering.drawing.terms import car, terms
from rostering.drawing.tokens import REST, TURNS, token


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


def _days(sketch: Sketch, words: list[str]) -> None:
    """`days 14`: the period is longer than what is drawn."""
    sketch.rest_of_days = int(words[0])


def _published(sketch: Sketch, words: list[str]) -> None:
    """`published Ann L - L1+E2`: what was told to Ann."""
    for day, mark in sketch.days(words[1:]):
        drawn = [token(each) for each in mark.split("+")]
        sketch.published += [(words[0], day, each) for each in drawn if each]


def _told(sketch: Sketch, words: list[str]) -> None:
    """`told 2027-01-04`, when changes are told now; `told Ann 2027-01-01`, earlier."""
    *names, day = words
    sketch.told["".join(names)] = date.fromisoformat(day)


def _waive(sketch: Sketch, words: list[str]) -> None:
    """`waive Ann REST-01 - x`; without days it is for always."""
    days = [day for day, _ in sketch.days(words[2:])]
    when = [DateRange(day, day) for day in days] if words[2:] else [DateRange()]
    for each in when:
        sketch.add("waivers", Waiver(PersonId(words[0]), words[1], each))


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
    "car": car,
    "order": _order,
    "holiday": _holiday,
    "terms": terms,
    "days": _days,
    "published": _published,
    "told": _told,
    "waive": _waive,
}
"""What each first word of a line means."""
