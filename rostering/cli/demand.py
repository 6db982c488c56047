"""`rota demand`: how much of what happened a rota would catch."""

from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import bad_input, fail, put_right, say_json
from rostering.cli.options import AsJson, OfRota
from rostering.cli.saved import OfBook, OpenedRota, open_saved

if TYPE_CHECKING:
    from inputs.incidents import Incident
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


Incidents = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A workbook or CSV file with the columns time, place and kind; the date "
        "may stand with the time, or in a column date.",
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


def demand(
    file: Incidents,
    *,
    rota: OfRota = Path("rota"),
    kind: Kinds = None,
    start: Starts = None,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Tell how much of what happened a rota would catch.

    Incidents of the past are counted by hour, day of the week and place. One is caught
    as often as a car of its place (by area, district, base or call sign) is crewed at
    that hour of that day in the rota. Every turn is tried at other hours too, with what
    that does to pay, rest and night work. All of it is an estimate; nothing is written.
    """
    found = _read(file, kind or [], as_json=as_json)
    saved = open_saved(rota, book=book, as_json=as_json)

    from rostering.report.console import screen
    from rostering.report.console.busy import busy
    from rostering.worth.demand import Demand
    from rostering.worth.starts import starts

    told = Demand(saved.rota, found)
    with busy(screen(stderr=True), "Trying other hours"):
        tried = tuple(starts(told, saved.opened.rules, start or USUAL))
    if as_json:
        _say_json(told, tried, saved)
    else:
        _show(told, tried, saved)


def _read(file: Path, kinds: list[str], *, as_json: bool) -> "tuple[Incident, ...]":
    """The incidents of these kinds; of all where none is named."""
    from inputs import BadInputs
    from inputs.incidents import incidents

    try:
        found = incidents(file)
    except BadInputs as bad:
        advice = f"{put_right(bad.faults)}, then give the command again."
        bad_input(bad.faults, as_json=as_json, advice=advice)
    wanted = {kind.strip().lower() for kind in kinds}
    chosen = tuple(each for each in found if not wanted or each.kind in wanted)
    if not chosen:
        known = ", ".join(sorted({each.kind for each in found} - {""}))
        said = f"{file} has no incident{' of that kind' if wanted else ''}."
        advice = f"Its kinds are {known}." if known else "Give a file that has some."
        fail(said, advice, as_json=as_json)
    return chosen


def _say_json(told: "Demand", tried: "tuple[Start, ...]", saved: OpenedRota) -> None:
    from rostering.report.console.faults import fault_document
    from rostering.report.demand import demand_document

    faults = [fault_document(fault) for fault in saved.faults]
    say_json({**demand_document(told, tried), "faults": faults})


def _show(told: "Demand", tried: "tuple[Start, ...]", saved: OpenedRota) -> None:
    from rostering.report.console import screen
    from rostering.report.console.demand import demand_shown
    from rostering.report.console.faults import warned

    console = screen()
    for part in (
        *warned(saved.faults, f"rota audit {saved.path}"),
        *demand_shown(told, tried, console.width),
    ):
        console.print(part)
