"""What there is to say of a file besides its rows: columns, blank cells, its period."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from inputs.intake.doubts import Topic
from inputs.intake.entries import Block, Heading, Shape
from inputs.intake.fields import Field
from inputs.intake.kinds import is_blank_square
from inputs.intake.memory.recipes import Recognition
from inputs.intake.recipe import Recipe
from inputs.intake.wanted import Certainty, Understanding, Wanted
from rostering.domain import Fault, Place, Severity

_GRIDS = (Shape.MONTH_GRID, Shape.WEEK_GRID, Shape.HOUR_GRID)
_ENDLESS = 4000
"""From this year on a last day means that there is none."""
NOT_NEEDED = "not needed"
PRIVATE = "private: neither kept nor shown"


def columns_understood(
    blocks: Iterable[Block], recipe: Recipe
) -> Iterator[Understanding]:
    """Every column of every list, and what it was taken for."""
    for block in blocks:
        if block.shape in _GRIDS:
            continue
        for heading in block.headings:
            cell = heading.cell
            if cell.value is None:
                continue
            word, count = cell.text, len(block.entries)
            is_said = recipe.meaning(Topic.COLUMN, word) is not None
            certainty = Certainty.SAID if is_said else _certainty(heading)
            yield Understanding(
                Topic.COLUMN, word, _meaning(heading), certainty, count, cell.place
            )


def _meaning(heading: Heading) -> str:
    if heading.is_private:
        return PRIVATE
    return NOT_NEEDED if heading.field is None else heading.field.value


def _certainty(heading: Heading) -> Certainty:
    return Certainty.KNOWN if heading.is_certain else Certainty.GUESSED


def blanks_understood(
    blocks: Iterable[Block], recipe: Recipe
) -> Iterator[Understanding]:
    """How many cells of grids are blank, and what they were taken for."""
    said = recipe.meaning(Topic.BLANK)
    certainty = Certainty.GUESSED if said is None else Certainty.SAID
    meaning = said or "unknown: nothing is written"
    for block in blocks:
        blank = [entry.anchor for entry in block.entries if is_blank_square(entry)]
        if blank:
            first = blank[0].place
            yield Understanding(Topic.BLANK, "", meaning, certainty, len(blank), first)


def period_of(rows: Iterable[Wanted]) -> tuple[date, date] | None:
    """The first and the last day of which the rows speak."""
    days = [
        value
        for row in rows
        for column in ("date", "from", "to", "expires")
        if isinstance(value := row.values.get(column), date) and value.year < _ENDLESS
    ]
    return (min(days), max(days)) if days else None


def note_remarks(blocks: Iterable[Block]) -> Iterator[Fault]:
    """Where notes stand beside the days of grids; what they say stays there.

    They are sentences, and may hold what is nobody's business here.
    """
    for block in blocks:
        if block.shape not in _GRIDS:
            continue
        told = [entry.cell(Field.NOTE) for entry in block.entries]
        places = list(dict.fromkeys(cell.place for cell in told if cell is not None))
        if places:
            found = "1 note" if len(places) == 1 else f"{len(places)} notes"
            wanted = "what counts in the cells of the days; notes are not read"
            severity = Severity.WARNING
            yield Fault(
                places[0], f"{found} beside the days", wanted, severity=severity
            )


def layout_remarks(known: Recognition) -> Sequence[Fault]:
    """How a file's headings differ from those of earlier files of its source."""
    place = Place(known.recipe.file, "", "")
    return [
        Fault(place, ", ".join(words), wanted, severity=Severity.WARNING)
        for words, wanted in (
            (known.came, "columns as before; these are new"),
            (known.went, "columns as before; these are gone"),
        )
        if words
    ]
