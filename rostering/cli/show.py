"""`rota show`: a rota in the terminal, by car, by person or by week."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail
from rostering.cli.meant import Unknown, person_meant, unit_meant
from rostering.cli.options import SavedRota, day, whole, word
from rostering.cli.saved import read_saved

if TYPE_CHECKING:
    from rich.console import RenderableType

    from rostering.saved.lines import RotaLine
    from rostering.saved.reading import SavedRota as Saved

EXAMPLE = "rota show rota --by person --from 2027-01-18 --weeks 2"


class By(StrEnum):
    """What a rota is ordered by."""

    CAR = "car"
    PERSON = "person"
    WEEK = "week"
    SHARE = "share"


Ordered = Annotated[
    By,
    typer.Option(
        "--by",
        metavar="|".join(By),
        parser=word(By),
        help="By car, person or week; or who has what share of it.",
    ),
]
OnePerson = Annotated[
    str, typer.Option("--person", metavar="NAME", help="Only this person, or id.")
]
OneCar = Annotated[str, typer.Option("--unit", metavar="CAR", help="Only this car.")]
FirstShown = Annotated[
    date | None,
    typer.Option("--from", metavar="DATE", parser=day, help="First day to show."),
]
WeeksShown = Annotated[
    int | None,
    typer.Option(
        "--weeks", metavar="N", parser=whole(1, 104), help="How many to show."
    ),
]
OnlyGaps = Annotated[bool, typer.Option("--gaps", help="Only what is open, and why.")]


def show(
    path: SavedRota = Path("rota"),
    *,
    by: Ordered = By.CAR,
    person: OnePerson = "",
    unit: OneCar = "",
    first: FirstShown = None,
    weeks: WeeksShown = None,
    gaps: OnlyGaps = False,
) -> None:
    """Show a rota, from its files alone.

    Open posts are marked with a square, spare places with a dot. The picture fits the
    width of the window; in a pipe it is plain text.
    """
    from rostering.report.console import screen

    saved = read_saved(path)
    lines = _Choice(unit, first, weeks).of(saved.lines)
    if not lines:
        fail("The rota has nothing in those days.", "Ask for other days, or all.")
    console = screen()
    chosen = _person(lines, person) if person else ""
    for part in _parts(lines, by, chosen, gaps=gaps, width=console.width):
        console.print(part)
    if len(lines) == len(saved.lines) and not chosen:
        _show_most(saved, path)
        _show_exceptions(saved)


@dataclass(frozen=True)
class _Choice:
    """Which lines are wanted."""

    unit: str
    first: date | None
    weeks: int | None

    def of(self, lines: "Sequence[RotaLine]") -> "list[RotaLine]":
        """The lines that are wanted, in order of time."""
        units = {line.unit for line in lines}
        wanted = unit_meant(self.unit, units) if self.unit else ""
        start = self.first or min((line.day for line in lines), default=date.min)
        last = start + timedelta(weeks=self.weeks) if self.weeks else date.max
        chosen = [
            line
            for line in lines
            if start <= line.day < last and wanted in ("", line.unit)
        ]
        return sorted(chosen, key=lambda line: (line.day, line.unit, line.turn))


def _parts(
    lines: "Sequence[RotaLine]", by: By, person: str, *, gaps: bool, width: int
) -> "Iterator[RenderableType]":
    from rostering.report.console.cars import cars_shown
    from rostering.report.console.gaps import gaps_shown
    from rostering.report.console.people import people_shown, person_shown
    from rostering.report.console.weeks import weeks_shown

    if gaps:
        return gaps_shown(lines)
    if person:
        return person_shown(lines, person)
    if by is By.PERSON:
        return people_shown(lines, width)
    if by is By.SHARE:
        from rostering.report.console.shares import shares_shown

        return shares_shown(lines, width)
    return weeks_shown(lines, width) if by is By.WEEK else cars_shown(lines, width)


def _show_most(saved: "Saved", path: Path) -> None:
    """Say how many shifts a legal rota crews at most, as far as the build knew."""
    from rostering.report.console import screen

    shifts = saved.document.get("shifts")
    said = shifts if isinstance(shifts, Mapping) else {}
    most, wanted = said.get("most"), said.get("wanted")
    if most is not None and most != wanted:
        text = f"No legal rota crews more than {most} of {wanted} shifts: "
        screen().print(f"{text}rota proof {path}", style="dim")


def _show_exceptions(saved: "Saved") -> None:
    """Repeat what the build told of rules that were set aside with a signature."""
    from rostering.report.console import screen

    audit = saved.document.get("audit")
    told = audit.get("exceptions") if isinstance(audit, Mapping) else ()
    for each in told if isinstance(told, list) else ():
        screen().print(str(each), style="yellow")


def _person(lines: "Sequence[RotaLine]", said: str) -> str:
    """The id of the one person meant."""
    names = {line.person: line.name for line in lines if line.is_named}
    listed = "`rota show --by person` lists everybody."
    return person_meant(said, names, Unknown("has no shift in these days.", listed))
