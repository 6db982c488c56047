"""What happened, and how much of it a rota would catch, in the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import day_in_words
from rostering.report.console.caught import caught_shown
from rostering.report.console.heat import DAYS, HOUR_NAMES, by_morning
from rostering.report.console.screen import DOUBTFUL, FAINT, counted, heading, table
from rostering.report.console.starts import starts_shown

if TYPE_CHECKING:
    from rostering.domain import Fault
    from rostering.worth.demand import Demand
    from rostering.worth.starts import Start

SHADES = ((0.75, "██"), (0.5, "▓▓"), (0.25, "▒▒"), (0.0001, "░░"))
"""From which part of the busiest hour on an hour has which shade."""
FEW = 6
"""Up to so many cells are named."""


def demand_shown(
    demand: "Demand", found: "Sequence[Start]", width: int
) -> Iterator[RenderableType]:
    """When it happened, where, how much is caught, and what other starts would do."""
    if demand.days is None:
        yield Text("There is no incident to look at.")
        return
    first, last = (day_in_words(day) for day in demand.days)
    total = len(demand.incidents)
    yield heading(f"{counted(total, 'incident')}, {first} to {last}")
    yield Text()
    yield _hours(demand)
    yield Text("██ the busiest hours of the week, ▓▓ half as busy, ▒▒, ░░", style=FAINT)
    yield Text()
    yield from caught_shown(demand, width)
    yield Text()
    yield from starts_shown(found, total, width)


def read_shown(
    columns: Mapping[str, str], left_out: "Sequence[Fault]"
) -> Iterator[RenderableType]:
    """What a file calls the columns that were read, and which rows were left out."""
    odd = [f"{name} from {said}" for name, said in columns.items() if name != said]
    if odd:
        yield Text(f"Read: {', '.join(odd)}.", style=FAINT)
    if left_out:
        rows = {(f.place.file, f.place.sheet, _row(f)) for f in left_out}
        cells = ", ".join(fault.place.cell for fault in left_out[:FEW])
        more = f" and {len(left_out) - FEW} more" if len(left_out) > FEW else ""
        said = f"{counted(len(rows), 'row')} left out, not understood at {cells}{more}."
        yield Text(said, style=DOUBTFUL)


def _row(fault: "Fault") -> str:
    return "".join(sign for sign in fault.place.cell if sign.isdigit())


def _hours(demand: "Demand") -> Table:
    made = table("", HOUR_NAMES)
    most = max(demand.slots.values())
    for number, day in enumerate(DAYS):
        marks = (_shade(demand.slots[number, hour], most) for hour in by_morning())
        made.add_row(day, " ".join(marks))
    return made


def _shade(number: int, most: int) -> str:
    return next((mark for part, mark in SHADES if number >= part * most), "  ")
