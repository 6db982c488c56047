"""Lists with a row for each event, as each system exports them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from tests.intake.corpus.cast import Person
from tests.intake.corpus.drawing import Drawing, Ink, Page, Value
from tests.intake.corpus.events import Event
from tests.intake.corpus.hands import Hand

Write = Callable[[Event, Hand], Ink]


@dataclass(frozen=True)
class System:
    """A system's export: its columns, and what stands under each."""

    name: str
    columns: dict[str, Write]
    tells: dict[str, Value] = field(default_factory=dict)
    """What every row of it says, besides what happened."""

    def draw(
        self, drawing: Drawing, page: Page, events: Iterable[Event], hand: Hand
    ) -> list[list[Ink]]:
        """Write a heading and a line for each event; every event must come out."""
        page.add(*self.columns)
        return [self.draw_row(drawing, page, event, hand) for event in events]

    def draw_row(
        self, drawing: Drawing, page: Page, event: Event, hand: Hand
    ) -> list[Ink]:
        """Write one line that must come out."""
        inks = self.write_row(page, event, hand)
        drawing.row(event.sheet, inks, **event.row, **self.tells)
        return inks

    def write_row(self, page: Page, event: Event, hand: Hand) -> list[Ink]:
        """Write one line of which nothing is told."""
        return page.add(*(write(event, hand) for write in self.columns.values()))

    def column(self, header: str) -> int:
        """Where the column stands, counted from 0."""
        return list(self.columns).index(header)


def fixed(*values: Value) -> Write:
    """The same in every row, or by turns."""
    return lambda event, _hand: Ink(values[event.first.day % len(values)])


def of_person(read: Callable[[Person], Value]) -> Write:
    """Something of the person."""
    return lambda event, _hand: Ink(read(event.person))


def word(column: str, words: dict[str, str] | None = None) -> Write:
    """A value of the event, in the system's words."""

    def write(event: Event, _hand: Hand) -> Ink:
        value = event.values.get(column)
        return Ink((words or {}).get(str(value), value))

    return write


def day(column: str, endless: str | None = None) -> Write:
    """A date of the event."""

    def write(event: Event, hand: Hand) -> Ink:
        value = event.values.get(column)
        assert value is None or hasattr(value, "year")
        return hand.day(value, endless)

    return write


def clock(column: str) -> Write:
    """A time of the event."""

    def write(event: Event, hand: Hand) -> Ink:
        value = event.values.get(column)
        assert value is None or isinstance(value, time)
        return hand.clock(value)

    return write


def number(event: Event, hand: Hand) -> Ink:
    """The person's number."""
    return hand.number(event.person)


def name(event: Event, hand: Hand) -> Ink:
    """The person's name."""
    return hand.name(event.person)


def weekday(event: Event, _hand: Hand) -> Ink:
    """The first day's weekday in three letters."""
    return Ink(f"{event.first:%a}")


def days_lost(event: Event, _hand: Hand) -> Ink:
    """How many calendar days it takes."""
    return Ink((event.last - event.first).days + 1 if event.last else None)


def hours_worked(event: Event, _hand: Hand) -> Ink:
    """Decimal hours from start to end."""
    start, end = event.values.get("start"), event.values.get("end")
    if not isinstance(start, time) or not isinstance(end, time):
        return Ink()
    began = datetime.combine(event.first, start)
    ended = datetime.combine(event.first, end)
    return Ink(((ended - began) % timedelta(days=1)).total_seconds() / 3600)


def titled(page: Page, *titles: str, gap: bool = True) -> Sequence[Ink]:
    """Write titles above a table."""
    inks = [ink for title in titles for ink in page.add(title)]
    if gap:
        page.add()
    return inks
