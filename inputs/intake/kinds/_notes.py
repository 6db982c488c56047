"""Notes beside a row that may say something else than the row does."""

import re

from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.entries import Entry, Shape
from inputs.intake.fields import Field
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.sayings import NOTHING
from inputs.intake.values.words import or_none
from inputs.leave import ABSENCE
from rostering.domain import AbsenceKind

_CLOCK = r"(?:[0-9]{1,2}(?:[:.]?[0-5][0-9])? ?(?:am|pm)?|noon|midnight)"
_TIMES = re.compile(
    rf"\b(?:{_CLOCK} ?(?:-|x|to|until|till) ?{_CLOCK}|(?:from|until|till|after|before)"
    rf" (?:[0-9]{{1,2}}[:.]?[0-5][0-9]|[0-9]{{1,2}} ?[ap]m|noon))\b"
    r"|\b(?:half (?:a )?day|half days|[ap]m only|mornings?|afternoons?)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:cancel\w*|withdr[ae]wn?|refused|declined|rejected|not (?:yet )?(?:agreed"
    r"|approved|authorised|granted|confirmed|settled)|now working|ignore"
    r"|in error|wrong)\b",
    re.IGNORECASE,
)
_LONG = 4
"""Letters of a word that means leave in small letters too: Pat is somebody's name."""
_WANTED = "a note that changes nothing; what it says belongs into a column of its own"


def heeded(page: Page, entry: Entry, outcome: Outcome) -> Outcome:
    """The outcome; or a doubt where the row's own note may take its rows back.

    Times in a note count only in a row that has none of its own.
    """
    cell = entry.cell(Field.NOTE) if page.block.shape is Shape.LIST else None
    told = _telling_part(cell, entry) if cell is not None and outcome.rows else ""
    if cell is None or not told:
        return outcome
    heads = (head for head in page.block.headings if head.field is Field.NOTE)
    head = next((head.cell.text for head in heads), "")
    question = Question(Topic.COLUMN, head, (NOTHING,)) if head else None
    doubt = Doubt(cell.place, told, _WANTED, question=question)
    return Outcome(entry, doubts=(doubt,))


def is_taken_back(comment: str, kind: AbsenceKind | None) -> bool:
    """Whether a comment on a cell says other leave than the cell, or takes it back."""
    if _TAKEN_BACK.search(comment):
        return True
    told = re.findall(rf"[A-Z][A-Z/]+|\w{{{_LONG},}}", comment)
    kinds = (or_none(ABSENCE.read, word) for word in told)
    return any(other is not None and other is not kind for other in kinds)


def _telling_part(cell: Cell, entry: Entry) -> str:
    """The words that may change the row; what else the note says is private."""
    own = entry.cell(Field.START, Field.END, Field.RANGE, Field.ACTUAL_START)
    found = _TAKEN_BACK.search(cell.text)
    if found is None and own is None:
        found = _TIMES.search(cell.text)
    return "" if found is None else found[0].strip()
