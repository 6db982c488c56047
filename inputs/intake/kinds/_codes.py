"""What codes and colours say: work, rest, leave, or something to be asked."""

from datetime import date, time, timedelta

from inputs._cells import Spoilt
from inputs._kinds import NotUnderstood
from inputs.intake.cells import Cell
from inputs.intake.doubts import Topic
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._notes import is_taken_back
from inputs.intake.kinds._spoken import Spoken, in_words, spoken_by
from inputs.intake.sayings import NOTHING
from inputs.intake.values.codes import Code, read_code
from inputs.intake.values.ranges import read_range
from inputs.leave import ABSENCE
from rostering.domain import AbsenceKind


def spoken_of_day(reader: EntryReader) -> Spoken | None:
    """What the entry's codes say of its day: an absence, if any of them is one.

    None where there is no code, or where one of them is doubtful.
    """
    kind, code = reader.entry.cells.get(Field.KIND), reader.entry.cells.get(Field.CODE)
    found = []
    if kind is not None and kind.value is not None:
        found.append(absence_of(reader, kind))
    if code is not None and not code.is_blank:
        found.append(spoken_in(reader, code))
    said = [spoken for spoken in found if spoken is not None]
    if not said or reader.doubts:
        return None
    return next((spoken for spoken in said if spoken.absence), said[0])


def spoken_in(reader: EntryReader, cell: Cell) -> Spoken | None:
    """What the cell says; None with a doubt where that is not certain."""
    if isinstance(cell.value, Spoilt):
        reader.doubt(cell, cell.value.wanted)
        return None
    if cell.value is None:
        return _coloured(reader, cell)
    if cell.is_struck:
        return Spoken(cell.text, why_nothing="struck through: cancelled")
    if isinstance(cell.value, date | time | timedelta | float):
        span = reader.read(
            cell, lambda value: read_range(value, cell.number_format), "a code"
        )
        return None if span is None else Spoken(cell.text, span=span)
    found = _worded(reader, cell, cell.unstruck or cell.text)
    return None if found is None else _unless_contradicted(reader, cell, found)


def absence_of(reader: EntryReader, cell: Cell) -> Spoken | None:
    """The kind of absence that a column of absences says, in words or by code.

    Of `Sickness - S10 Anxiety` only the first word is taken, kept and shown: reasons
    are nobody's business here.
    """
    if isinstance(cell.value, Spoilt):
        reader.doubt(cell, cell.value.wanted)
        return None
    word = cell.text
    for part in dict.fromkeys((word, *_beginnings(word))):
        if (kind := _absence_kind(reader, part, cell)) is not None:
            return Spoken(part, absence=kind)
    return spoken_in(reader, cell)


def _beginnings(word: str) -> list[str]:
    """What stands before the first sign that parts a kind from its reason."""
    return [
        before.strip()
        for sign in (" - ", ":", "(", "|", ",")
        if (before := word.partition(sign)[0]) and before != word
    ]


def _absence_kind(reader: EntryReader, word: str, cell: Cell) -> AbsenceKind | None:
    if reader.desk.said(Topic.CODE, word) is not None or len(word) < _WORD:
        return None
    try:
        kind = ABSENCE.read(word)
    except NotUnderstood:
        return None
    reader.understood(Topic.CODE, word, kind, cell)
    return kind


_WORD = 4
"""A shorter word may be a code, and is looked up as one."""


def _coloured(reader: EntryReader, cell: Cell) -> Spoken | None:
    """What a blank cell's colour says, by the legend or by what was answered."""
    said = reader.desk.said(Topic.COLOUR, cell.fill)
    word = said or reader.page.block.legend.get(cell.fill, "")
    if said == NOTHING:
        return Spoken(cell.fill, why_nothing="a colour without a meaning")
    if not word:
        wanted = f"what the colour {cell.fill} means; no legend says so"
        reader.ask(cell, wanted, (Topic.COLOUR, cell.fill))
        return None
    reading = read_code(word, reader.page.codes)
    if reading.code is None:
        wanted = f"what the colour {cell.fill} means; its legend says {word}"
        reader.ask(cell, wanted, (Topic.COLOUR, cell.fill))
        return None
    meaning = reading.code.value
    reader.understood(Topic.COLOUR, cell.fill, meaning, cell, said=said is not None)
    return spoken_by(word, reading)


def _worded(reader: EntryReader, cell: Cell, text: str) -> Spoken | None:
    if reader.desk.said(Topic.CODE, text) == NOTHING:
        return Spoken(text, why_nothing="said to mean nothing here")
    reading = read_code(text, reader.page.codes)
    if reading.code is None and reading.span is None:
        choices = tuple(code.value for code in reading.choices)
        wanted = "what this code means"
        likely = choices[0] if len(choices) == 1 else ""
        reader.ask(cell, wanted, (Topic.CODE, text), choices, likely=likely)
        return None
    if reading.code is Code.HALF_ANNUAL and not reading.part:
        wanted = "which half of the day"
        choices = ("AL am", "AL pm")
        reader.ask(cell, wanted, (Topic.CODE, text), choices)
        return None
    if reading.code is not None:
        is_said = reader.desk.said(Topic.CODE, text) is not None
        reader.understood(Topic.CODE, text, in_words(reading), cell, said=is_said)
    return spoken_by(text, reading)


def _unless_contradicted(
    reader: EntryReader, cell: Cell, spoken: Spoken
) -> Spoken | None:
    """The same, unless the cell's colour or its comment says something else."""
    coloured = _known_word(reader, reader.page.block.legend.get(cell.fill, ""))
    noted = _known_word(reader, cell.note)
    others = {"its colour": coloured, "the comment on it": noted}
    against = [
        what
        for what, other in others.items()
        if other is not None and _kind_of(other) != _kind_of(spoken)
    ]
    if noted is None and is_taken_back(cell.note, spoken.absence):
        against.append("the comment on it")
    if not against:
        return spoken
    reader.doubt(cell, f"one meaning; {against[0]} says something else")
    return None


def _known_word(reader: EntryReader, text: str) -> Spoken | None:
    """What a legend's words or a comment mean, where the whole of it is one code."""
    if not text:
        return None
    reading = read_code(text, reader.page.codes)
    return None if reading.code is None else spoken_by(text, reading)


def _kind_of(spoken: Spoken) -> tuple[object, ...]:
    return spoken.absence, spoken.is_work
