"""From offers of time, in lists and on charts, to rows of Availability."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, time

from inputs._cells import CellValue
from inputs._clocks import CLOCK, END_CLOCK
from inputs._kinds import NotUnderstood
from inputs.intake.cells import Cell
from inputs.intake.doubts import Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._codes import spoken_in
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._hour_squares import NOT_OFFERED
from inputs.intake.kinds._times import A_RANGE, check_last_day, said_times
from inputs.intake.kinds._who import NOBODY_OF_OURS, person_of
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.values.clocks import read_clock, read_end_clock
from inputs.intake.values.code_table import Times
from inputs.intake.values.codes import Meaning, read_code
from inputs.intake.values.ranges import read_offers, read_range, shown_range

Stretch = tuple[time | None, time | None]
"""From when to when; an end that the answer leaves open is the car's usual one."""

_UNTIL = re.compile(r"(until|till?|before|up to|to)\b", re.IGNORECASE)
_AFTER = re.compile(r"(after|from|since)\b(?!.*\b(to|until|till?)\b)", re.IGNORECASE)
_DAY = 24 * 60
_WITHDRAWN = ("cancel", "withdrawn", "no show", "declin", "reject")
_ANSWERED = frozenset({Field.ANSWER, Field.CODE, Field.KIND, Field.RANGE}) | {
    Field.START,
    Field.END,
}
"""Columns that say whether, or when, a date is offered."""


def read_offer(page: Page, entry: Entry) -> Outcome:
    """Rows of Availability, one for each stretch offered, or the reason for none."""
    reader = EntryReader(page, entry)
    if entry.anchor.is_struck:
        return reader.passed("struck through: withdrawn")
    status = entry.text(Field.STATUS)
    if status.casefold().startswith(_WITHDRAWN):
        return reader.passed(f"an offer that is said to be {status}")
    stretches = _stretches(reader)
    if stretches is not None and not stretches and not reader.doubts:
        return reader.passed(NOT_OFFERED)
    person = person_of(reader)
    if person == NOBODY_OF_OURS:
        return reader.passed("somebody who is said to be nobody of the book")
    day = entry.day or reader.day(Field.DATE, Field.FIRST)
    reader.needs(day, entry.cell(Field.DATE, Field.FIRST), "the date of the offer")
    if person is None or day is None or stretches is None:
        return reader.waiting()
    whole = [_whole(reader, stretch, person, day) for stretch in stretches]
    check_last_day(reader, day, whole[0], "an offer for one date; a row for each")
    rows = list[Mapping[str, CellValue]](
        {"person": person, "date": day, "from": times[0], "to": times[1]}
        for times in whole
        if times is not None
    )
    return reader.outcome("Availability", *rows)


def _stretches(reader: EntryReader) -> Sequence[Stretch] | None:
    """The times offered; none for a no, None where that is not certain.

    In a list of dates alone each of them is offered.
    """
    entry = reader.entry
    answer = entry.cell(Field.ANSWER, Field.CODE, Field.KIND)
    start, end = entry.cell(Field.START), entry.cell(Field.END)
    if start is not None or end is not None:
        return _by_clock(reader, (start, end), answer)
    if cell := entry.cell(Field.RANGE):
        span = reader.read(cell, lambda x: read_range(x, cell.number_format), A_RANGE)
        return None if span is None else (span,)
    answer = answer or entry.cells.get(Field.CODE)
    if answer is None and not _ANSWERED & reader.page.headings:
        return ((None, None),)
    return () if answer is None or answer.is_blank else _answered(reader, answer)


def _by_clock(
    reader: EntryReader, cells: tuple[Cell | None, Cell | None], answer: Cell | None
) -> Sequence[Stretch] | None:
    """From one clock time to another, unless an answer beside them says no."""
    if answer is not None and _answered(reader, answer) == ():
        return ()
    if any(cell is not None and _is_no(reader, cell) for cell in cells):
        return ()
    start, end = cells
    for cell, name in ((start, Field.START), (end, Field.END)):
        if cell is None:
            reader.lacks(name, A_RANGE)
    begin = reader.read(start, read_clock, CLOCK.wanted)
    finish = reader.read(end, read_end_clock, END_CLOCK.wanted)
    return None if begin is None or finish is None else ((begin, finish),)


def _is_no(reader: EntryReader, cell: Cell) -> bool:
    """Whether a word such as `unavailable` stands where a time should."""
    if not any(map(str.isalpha, cell.text)):
        return False
    reading = read_code(cell.text, reader.page.codes)
    return reading.code is not None and reading.code.meaning is Meaning.NO_OFFER


def _answered(reader: EntryReader, cell: Cell) -> Sequence[Stretch] | None:
    """What an answer such as Y, N, 18-02 or `until 0000` offers."""
    if (
        isinstance(cell.value, str | date | time)
        and reader.desk.said(Topic.CODE, cell.text) is None
    ):
        try:
            return _offered(cell)
        except NotUnderstood as refusal:
            if refusal.likely:
                wanted = refusal.wanted or A_RANGE
                reader.doubt(cell, wanted, likely=refusal.likely)
                return None
    spoken = spoken_in(reader, cell)
    if spoken is None:
        return None
    if spoken.is_requested:
        reader.doubt(cell, "a plain yes or no, or the times offered")
    if spoken.span is not None:
        return (spoken.span,)
    return () if spoken.why_nothing or spoken.absence else ((None, None),)


def _offered(cell: Cell) -> Sequence[Stretch]:
    """The stretches of an answer in times; `until 0000` has no beginning of its own."""
    if not isinstance(cell.value, str):
        return (read_range(cell.value, cell.number_format),)
    stretches = read_offers(cell.value)
    if _UNTIL.match(cell.value):
        return tuple((None, end) for _, end in stretches)
    if _AFTER.match(cell.value):
        return tuple((start, None) for start, _ in stretches)
    return stretches


def _whole(
    reader: EntryReader, stretch: Stretch, person: str, day: date
) -> Times | None:
    """The stretch with both its ends: the car's, where the answer leaves one open."""
    start, end = stretch
    if start is not None and end is not None:
        return start, end
    usual = _usual(reader, person, day)
    if usual is None:
        return None
    times = start or usual[0], end if end is not None else usual[1]
    cell = reader.entry.cell(Field.ANSWER, Field.CODE, Field.KIND)
    cell = cell or reader.entry.anchor
    if start is not None and _after(usual[0], start) >= _after(*usual):
        reader.doubt(cell, f"a time within the car's, {shown_range(usual)}")
    elif times[0] == times[1]:
        reader.doubt(cell, f"times that reach into the car's, {shown_range(usual)}")
    reader.understood(Topic.TURN, cell.text, shown_range(times), cell)
    return times


def _after(start: time, clock: time) -> int:
    """How many minutes the clock time comes after the start."""
    minutes = (clock.hour - start.hour) * 60 + clock.minute - start.minute
    return minutes % _DAY


def _usual(reader: EntryReader, person: str, day: date) -> Times | None:
    """The times of the cars that the person rides, if they are the same that day."""
    words = reader.desk.words
    cell = reader.entry.cell(Field.ANSWER, Field.CODE, Field.KIND)
    cell = cell or reader.entry.anchor
    if said := said_times(reader, cell.text):
        return said
    row = words.people.get(person)
    home = words.cover_times(day, row.units[:1]) if row else frozenset()
    known = home or words.cover_times(day, words.callsigns)
    if len(known) == 1:
        return next(iter(known))
    offered = known or words.times_of("")
    choices = tuple(shown_range(times) for times in sorted(offered))
    wanted = f"{A_RANGE}; the book has {'several' if known else 'no'} usual times then"
    reader.ask(cell, wanted, (Topic.TURN, cell.text), choices)
    return None
