"""`rota demand`: how much of what happened a rota would catch."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import say_json
from rostering.cli.incidents import (
    Columns,
    FromFile,
    Kinds,
    LeaveOut,
    Places,
    columns_meant,
    only_of,
    read_list,
)
from rostering.cli.options import AsJson, OfRota
from rostering.cli.rates import Rates, rates_meant
from rostering.cli.saved import OfBook, OpenedRota, open_saved

if TYPE_CHECKING:
    from inputs.incidents import Incidents
    from rostering.worth.demand import Demand
    from rostering.worth.starts import Start

EXAMPLE = "rota demand incidents.csv --kind joint --start 15:00 --start 18:00"
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
    columns = columns_meant(column or [], as_json=as_json)
    read = read_list(file, columns, leave_out=leave_out, as_json=as_json)
    found = only_of(read.found, kind, "kind", file, as_json=as_json)
    found = only_of(found, place, "place", file, as_json=as_json)
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
