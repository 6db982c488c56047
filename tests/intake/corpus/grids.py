"""Wall-charts: people down the side, days across the top."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.intake.corpus.cast import Person
from tests.intake.corpus.drawing import Drawing, Ink, Page, is_bare
from tests.intake.corpus.events import DAY, Event
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.systems import CODES

Square = tuple[str, date]
"""A person's id and a day."""


@dataclass
class Grid:
    """One block of a wall-chart, filled in before it is drawn."""

    people: Sequence[Person]
    days: Sequence[date]
    hand: Hand = field(default_factory=Hand)
    inks: dict[Square, Ink] = field(default_factory=dict)
    names: dict[str, Ink] = field(default_factory=dict)
    heads: dict[date, Ink] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.heads = {day: Ink() for day in self.days}
        self.names = {one.id: self.hand.name(one) for one in self.people}

    def put(self, one: Person, day: date, ink: Ink) -> Ink:
        """Fill in one square."""
        self.inks[one.id, day] = ink
        return ink

    def fill(self, ink_of: "dict[date, str]") -> None:
        """Write what everybody does on each day where nothing stands yet."""
        for one in self.people:
            for day, text in ink_of.items():
                self.inks.setdefault((one.id, day), Ink(text))

    def squares(self, one: Person, first: date, last: date) -> list[Ink]:
        """What stands from one day to another."""
        return [
            self.inks[one.id, day]
            for day in self.days
            if first <= day <= last and (one.id, day) in self.inks
        ]

    def enter(self, event: Event, **looks: object) -> list[Ink]:
        """Write the code of an absence on each of its days."""
        code = CODES[str(event.values["kind"])]
        days = [day for day in self.days if event.first <= day <= (event.last or day)]
        return [
            self.put(event.person, day, Ink(code, **looks))  # type: ignore[arg-type]
            for day in days
        ]

    def enter_all(self, drawing: Drawing, events: Iterable[Event]) -> None:
        """Write absences, each of which must come out."""
        for event in events:
            squares = self.enter(event)
            fact = drawing.row("Leave", squares, **event.row)
            fact.inks += [self.names[event.person.id], *self._heads_of(event)]

    def _heads_of(self, event: Event) -> list[Ink]:
        """The headings of the days of an absence."""
        last = event.last or event.first
        return [ink for day, ink in self.heads.items() if event.first <= day <= last]

    def tell_rest(self, drawing: Drawing) -> None:
        """Tell of rest: in place of a team's turn it is leave, and else it is nothing.

        Rest on turns that follow each other is one stretch.
        """
        for one in self.people:
            run: list[date] = []
            for day in self.days:
                ink = self.inks[one.id, day]
                is_rest = ink.value == "RD"
                if is_rest and one.has_turn(day):
                    run.append(day)
                    continue
                self._tell_run(drawing, one, run)
                run = []
                if is_rest:
                    drawing.passed(ink)
            self._tell_run(drawing, one, run)

    def _tell_run(self, drawing: Drawing, one: Person, run: list[date]) -> None:
        if run:
            inks = [*(self.inks[one.id, day] for day in run), self.names[one.id]]
            stretch = {"kind": "rest", "from": run[0], "to": run[-1]}
            drawing.row("Leave", inks, person=one.id, **stretch)

    def draw(self, page: Page) -> None:
        """Write the people's lines."""
        for one in self.people:
            squares = [self.inks.get((one.id, day), Ink()) for day in self.days]
            page.add(self.names[one.id], *self._spread(squares))

    def _spread(self, squares: list[Ink]) -> list[Ink]:
        """The squares with one ink for each bar of merged ones."""
        spread: list[Ink] = []
        for ink in squares:
            is_covered = not is_bare(ink) and any(ink is other for other in spread)
            spread.append(Ink() if is_covered else ink)
        return spread

    def head(self, page: Page, style: str, *, corner: str = "Name") -> None:
        """Write the row of dates: true ones, day numbers or weekdays with numbers."""
        for day, ink in self.heads.items():
            match style:
                case "true":
                    ink.value, ink.number_format = day, "dd/mm"
                case "numbers":
                    ink.value = day.day
                case "labelled":
                    ink.value = f"{day:%a} {day.day}"
                case _:
                    ink.value = f"{day:%d/%m/%Y}"
        page.add(corner, *self.heads.values())

    def letters(self, page: Page) -> list[Ink]:
        """Write the row of weekday letters above the dates."""
        return page.add(None, *(f"{day:%a}"[0] for day in self.days))


def bar(across: int, text: str, **looks: str) -> Ink:
    """One merged cell."""
    return Ink(text, across=across, **looks)


def month(year: int, number: int) -> list[date]:
    """Every day of a month."""
    days, day = [], date(year, number, 1)
    while day.month == number:
        days.append(day)
        day += DAY
    return days


def legend(page: Page, words: dict[str, str], fills: dict[str, str]) -> list[Ink]:
    """Write what codes and colours mean."""
    inks = page.add("Key")
    for code, meaning in words.items():
        inks += page.add(code, meaning)
    for fill, meaning in fills.items():
        inks += page.add(Ink(fill=fill), meaning)
    return inks
