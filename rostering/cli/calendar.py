"""`rota calendar`: a rota as files that phones and office programs keep in step."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import bad_input, fail, say_json
from rostering.cli.options import AsJson, SavedRota, day
from rostering.cli.saved import days_of, read_saved
from rostering.cli.whose import SomeCars, SomePeople, Weeks, asked_days, owners_meant
from rostering.cli.writing import cannot_write

if TYPE_CHECKING:
    from rostering.domain.time import DateRange
    from rostering.report.calendar import Calendars, Exported, Owner
    from rostering.saved.reading import SavedRota as Saved

EXAMPLE = 'rota calendar rota --person "Grace Elphick" --unit JR-04'

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Where to write them; without it, `calendar` in the rota's folder.",
    ),
]
FirstDay = Annotated[
    date | None,
    typer.Option(
        "--from",
        metavar="DATE",
        parser=day,
        help="First day to bring up to date; all other days stay as they are.",
    ),
]


def calendar(
    path: SavedRota = Path("rota"),
    *,
    out: Out = None,
    person: SomePeople = None,
    unit: SomeCars = None,
    first: FirstDay = None,
    weeks: Weeks = None,
    as_json: AsJson = False,
) -> None:
    """Write a calendar file for each person and each car.

    They are .ics files, which phones and office programs open, made of the rota's files
    alone. After a change give the command again: files that stand there are brought up
    to date, and opening them again moves or cancels what has changed, and adds nothing
    twice. Keep the folder: changes are counted from what stands in it.
    """
    saved = read_saved(path, as_json=as_json)
    folder = out or saved.path.parent / "calendar"
    days = asked_days(saved, first, weeks)
    calendars = _looked_at(saved, folder, as_json=as_json)
    chosen = owners_meant(calendars.names, person or [], unit or [], as_json=as_json)
    owners = chosen or list(calendars.names)
    exported = _exported(calendars, owners, days, as_json=as_json)
    if not exported or not days.overlaps(days_of(saved)):
        said = "The rota has nothing in those days."
        fail(said, "Ask for other days, or all.", as_json=as_json)
    _write(folder, exported, as_json=as_json)
    if as_json:
        _say_json(saved, folder, exported)
    else:
        _tell(folder, exported)


def _looked_at(saved: "Saved", folder: Path, *, as_json: bool) -> "Calendars":
    from rostering.report.calendar import calendars_of

    try:
        return calendars_of(saved, folder)
    except OSError as refusal:
        cannot_write(folder, refusal, as_json=as_json)


def _exported(
    calendars: "Calendars",
    owners: "Sequence[Owner]",
    days: "DateRange",
    *,
    as_json: bool,
) -> "tuple[Exported, ...]":
    from inputs import BadInputs

    try:
        return calendars.exported(owners, days)
    except BadInputs as bad:
        advice = "Nothing was written. Put this right, then give the command again."
        bad_input(bad.faults, as_json=as_json, advice=advice)


def _write(folder: Path, exported: "Sequence[Exported]", *, as_json: bool) -> None:
    from rostering.report.calendar import write

    try:
        write(folder, exported)
    except OSError as refusal:
        cannot_write(folder, refusal, as_json=as_json)


def _say_json(saved: "Saved", folder: Path, exported: "Sequence[Exported]") -> None:
    from rostering.report.calendar import Change

    documents = [
        {
            "file": str(each.path),
            "kind": each.owner.kind.value,
            "id": each.owner.id,
            "name": each.name,
            "shifts": each.shifts,
            **{change.value: each.changes[change] for change in Change},
            "written": not each.is_as_it_was,
        }
        for each in exported
    ]
    found = {"rota": str(saved.path), "folder": str(folder), "calendars": documents}
    say_json(found)


def _tell(folder: Path, exported: "Sequence[Exported]") -> None:
    from rostering.report.calendar import Kind
    from rostering.report.console import screen
    from rostering.report.console.screen import counted

    console = screen()
    kinds = Counter(each.owner.kind for each in exported)
    total = counted(len(exported), "calendar")
    people, cars = kinds[Kind.PERSON], kinds[Kind.CAR]
    console.print(f"{total} in {folder}: {people} of people, {cars} of cars.")
    console.print(_changes(exported))
    console.print("Who opens a file again gets what has changed, and nothing twice.")


def _changes(exported: "Sequence[Exported]") -> str:
    """`2 entries are new, 1 changed and 3 cancelled.`."""
    from rostering.report.calendar import Change

    total = sum((each.changes for each in exported), Counter[Change]())
    if all(each.is_as_it_was for each in exported):
        return "All are as they were."
    counts = [f"{total[change]} {change}" for change in Change if total[change]]
    return f"Entries: {', '.join(counts) or 'none changed'}."
