"""The answers that stand in a marked file, laid to the doubts which they settle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from openpyxl.utils.cell import coordinate_to_tuple

from inputs._cells import cleaned
from inputs.intake.cells import Sheet, Source
from inputs.intake.doubts import Doubt, Topic
from inputs.intake.sayings import Said, UnknownAnswer, said_in, saying
from rostering.domain import Fault, Place, Severity

_OF_DATES = (Topic.DATES, Topic.YEAR)
"""Questions of dates: instead of an answer the date itself may be written."""
_YES = frozenset({"y", "yes", "ok", "correct", "agreed"})


@dataclass(frozen=True)
class Settled:
    """What the answers of a marked file change."""

    source: Source
    """The file with the answers in place of the cells that they correct."""
    said: Said
    """What they say of words that stand in many cells."""
    remarks: tuple[Fault, ...]
    """The answers that settle nothing."""


def settled(source: Source, doubts: Iterable[Doubt]) -> Settled:
    """Lay the file's answers to the doubts at their cells.

    An answer to a question is the word's meaning in the whole file; another stands for
    what the cell should hold, as a date does where it is asked how dates are written; a
    plain yes takes what we would have taken it for.
    """
    by_place = {(doubt.place.sheet, doubt.place.cell): doubt for doubt in doubts}
    said: Said = {}
    cells: dict[tuple[str, str], str] = {}
    remarks: list[Fault] = []
    for place, text in source.answers.items():
        at = place.sheet, place.cell
        doubt = by_place.get(at)
        answer = _meant(text, doubt)
        if doubt is None or not answer:
            remarks.append(_unused(place, text))
        elif doubt.question is None:
            cells[at] = answer
        else:
            try:
                said |= said_in([saying(doubt.question, answer)])
            except UnknownAnswer as unknown:
                if doubt.question.topic in _OF_DATES and any(map(str.isdigit, answer)):
                    cells[at] = answer
                    continue
                remarks.append(_unused(place, text, unknown.wanted))
    return Settled(_corrected(source, cells), said, tuple(remarks))


def _meant(text: str, doubt: Doubt | None) -> str:
    """The answer, or what we would take the cell for where it only agrees."""
    if doubt is None or text.strip().casefold() not in _YES:
        return text.strip()
    likely = doubt.question.likely if doubt.question else ""
    return likely or doubt.likely


def _unused(
    place: Place, text: str, wanted: str = "an answer to a doubt that still stands"
) -> Fault:
    return Fault(place, text, wanted, severity=Severity.WARNING)


def _corrected(source: Source, answers: Mapping[tuple[str, str], str]) -> Source:
    if not answers:
        return source
    sheets = tuple(_with(sheet, answers) for sheet in source.sheets)
    return replace(source, sheets=sheets)


def _with(sheet: Sheet, answers: Mapping[tuple[str, str], str]) -> Sheet:
    cells = dict(sheet.cells)
    for (name, address), text in answers.items():
        if name == sheet.name:
            row, column = coordinate_to_tuple(address)
            before = sheet.at(row, column)
            cells[row, column] = replace(before, value=cleaned(text), unstruck="")
    return replace(sheet, cells=cells)
