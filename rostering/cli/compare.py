"""`rota compare`: two rotas side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.comparing import days_of_both, weeks_of
from rostering.cli.exits import say_json
from rostering.cli.figures import Given, Officers, figures_meant
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.options import AsJson
from rostering.cli.rates import Rates, rates_meant
from rostering.cli.saved import OfBook, book_of_saved, read_saved
from rostering.cli.weights import weights_of

if TYPE_CHECKING:
    from rostering.domain import Fault, Period, Rota
    from rostering.report.comparison import Comparison
    from rostering.saved.reading import SavedRota as Saved
    from rostering.worth.published import Figures

EXAMPLE = "rota compare mybook@1 rota --rate paramedic=21.40"

One = Annotated[
    Path, typer.Argument(metavar="A", help="A rota: its folder or file, or BOOK@1.")
]
Other = Annotated[Path, typer.Argument(metavar="B", help="Another one.")]


@dataclass(frozen=True)
class _Side:
    """One of the two, with the book by which it is understood."""

    name: str
    opened: OpenedBook
    rota: "Rota"
    known: "Rota"
    faults: "tuple[Fault, ...]"


def compare(
    one: One,
    other: Other,
    *,
    rate: Rates = None,
    figure: Given = None,
    officer: Officers = None,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Put two rotas side by side: cover, hours, fairness and cost.

    Each is measured by its own book and that book's rules, or both by --book: so a
    rota of a changed copy of the book can be held against that of the book itself.
    Only days that both have are compared: wishes, worth and whose duties differ too.
    What hours cost is told in hours of plain time, and in pounds where rates are known.
    """
    figures = figures_meant(figure, as_json=as_json)
    sides = _sides((one, other), book, as_json=as_json)
    found = _compared(sides, rate, (figures, officer), as_json=as_json)
    faults = tuple(dict.fromkeys(fault for side in sides for fault in side.faults))
    if as_json:
        _say_json(found, faults)
    else:
        _show(found, sides)


def _sides(
    paths: Sequence[Path], book: Path | None, *, as_json: bool
) -> "tuple[_Side, ...]":
    was, now = (read_saved(path, as_json=as_json) for path in paths)
    days = days_of_both(was, now, as_json=as_json)
    asked = [
        (
            book or book_of_saved(saved, as_json=as_json),
            weights_of(saved.document),
        )
        for saved in (was, now)
    ]
    opened = {
        (where, weights): open_book(
            where,
            first=days.first,
            weeks=weeks_of(days),
            weights=weights,
            as_json=as_json,
        )
        for where, weights in dict.fromkeys(asked)
    }
    return tuple(
        _side(str(path), saved, opened[key], days)
        for path, saved, key in zip(paths, (was, now), asked, strict=True)
    )


def _side(name: str, saved: "Saved", opened: OpenedBook, days: "Period") -> _Side:
    """A rota on these days only; what the book knows no longer is as its lines say."""
    from rostering.repair.situation import published_rota
    from rostering.saved.rebuild import rebuilt

    shifts = tuple(s for s in opened.problem.shifts if s.day in days)
    problem = replace(opened.problem, shifts=shifts)
    both = zip(saved.lines, saved.records, strict=True)
    kept = [(line, record) for line, record in both if line.day in days]
    lines = tuple(line for line, _ in kept)
    theirs = replace(saved, lines=lines, records=tuple(record for _, record in kept))
    known, faults = rebuilt(problem, theirs)
    told = (*saved.faults, *faults)
    return _Side(name, opened, published_rota(problem, lines), known, told)


def _compared(
    sides: "Sequence[_Side]",
    said: list[str] | None,
    by: "tuple[Figures, list[str] | None]",
    *,
    as_json: bool,
) -> "Comparison":
    from rostering.repair.changes import changes
    from rostering.report.comparison import Comparison
    from rostering.worth.measured import Measured

    problems = [side.opened.problem for side in sides]
    rates = rates_meant(said, problems, as_json=as_json)
    before, after = (
        Measured(side.rota, side.known, side.opened.rules, rates) for side in sides
    )
    differing = changes(before.rota, after.rota, None)
    names = sides[0].name, sides[1].name
    return Comparison(names, before, after, differing, *by)


def _say_json(found: "Comparison", faults: "Sequence[Fault]") -> None:
    from rostering.report.comparison import comparison_document
    from rostering.report.console.faults import fault_document

    told = [fault_document(fault) for fault in faults]
    say_json({**comparison_document(found), "faults": told})


def _show(found: "Comparison", sides: "Sequence[_Side]") -> None:
    from rostering.report.console import screen
    from rostering.report.console.comparison import comparison_shown
    from rostering.report.console.faults import warned

    console = screen()
    for side in sides:
        for part in warned(side.faults, f"rota audit {side.name}"):
            console.print(part)
    for part in comparison_shown(found, console.width):
        console.print(part)
