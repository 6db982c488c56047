"""Hours that cover asks of a role and hours that its people have, as a table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.report.console.cars import short_day
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    HEADING,
    OPEN,
    counted,
    indented,
    table,
)

if TYPE_CHECKING:
    from datetime import date

    from rostering.explain.forecast.workload import Hours, Workload

COLUMNS = {
    "wanted": "wanted",
    "contract": "contract",
    "leave": "leave",
    "training": "training",
    "unable": "unable",
    "available": "left",
    "short": "short",
    "overtime": "overtime",
    "offered": "offered",
}
"""What a table may have in it, and its head."""
TELLING = frozenset({"training", "unable", "overtime", "offered"})
"""Columns that stand only where there is something in them."""


def workload_shown(workload: "Workload", most: int | None) -> Iterator[RenderableType]:
    """One sentence, and the weeks that are short; every week if all are asked for."""
    total, weeks = workload.total, workload.weeks
    short = [(monday, hours) for monday, hours in weeks if hours.short]
    still = [hours for _, hours in weeks if hours.still_short]
    yield Text.assemble(
        (f"Hours ({', '.join(workload.roles)}): ", HEADING),
        f"{_hours(total.wanted)} h wanted, {_hours(total.available)} h available. ",
        _verdict(workload, len(short), len(still)),
    )
    if total.contract:
        away = 100 * (total.leave + total.training) // total.contract
        said = f"  Leave and training take {away} % of the contracts."
        yield Text(said, style=FAINT)
    told = list(weeks) if most is None else short[:most]
    if told:
        yield indented(_table(told, total))
    if most is not None and len(short) > most:
        yield Text(f"  … and {len(short) - most} more", style=FAINT)
    yield Text()


def _verdict(workload: "Workload", short: int, still: int) -> tuple[str, str]:
    if not short:
        return "Enough in every week.", DONE
    total = workload.total
    both = {"overtime": total.overtime, "offers": total.offered}
    more = " and ".join(name for name, minutes in both.items() if minutes)
    said = f"Too few in {short} of {counted(len(workload.weeks), 'week')}"
    if not still:
        return f"{said} without the {more}.", DOUBTFUL
    return f"{said}{more and f'; in {still} even with all {more}'}.", OPEN


def _table(weeks: "list[tuple[date, Hours]]", total: "Hours") -> Table:
    shown = [x for x in COLUMNS if x not in TELLING or getattr(total, x)]
    made = table("week of", *(COLUMNS[name] for name in shown))
    made.columns[0].no_wrap = True
    for column in made.columns[1:]:
        column.justify = "right"
    for monday, hours in weeks:
        made.add_row(short_day(monday), *_cells(hours, shown))
    made.add_section()
    made.add_row("all weeks", *_cells(total, shown))
    return made


def _cells(hours: "Hours", shown: list[str]) -> Iterator[Text]:
    for name in shown:
        minutes = getattr(hours, name)
        is_bad = name == "short" and hours.still_short
        yield Text(_hours(minutes), style=OPEN if is_bad else "")


def _hours(minutes: int) -> str:
    """`37.5`, as contracts are written."""
    return f"{round(minutes / 60, 1):g}"
