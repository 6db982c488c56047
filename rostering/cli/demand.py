"""`rota demand`: how much of what happened a rota would catch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import bad_input, fail, put_right, say_json
from rostering.cli.options import AsJson, OfRota
from rostering.cli.rates import Rates, rates_meant
from rostering.cli.saved import OfBook, OpenedRota, open_saved

if TYPE_CHECKING:
    from inputs.incidents import Incident, Incidents
    from rostering.worth.demand import Demand
    from rostering.worth.starts import Start

EXAMPLE = "rota demand incidents.csv --kind joint --start 15:00 --start 18:00"
FEW = 12
"""Up to so many kinds or places are named."""
USUAL = tuple(time(hour) for hour in (14, 15, 16, 17, 18))


def clock(text: object) -> time:
    """An hour on the clock as typed: 15:00."""
    from inputs._clocks import CLOCK
    from inputs._kinds import NotUnderstood

    if isinstance(text, time):
        return text
    try:
        return CLOCK.read(str(text).strip())
    except NotUnderstood:
        raise typer.BadParameter(f"{text} is no time such as 15:00") from None


FromFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A workbook or CSV file with columns for time, place and kind, whatever "
        "they are called; the date may stand with the time, or in a column of its own.",
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only incidents of this kind, such as joint. May be repeated.",
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="PLACE",
        help="Only incidents at this place. May be repeated.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME=HEAD",
        help="What the file calls the column time, date, place or kind, such as "
        "place=Sector. May be repeated.",
    ),
]
LeaveOut = Annotated[
    bool,
    typer.Option("--leave-out", help="Leave out rows that are not understood."),
]
Starts = Annotated[
    list[time] | None,
    typer.Option(
        "--start",
        metavar="HH:MM",
        parser=clock,
        help="An hour at which turns could start; without it 14:00 to 18:00. May be "
        "repeated.",
    ),
]


@dataclass(frozen=True)
class _Told:
    """What is told, and of which file and rota."""

    file: "Incidents"
    demand: "Demand"
    starts: "tuple[Start, ...]"
    saved: OpenedRota


def demand(
    file: FromFile,
    *,
    rota: OfRota = Path("rota"),
    kind: Kinds = None,
    place: Places = None,
    start: Starts = None,
    rate: Rates = None,
    column: Columns = None,
    leave_out: LeaveOut = False,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Tell how much of what happened a rota would catch.

    Incidents of the past are counted by hour, day of the week, kind and place. One is
    caught as often as a car of its place (by area, district, base or call sign) is
    crewed at that hour of that day in the rota. Every turn is tried at other hours too,
    with what that does to pay, rest and night work. All of it is an estimate; nothing
    is written.
    """
    columns = _columns(column or [], as_json=as_json)
    read = _read(file, columns, leave_out=leave_out, as_json=as_json)
    found = _of(read.found, kind, "kind", file, as_json=as_json)
    found = _of(found, place, "place", file, as_json=as_json)
    saved = open_saved(rota, book=book, as_json=as_json)
    rates = rates_meant(rate, [saved.rota.problem], as_json=as_json)

    from rostering.report.console import screen
    from rostering.report.console.busy import busy
    from rostering.worth.demand import Demand
    from rostering.worth.starts import starts

    held = Demand(saved.rota, found)
    with busy(screen(stderr=True), "Trying other hours"):
        tried = tuple(starts(held, saved.opened.rules, start or USUAL, rates))
    told = _Told(read, held, tried, saved)
    if as_json:
        _say_json(told)
    else:
        _show(told)


def _columns(said: Sequence[str], *, as_json: bool) -> dict[str, str]:
    """What the file calls each column, as the command line says."""
    from inputs.incidents import COLUMNS

    found: dict[str, str] = {}
    for words in said:
        name, _, head = words.partition("=")
        if name.strip().lower() not in COLUMNS or not head.strip():
            fail(
                f"--column {words} names no column.",
                f"Give it as place=Sector; the columns are {', '.join(COLUMNS)}.",
                as_json=as_json,
            )
        found[name.strip().lower()] = head.strip()
    return found


def _read(
    file: Path, columns: dict[str, str], *, leave_out: bool, as_json: bool
) -> "Incidents":
    from inputs import BadInputs
    from inputs.incidents import BadRows, NoColumns, read_incidents

    if not file.exists():
        advice = "Name a list of incidents, as a .csv or .xlsx file."
        fail(f"There is no file {file}.", advice, as_json=as_json)
    try:
        return read_incidents(file, columns, leave_out=leave_out)
    except NoColumns as bad:
        advice = "Say which they are, such as --column time=HEAD --column place=HEAD."
        bad_input(bad.faults, as_json=as_json, advice=advice)
    except BadRows as bad:
        advice = f"{put_right(bad.faults)}, or go on without these rows: --leave-out"
        bad_input(bad.faults, as_json=as_json, advice=advice)
    except BadInputs as bad:
        bad_input(bad.faults, as_json=as_json)


def _of(
    found: "Sequence[Incident]",
    wanted: Sequence[str] | None,
    name: str,
    file: Path,
    *,
    as_json: bool,
) -> "tuple[Incident, ...]":
    """Those of the kinds or places that are wanted; all where none is named."""
    said = {each.strip().casefold() for each in wanted or ()}
    names = [str(getattr(each, name)) for each in found]
    both = zip(found, names, strict=True)
    chosen = tuple(each for each, its in both if not said or its.casefold() in said)
    if not chosen:
        first, more = sorted({*names} - {""})[:FEW], max(0, len({*names}) - FEW)
        known = ", ".join(first) + (f" and {more} more" if more else "")
        of = f" of that {name}" if said else ""
        advice = f"Its {name}s are {known}." if known else "Give a file that has some."
        fail(f"{file} has no incident{of}.", advice, as_json=as_json)
    return chosen


def _say_json(told: _Told) -> None:
    from rostering.report.console.faults import fault_document
    from rostering.report.demand import demand_document

    say_json(
        {
            **demand_document(told.demand, told.starts),
            "columns": dict(told.file.columns),
            "left_out": [fault_document(fault) for fault in told.file.left_out],
            "faults": [fault_document(fault) for fault in told.saved.faults],
        }
    )


def _show(told: _Told) -> None:
    from rostering.report.console import screen
    from rostering.report.console.demand import demand_shown, read_shown
    from rostering.report.console.faults import warned

    console = screen()
    for part in (
        *warned(told.saved.faults, f"rota audit {told.saved.path}"),
        *read_shown(told.file.columns, told.file.left_out),
        *demand_shown(told.demand, told.starts, console.width),
    ):
        console.print(part)
