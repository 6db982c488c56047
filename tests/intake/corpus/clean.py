"""Sheets without a slip, for damage to be done to."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS, SPECIALS, Person
from tests.intake.corpus.drawing import Drawing, Fact, Fate, Ink, Line, Page
from tests.intake.corpus.events import Event, absences, duties, offers, trainings
from tests.intake.corpus.files.charts import JANUARY, TURNS
from tests.intake.corpus.grids import Grid
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.hourly import HOURS, drawn_hours
from tests.intake.corpus.lists import System
from tests.intake.corpus.systems import (
    DMS,
    DMS_ABSENCE,
    ESR_ABSENCE,
    ESR_LABELLED,
    ESR_ORACLE,
    GRS,
    HEALTH_ROSTER,
    OFFERS,
)


@dataclass
class Sheet:
    """A sheet of a drawing, its heading and the lines below it."""

    drawing: Drawing
    page: Page
    head: Line
    body: list[Line]
    random: Random
    is_grid: bool = False

    def fact_of(self, line: Line) -> Fact | None:
        """What a list's line tells."""
        inks = {ink for ink in line.inks if ink is not None}
        facts = [fact for fact in self.drawing.facts if inks & set(fact.inks)]
        return facts[0] if facts else None

    def column(self, *headers: str) -> int | None:
        """Where the first of these columns stands, counted from 0."""
        for at, ink in enumerate(self.head.inks):
            if ink is not None and ink.value in headers:
                return at
        return None

    @property
    def rows(self) -> list[Line]:
        """The lines of a list that still must come out."""
        told = [(line, self.fact_of(line)) for line in self.body]
        return [line for line, fact in told if fact and fact.fate is Fate.ROW]


Make = Callable[[Random], Sheet]


def _list(
    system: System, kind: str, events: Callable[[Random], list[Event]], hand: Hand
) -> Make:
    def make(random: Random) -> Sheet:
        drawing = Drawing("list.xlsx", system.name, kind)
        page = drawing.page("Export")
        system.draw(drawing, page, events(random)[:12], hand)
        head, *body = page.lines
        return Sheet(drawing, page, head, body, random)

    return make


def _few(random: Random, people: tuple[Person, ...]) -> list[Person]:
    return random.sample(people, random.randrange(2, len(people)))


def _chart(people: tuple[Person, ...], heads: str, hand: Hand) -> Make:
    def make(random: Random) -> Sheet:
        drawing = Drawing("Rota Jan 2027.xlsx", "wall-chart", "leave")
        page = drawing.page("Jan 2027")
        grid = Grid(_few(random, people)[:5], JANUARY, hand)
        events = absences(random, grid.people, ("annual", "sick", "study"))
        grid.enter_all(drawing, [event for event in events if event.last in JANUARY])
        grid.fill({day: TURNS[day.day % 7] for day in grid.days})
        grid.head(page, heads)
        grid.draw(page)
        head, *body = page.lines
        return Sheet(drawing, page, head, body, random, is_grid=True)

    return make


def _matrix(random: Random) -> Sheet:
    drawing = Drawing("matrix.xlsx", "matrix of skills", "training")
    page = drawing.page("Matrix")
    skills = ("personal safety", "first aid")
    page.add("Collar No", "Name", *skills)
    held = trainings(random, _few(random, REGULARS))
    for first, second in zip(held[::2], held[1::2], strict=True):
        one = first.person
        squares = [Ink(event.values["expires"]) for event in (first, second)]
        who = [Ink(one.id), Ink(one.name)]
        page.add(*who, *squares)
        for ink, event in zip(squares, (first, second), strict=True):
            row = {name: v for name, v in event.row.items() if name != "from"}
            drawing.row("Training", [ink, *who], **row)
    head, *body = page.lines
    return Sheet(drawing, page, head, body, random, is_grid=True)


def _pairs(random: Random) -> Sheet:
    drawing = Drawing("skills.xlsx", "two columns a skill", "training")
    page = drawing.page("Skills")
    skills = ("personal safety", "first aid")
    heads = (f"{skill} {part}" for skill in skills for part in ("taken", "expires"))
    page.add("Collar No", "Name", *heads)
    held = trainings(random, _few(random, REGULARS))
    for events in zip(held[::2], held[1::2], strict=True):
        one = events[0].person
        days = [(event.values["from"], event.values["expires"]) for event in events]
        id_ink, name_ink, *squares = page.add(one.id, one.name, *days[0], *days[1])
        for event, both in zip(events, (squares[:2], squares[2:]), strict=True):
            drawing.row("Training", [*both, id_ink, name_ink], **event.row)
    head, *body = page.lines
    return Sheet(drawing, page, head, body, random, is_grid=True)


def _turned(random: Random) -> Sheet:
    drawing = Drawing("matrix.xlsx", "people across", "training")
    page = drawing.page("Matrix")
    people = _few(random, REGULARS)
    held = trainings(random, people)
    _, *names = page.add("Skill", *(one.name for one in people))
    for events in (held[::2], held[1::2]):
        skill, *squares = page.add(
            events[0].values["skill"], *(event.values["expires"] for event in events)
        )
        for ink, event, name in zip(squares, events, names, strict=True):
            row = {name: v for name, v in event.row.items() if name != "from"}
            drawing.row("Training", [ink, skill, name], **row)
    head, *body = page.lines
    return Sheet(drawing, page, head, body, random, is_grid=True)


def _hours(random: Random) -> Sheet:
    drawing = Drawing("hours.xlsx", "offers by the hour", "availability")
    page = drawing.page("Hours")
    page.add("Collar", "Officer", "Date", *(f"{hour:02}:00" for hour in HOURS))
    hourly = drawn_hours(random, _few(random, SPECIALS)[:3])
    who: dict[str, list[Ink]] = {}
    for one in hourly.people:
        for day in filter(partial(hourly.has_any, one), hourly.days):
            inks = page.add(one.id, one.name, day, *hourly.line(one, day))
            who[one.id] = [*who.get(one.id, ()), *inks[:3]]
    hourly.tell(drawing, who)
    head, *body = page.lines
    return Sheet(drawing, page, head, body, random, is_grid=True)


CLEAN: dict[str, Make] = {
    "ESR absence": _list(
        ESR_ABSENCE,
        "leave",
        lambda random: absences(random, _few(random, PARAMEDICS)),
        Hand(names="comma"),
    ),
    "ESR with weekdays": _list(
        ESR_LABELLED,
        "leave",
        lambda random: absences(random, _few(random, PARAMEDICS)),
        Hand(),
    ),
    "ESR by Oracle": _list(
        ESR_ORACLE,
        "leave",
        lambda random: absences(random, _few(random, PARAMEDICS)),
        Hand(dates="oracle"),
    ),
    "HealthRoster": _list(
        HEALTH_ROSTER,
        "leave",
        lambda random: absences(random, _few(random, PARAMEDICS)),
        Hand(names="comma"),
    ),
    "DMS abstractions": _list(
        DMS_ABSENCE,
        "leave",
        lambda random: absences(random, _few(random, REGULARS)),
        Hand(dates="slashes"),
    ),
    "GRS": _list(
        GRS,
        "duties",
        lambda random: duties(random, _few(random, PARAMEDICS), days=4),
        Hand(),
    ),
    "DMS": _list(
        DMS,
        "duties",
        lambda random: duties(random, _few(random, REGULARS), days=4),
        Hand(clocks="colon"),
    ),
    "offers": _list(
        OFFERS,
        "availability",
        lambda random: offers(random, _few(random, SPECIALS), weeks=2),
        Hand(),
    ),
    "chart": _chart(PARAMEDICS, "true", Hand()),
    "numbered chart": _chart(PARAMEDICS, "numbers", Hand(names="comma")),
    "police chart": _chart(REGULARS, "labelled", Hand(names="ranked")),
    "matrix": _matrix,
    "two columns a skill": _pairs,
    "people across": _turned,
    "hours": _hours,
}
"""Ways to make a sheet of which every fact must come out."""
