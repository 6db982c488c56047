"""Codes of rotas and wall-charts: what they say in the sender's own context."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import partial

from inputs._cells import CellValue, Spoilt, shown
from inputs.intake.values._code_parts import Parts, parts_of
from inputs.intake.values._code_senses import Context, Sense, sense_of
from inputs.intake.values.code_names import Code, Meaning
from inputs.intake.values.code_table import Mark, Times, bare, code_at
from inputs.intake.values.ranges import read_range
from inputs.intake.values.words import or_none, plain
from rostering.domain import AbsenceKind

__all__ = ["Code", "CodeReading", "Context", "Meaning", "read_code"]


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What a cell says somebody does."""

    code: Code | None = None
    """None where that is not certain."""
    choices: tuple[Code, ...] = ()
    """What it may mean where it is not certain, the likeliest first."""
    span: Times | None = None
    """When, if it says so."""
    unit: str = ""
    """The car that it names, as it is written."""
    note: str = ""
    """The words beside it that are no code."""
    modifiers: tuple[Code, ...] = ()
    """Further codes, which do not contradict the first: overtime on a night."""
    is_cancelled: bool = False
    is_changed: bool = False
    is_provisional: bool = False
    """Asked for, or not settled yet."""
    part: str = ""
    """am or pm where it is only half the day."""


def read_code(
    value: CellValue, context: Context, number_format: str = "General"
) -> CodeReading:
    """What a code means in its context.

    Two codes in a cell that contradict each other (`L/AL`), words that we do not know
    and codes that the context does not settle are left open. Nothing is raised.

    Args:
        value: What stands in the cell.
        context: Whose codes they are, and what is said of them.
        number_format: How the cell shows it.
    """
    value = or_none(plain, value)
    if value is None or isinstance(value, Spoilt):
        return CodeReading()
    if isinstance(value, date | time | timedelta | float):
        times = or_none(read_range, value, number_format)
        return _settled(Parts(span=times)) if times else CodeReading()
    return _settled(parts_of(shown(value), partial(_sense, context=context)))


def _sense(word: str, context: Context) -> Sense | None:
    """What was said of the word, what the legend says, or what our table says."""
    if word not in context.senses:
        context.senses[word] = _looked_up(word, context)
    return context.senses[word]


def _looked_up(word: str, context: Context) -> Sense | None:
    by_table = sense_of(word, context)
    for told in (context.answers.get(bare(word)), context.explained.get(bare(word))):
        if told is not None:
            sense = _told(told, context)
            known = by_table.codes if by_table else ()
            return sense if sense.codes else Sense(known, is_certain=False)
    return by_table


def _told(words: str, context: Context) -> Sense:
    """What an answer or a legend's words come to."""
    name = words.casefold()
    if name in list(Code):
        return Sense((Code(name),))
    told = read_code(words, replace(context, legend={}, said={}))
    codes = told.choices if told.code is None else (told.code,)
    return Sense(codes, told.code is not None, _marks(told), told.span, told.unit)


def _marks(told: CodeReading) -> frozenset[Mark]:
    marks = {
        Mark.PROVISIONAL: told.is_provisional,
        Mark.CANCELLED: told.is_cancelled,
        Mark.CHANGED: told.is_changed,
        **{half: told.part == half for half in _HALVES},
    }
    return frozenset(mark for mark, is_told in marks.items() if is_told)


def _settled(parts: Parts) -> CodeReading:
    """One reading of all parts, if they agree."""
    senses = [sense for sense in parts.senses if sense.codes]
    codes = list(dict.fromkeys(code for sense in senses for code in sense.codes))
    usual = {sense.times for sense in senses if sense.times}
    span = parts.span or (usual.pop() if len(usual) == 1 else None)
    if not codes and span:
        codes = [code_at(span) or Code.WORK]
    codes.sort(key=lambda code: not code.turn)
    marks = parts.marks
    reading = CodeReading(
        unit=next((sense.unit for sense in senses if sense.unit), ""),
        note=parts.note,
        is_cancelled=Mark.CANCELLED in marks,
        is_changed=Mark.CHANGED in marks,
        is_provisional=Mark.PROVISIONAL in marks,
        part=next((mark for mark in _HALVES if mark in marks), ""),
    )
    main = _main(codes, reading.part)
    units = {sense.unit for sense in senses if sense.unit}
    is_certain = parts.is_certain and len(units) <= 1
    is_certain = is_certain and all(sense.is_certain for sense in senses)
    if main is None or not (is_certain and _agree(codes, span, reading.part)):
        return replace(reading, choices=tuple(codes))
    modifiers = tuple(code for code in codes[1:] if code is not main)
    return replace(reading, code=main, span=span, modifiers=modifiers)


_HALVES = (Mark.MORNING, Mark.AFTERNOON)


def _main(codes: Sequence[Code], part: str) -> Code | None:
    """The first code; half of annual leave has one of its own."""
    if not codes:
        return None
    return Code.HALF_ANNUAL if part and codes[0] is Code.ANNUAL else codes[0]


def _agree(codes: Sequence[Code], span: Times | None, part: str) -> bool:
    """Whether the codes can all be meant at once, at such times."""
    meanings = {code.meaning for code in codes}
    if len(meanings) > 1 or len([code for code in codes if code.turn]) > 1:
        return False
    is_timed = meanings & {Meaning.REST, Meaning.NO_OFFER, Meaning.PERSON_LEFT}
    if span and is_timed:
        return False
    return not part or isinstance(codes[0].meaning, AbsenceKind)
