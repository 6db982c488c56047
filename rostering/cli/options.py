"""The options that several commands share."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

Choice = TypeVar("Choice", bound=StrEnum)


def day(text: str) -> date:
    """A date as typed: 2027-01-04 or 04/01/2027."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise typer.BadParameter(f"{text} is no date such as 2027-01-04 or 04/01/2027")


def whole(least: int, most: int) -> Callable[[object], int]:
    """Reads a whole number between two others."""

    def read(text: object) -> int:
        said = str(text).strip()
        if not said.isdecimal() or not least <= int(said) <= most:
            raise typer.BadParameter(
                f"{said} is no whole number from {least} to {most}"
            )
        return int(said)

    return read


def positive(text: object) -> float:
    """A number greater than nought, as typed."""
    try:
        number = float(str(text))
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise typer.BadParameter(f"{text} is no number greater than 0")
    return number


def chance(text: object) -> float:
    """A chance as typed: 8%, 8 or 0.08; a number above 1 is in per cent."""
    said = str(text).strip()
    try:
        number = float(said.removesuffix("%"))
    except ValueError:
        number = -1.0
    share = number / 100 if said.endswith("%") or number > 1 else number
    if not 0 <= share <= 1:
        raise typer.BadParameter(f"{text} is no chance such as 8%")
    return share


def word(choices: type[Choice]) -> Callable[[object], Choice]:
    """Reads one of a few words."""

    def read(text: object) -> Choice:
        try:
            return choices(str(text).strip().lower())
        except ValueError:
            known = ", ".join(choices)
            raise typer.BadParameter(f"{text} is none of {known}") from None

    return read


Book = Annotated[
    Path,
    typer.Argument(
        metavar="BOOK",
        help="A workbook (.xlsx), or a folder of .xlsx and .csv files.",
    ),
]
FirstDay = Annotated[
    date | None,
    typer.Option(
        "--from",
        metavar="DATE",
        parser=day,
        help="First day to plan, such as 2027-01-04. Without it, the book tells.",
    ),
]
Weeks = Annotated[
    int | None,
    typer.Option(
        "--weeks",
        metavar="N",
        parser=whole(1, 104),
        help="How many weeks to plan. Without it, as many as the book has cover for.",
    ),
]
SavedRota = Annotated[
    Path,
    typer.Argument(
        metavar="ROTA",
        help="The folder that `rota build` wrote, or its rota.csv, rota.json or "
        "rota.xlsx; or a "
        "published version: BOOK@3, the last BOOK@.",
    ),
]
OfRota = Annotated[
    Path,
    typer.Option(
        "--rota",
        metavar="ROTA",
        help="The rota: a folder or file that `rota build` wrote, or BOOK@ for the "
        "last published.",
    ),
]
Told = Annotated[
    date | None,
    typer.Option(
        "--told",
        metavar="DATE",
        parser=day,
        help="The day on which people are told, from which notice counts; without it, "
        "today.",
    ),
]
AsJson = Annotated[
    bool,
    typer.Option("--json", help="Write for other programs: JSON and nothing else."),
]
