"""Lists of incidents that commands are given, and which of them count."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import bad_input, fail, put_right

if TYPE_CHECKING:
    from inputs.incidents import Incident, Incidents

FEW = 12
"""Up to so many kinds or places are named."""

FromFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A workbook (.xlsx, .xls, .ods) or text file (.csv) with columns for "
        "time, place and kind, whatever they are called; the date may stand with the "
        "time, or in a column of its own.",
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


def columns_meant(said: Sequence[str], *, as_json: bool) -> dict[str, str]:
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


def read_list(
    file: Path, columns: dict[str, str], *, leave_out: bool, as_json: bool
) -> "Incidents":
    """What the file tells; end with its faults and the next step where it cannot."""
    from inputs import BadInputs
    from inputs.incidents import BadRows, NoColumns, read_incidents

    if not file.exists():
        advice = "Name a list of incidents: a workbook or a .csv file."
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


def only_of(
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
