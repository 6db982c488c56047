"""`rota show`: a rota in the terminal, by car, by person, by week or by day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import say_json
from rostering.cli.options import AsJson, SavedRota, day, whole, word
from rostering.cli.saved import read_saved
from rostering.cli.showing import Asked, person_asked

if TYPE_CHECKING:
    from rich.console import RenderableType

    from rostering.report.known import Known
    from rostering.saved.lines import RotaLine
    from rostering.saved.reading import SavedRota as Saved

    Picture = Callable[[Sequence[RotaLine], int, Known], Iterator[RenderableType]]

EXAMPLE = "rota show rota --by person --from 2027-01-18 --weeks 2"


class By(StrEnum):
    """What a rota is ordered by."""

    CAR = "car"
    PERSON = "person"
    WEEK = "week"
    DAY = "day"
    SHARE = "share"


Ordered = Annotated[
    By,
    typer.Option(
        "--by",
        metavar="|".join(By),
        parser=word(By),
        help="By car, person, week or day; or who has what share of it.",
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


Since = Annotated[
    Path | None,
    typer.Option(
        "--since",
        metavar="ROTA",
        help="Mark what is otherwise than in this rota; without it, what is otherwise "
        "than published.",
    ),
]


def show(
    path: SavedRota = Path("rota"),
    *,
    by: Ordered = By.CAR,
    person: OnePerson = "",
    unit: OneCar = "",
    first: FirstShown = None,
    weeks: WeeksShown = None,
    gaps: OnlyGaps = False,
    since: Since = None,
    as_json: AsJson = False,
) -> None:
    """Show a rota, from its files alone.

    Turns, open posts, overtime, leave, training, bank holidays and what has changed
    since it was published each have a shape and a colour; a legend says which. The
    picture fits the width of the window; what is longer than it is shown a screen at a
    time, and in a pipe it is plain text.
    """
    from rostering.report.console import screen
    from rostering.report.console.paging import put

    saved = read_saved(path, as_json=as_json)
    asked = Asked(unit, first, weeks, since, as_json)
    lines = asked.lines_of(saved)
    known = asked.known_of(saved, path, lines)
    chosen = person_asked(lines, known, person, as_json=as_json) if person else ""
    if as_json:
        _say_json(lines, known, chosen, gaps=gaps)
        return
    console = screen()
    parts = [*_parts(lines, by, chosen, known, gaps=gaps, width=console.width)]
    if known.is_whole and not chosen:
        parts += [*_most(saved, path), *_exceptions(saved)]
    put(console, parts)


def _parts(
    lines: "Sequence[RotaLine]",
    by: By,
    person: str,
    known: "Known",
    *,
    gaps: bool,
    width: int,
) -> "Iterator[RenderableType]":
    from rostering.report.console.gaps import gaps_shown
    from rostering.report.console.person import person_shown

    if not lines:
        return iter([f"No shift is asked for{_days_in_words(known)}."])
    if gaps:
        return gaps_shown(lines)
    if person:
        return person_shown(lines, person, width, known)
    return _ordered(by)(lines, width, known)


def _ordered(by: By) -> "Picture":
    """What draws the rota in that order."""
    from rostering.report.console.cars import cars_shown
    from rostering.report.console.days import days_shown
    from rostering.report.console.people import people_shown
    from rostering.report.console.weeks import weeks_shown

    if by is By.SHARE:
        from rostering.report.console.shares import shares_shown

        return shares_shown
    pictures: dict[By, Picture] = {
        By.CAR: cars_shown,
        By.PERSON: people_shown,
        By.WEEK: weeks_shown,
        By.DAY: days_shown,
    }
    return pictures[by]


def _days_in_words(known: "Known") -> str:
    """` from Mon 4 Jan 2027 to Sun 28 Feb 2027`, where that is known."""
    from rostering.domain.time import day_in_words

    first, last = known.days.first, known.days.last
    if first is None or last is None:
        return ""
    return f" from {day_in_words(first)} to {day_in_words(last)}"


def _say_json(
    lines: "Sequence[RotaLine]", known: "Known", person: str, *, gaps: bool
) -> None:
    from rostering.report.shown import shown_document
    from rostering.saved.lines import State

    wanted = [x for x in lines if x.state is not State.FILLED] if gaps else lines
    say_json(shown_document(wanted, known, person))


def _most(saved: "Saved", path: Path) -> "Iterator[RenderableType]":
    """Say how many shifts a legal rota crews at most, as far as the build knew."""
    from rich.text import Text

    shifts = saved.document.get("shifts")
    said = shifts if isinstance(shifts, Mapping) else {}
    most, wanted = said.get("most"), said.get("wanted")
    if most is not None and most != wanted:
        text = f"No legal rota crews more than {most} of {wanted} shifts: "
        yield Text(f"{text}rota proof {path}", style="dim")


def _exceptions(saved: "Saved") -> "Iterator[RenderableType]":
    """Repeat what the build told of rules that were set aside with a signature."""
    from rich.text import Text

    audit = saved.document.get("audit")
    told = audit.get("exceptions") if isinstance(audit, Mapping) else ()
    for each in told if isinstance(told, list) else ():
        yield Text(str(each), style="yellow")
