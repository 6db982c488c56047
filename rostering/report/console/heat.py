"""When the cars are crewed, drawn: a mark for each hour of the week."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.grouping import grouped
from rostering.report.console.screen import (
    DOUBTFUL,
    FAINT,
    HEADING,
    OPEN,
    heading,
    indented,
    table,
)
from rostering.worth.cover import CarCover, Slot, together

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MARKS = ((1.0, "██", ""), (0.75, "▓▓", ""), (0.5, "▒▒", DOUBTFUL), (0.001, "░░", OPEN))
"""From which share on an hour has which mark; shape and not colour alone tells."""
NEVER = "··"
MORNING = 6
"""The hour with which a day begins here, so that a night stands beside its evening."""
HOUR_NAMES = " ".join(f"{hour % 24:02}" for hour in range(MORNING, MORNING + 24))
"""The head of a row of all hours."""
HOUR, DAY_NAME = 3, 5
"""Columns for an hour, and for the name of a day."""


def cover_shown(found: Sequence[CarCover], width: int) -> Iterator[RenderableType]:
    """Every car, as many side by side as there is room for."""
    hours = hours_asked(found)
    if not hours:
        return
    yield heading("Cover by car")
    yield indented(_shares(found))
    yield Text()
    yield heading("Cover by day of the week and hour")
    fitting = max(1, (width - DAY_NAME) // (HOUR * len(hours) + 2))
    for first in range(0, len(found), fitting):
        yield _drawn(found[first : first + fitting], hours)
        yield Text()
    yield Text(
        "██ always crewed, ▓▓ three quarters of the time or more, ▒▒ half, ░░ less, "
        "·· never; nothing where no shift is asked for. After midnight it is the next "
        "day.",
        style=FAINT,
    )
    yield Text()


def _shares(found: Sequence[CarCover]) -> Table:
    made = table("car", "shifts crewed", "of", "hours crewed", "of", "share")
    for column in made.columns[1:]:
        column.justify = "right"
    forces = grouped(found, lambda car: car.force)
    for force, cars in forces.items():
        for car in cars:
            made.add_row(*_share(car))
        if len(forces) > 1:
            made.add_row(*_share(together(cars, force or "no force")), style=HEADING)
            made.add_section()
    if len(found) > 1:
        made.add_section()
        made.add_row(*_share(together(found)), style=HEADING)
    return made


def _share(car: CarCover) -> Iterator[str | Text]:
    crewed, asked = car.crewed.total(), car.asked.total()
    yield Text(car.unit)
    yield from (str(car.crewed_shifts), str(car.shifts))
    yield from (f"{minutes / 60:,.1f}" for minutes in (crewed, asked))
    yield f"{100 * crewed / asked:.1f}%" if asked else ""


def hours_asked(found: Sequence[CarCover]) -> tuple[int, ...]:
    """The hours of the day with a shift of some car, from the morning on."""
    asked = {hour for car in found for _, hour in car.asked}
    return tuple(hour for hour in by_morning() if hour in asked)


def by_morning() -> Iterator[int]:
    """The hours of the day, from the morning on."""
    return (hour % 24 for hour in range(MORNING, MORNING + 24))


def _drawn(cars: Sequence[CarCover], hours: Sequence[int]) -> Table:
    clock = " ".join(f"{hour:02}" for hour in hours)
    made = table("", *(f"{car.unit}\n{clock}" for car in cars))
    for column in made.columns:
        column.no_wrap = True
    for number, day in enumerate(DAYS):
        made.add_row(day, *(_marks(car, number, hours) for car in cars))
    return made


def _marks(car: CarCover, day: int, hours: Sequence[int]) -> Text:
    return Text(" ").join(_mark(car, (day, hour)) for hour in hours)


def _mark(car: CarCover, slot: Slot) -> Text:
    share = car.share(slot)
    if share is None:
        return Text("  ")
    for least, mark, style in MARKS:
        if share >= least:
            return Text(mark, style=style)
    return Text(NEVER, style=OPEN)
