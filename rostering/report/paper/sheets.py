"""Every sheet and poster of a saved rota, as files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from inputs._whole_files import write_all
from rostering.domain import Period
from rostering.domain.time import DateRange
from rostering.report.calendar.entries import (
    Kind,
    Owner,
    cleaned,
    harmless,
    owners_of,
)
from rostering.report.calendar.names import paths_of
from rostering.report.console.periods import period_in_words
from rostering.report.paper.contents import Facts, poster_of, poster_of_all, sheet_of
from rostering.report.paper.drawn import Paper, drawn
from rostering.report.paper.fonts import letters
from rostering.report.paper.grid import Document
from rostering.saved.lines import RotaLine
from rostering.saved.reading import SavedRota

__all__ = ["Kind", "Owner", "Paper", "Printed", "owners", "printed", "write"]

EVERYTHING = PurePosixPath("all cars.pdf")


@dataclass(frozen=True, slots=True)
class Printed:
    """One file: whose it is, where it is to stand in the folder, and what it holds."""

    owner: Owner | None
    """None for the poster of all cars."""
    name: str
    path: PurePosixPath
    content: bytes


def owners(saved: SavedRota) -> dict[Owner, str]:
    """Everybody and every car of the rota, by name."""
    return owners_of(_lines(saved))


def printed(
    saved: SavedRota, days: DateRange, chosen: Sequence[Owner], paper: Paper
) -> Iterator[Printed]:
    """A sheet for each person chosen and a poster for each car; with nobody chosen all.

    Args:
        saved: The rota.
        days: The days of it that are printed.
        chosen: Whose; with nobody chosen everybody's, every car's, and one of all cars.
        paper: Of the posters; the sheets of people are always A4.
    """
    lines = [line for line in _lines(saved) if line.day in days]
    names = {o: n for o, n in owners_of(lines).items() if not chosen or o in chosen}
    moment, facts = _moment(saved), _facts(saved, days)
    with letters() as files:
        for owner, path in paths_of(names).items():
            document = _document(owner, lines, facts)
            size = Paper.A4 if owner.kind is Kind.PERSON else paper
            content = drawn(document, size, files, moment)
            yield Printed(owner, names[owner], path.with_suffix(".pdf"), content)
        if lines and not chosen:
            content = drawn(poster_of_all(lines, facts), paper, files, moment)
            yield Printed(None, "all cars", EVERYTHING, content)


def write(folder: Path, files: Iterable[Printed]) -> None:
    """Write all of them, or none.

    Raises:
        OSError: They cannot be written.
    """
    contents = {folder / each.path: each.content for each in files}
    for parent in {path.parent for path in contents}:
        parent.mkdir(parents=True, exist_ok=True)
    write_all(contents)


def _document(owner: Owner, lines: Sequence[RotaLine], facts: Facts) -> Document:
    if owner.kind is Kind.PERSON:
        return sheet_of(owner.id, lines, facts)
    return poster_of(owner.id, lines, facts)


def _lines(saved: SavedRota) -> list[RotaLine]:
    return [cleaned(line) for line in saved.lines]


def _moment(saved: SavedRota) -> datetime:
    """When the rota was written."""
    if saved.written is not None:
        return saved.written
    return datetime.fromtimestamp(int(saved.path.stat().st_mtime), UTC)


def _facts(saved: SavedRota, days: DateRange) -> Facts:
    assert days.first is not None
    assert days.last is not None
    areas = {k: harmless(v) for k, v in _texts(saved, "areas").items()}
    holidays = {
        date.fromisoformat(day): harmless(name) or "bank holiday"
        for day, name in _texts(saved, "bank_holidays").items()
    }
    period = period_in_words(Period(days.first, days.last))
    return Facts(days, f"Rota for {period}", areas, holidays)


def _texts(saved: SavedRota, name: str) -> Mapping[str, str]:
    """What rota.json says of each under a name; nothing where there is none."""
    said = saved.document.get(name)
    if not isinstance(said, Mapping):
        return {}
    return {str(key): str(value) for key, value in said.items()}
