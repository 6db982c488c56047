"""From offers of time, in lists and on charts, to rows of Availability."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from inputs._cells import CellValue, Spoilt
from inputs._clocks import CLOCK, END_CLOCK
from inputs._kinds import NotUnderstood
from inputs.intake.cells import Cell
from inputs.intake.doubts import Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._codes import spoken_in
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._times import A_RANGE, said_times
from inputs.intake.kinds._who import NOBODY_OF_OURS, person_of
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.values._clock_pairs import shown_range
from inputs.intake.values.code_table import Times
from inputs.intake.values.ranges import read_offers, read_range

_WITHDRAWN = ("cancel", "withdrawn", "no show", "declin", "reject")
_NOT_OFFERED = "not available"


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
        return reader.passed(_NOT_OFFERED)
    person = person_of(reader)
    if person == NOBODY_OF_OURS:
        return reader.passed("somebody who is said to be nobody of the book")
    day = entry.day or reader.day(Field.DATE, Field.FIRST)
    reader.needs(day, entry.cell(Field.DATE, Field.FIRST), "the date of the offer")
    last = reader.last_day(entry.cell(Field.LAST))
    if day and last and last != day:
        reader.doubt(entry.cell(Field.LAST), "an offer for one date; a row for each")
    if person is None or day is None or stretches is None:
        return reader.waiting()
    if stretches == _USUAL:
        stretches = _usual(reader, person, day)
    rows: Sequence[Mapping[str, CellValue]] = [
        {"person": person, "date": day, "from": start, "to": end}
        for start, end in stretches
    ]
    return reader.outcome("Availability", *rows)


_USUAL: Sequence[Times] = ((time.max, time.max),)
"""Stands for a plain yes: the times of the person's car."""


def _stretches(reader: EntryReader) -> Sequence[Times] | None:
    """The times offered; none for a no, None where that is not certain."""
    entry = reader.entry
    answer = entry.cell(Field.ANSWER, Field.CODE, Field.KIND)
    start, end = entry.cell(Field.START), entry.cell(Field.END)
    if start is not None or end is not None:
        return _by_clock(reader, (start, end), answer)
    if cell := entry.cell(Field.RANGE):
        span = reader.read(cell, lambda x: read_range(x, cell.number_format), A_RANGE)
        return None if span is None else (span,)
    answer = answer or entry.cells.get(Field.CODE)
    return () if answer is None or answer.is_blank else _answered(reader, answer)


def _by_clock(
    reader: EntryReader, cells: tuple[Cell | None, Cell | None], answer: Cell | None
) -> Sequence[Times] | None:
    """From one clock time to another, unless an answer beside them says no."""
    if answer is not None and _answered(reader, answer) == ():
        return ()
    start, end = cells
    for cell, name in ((start, Field.START), (end, Field.END)):
        if cell is None:
            reader.doubt(reader.entry.cells.get(name), A_RANGE)
    begin = reader.read(start, CLOCK.read, CLOCK.wanted)
    finish = reader.read(end, END_CLOCK.read, END_CLOCK.wanted)
    return None if begin is None or finish is None else ((begin, finish),)


def _answered(reader: EntryReader, cell: Cell) -> Sequence[Times] | None:
    """What an answer such as Y, N, 18-02 or `until 0000` offers."""
    if isinstance(cell.value, Spoilt):
        reader.doubt(cell, cell.value.wanted)
        return None
    if cell.value is not None and reader.desk.said(Topic.CODE, cell.text) is None:
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
    if spoken.span is not None:
        return (spoken.span,)
    return () if spoken.why_nothing or spoken.absence else _USUAL


def _offered(cell: Cell) -> Sequence[Times]:
    if isinstance(cell.value, str):
        return read_offers(cell.value)
    return (read_range(cell.value, cell.number_format),)


def _usual(reader: EntryReader, person: str, day: date) -> Sequence[Times]:
    """The times of the cars that the person rides, if they are the same that day."""
    words = reader.desk.words
    cell = reader.entry.cell(Field.ANSWER, Field.CODE) or reader.entry.anchor
    if said := said_times(reader, cell.text):
        return (said,)
    row = words.people.get(person)
    home = words.cover_times(day, row.units[:1]) if row else frozenset()
    known = home or words.cover_times(day, words.callsigns)
    if len(known) == 1:
        (times,) = known
        reader.understood(Topic.TURN, cell.text, shown_range(times), cell)
        return (times,)
    choices = tuple(shown_range(times) for times in sorted(known))
    wanted = f"{A_RANGE}; the book has {'several' if known else 'no'} usual times then"
    reader.ask(cell, wanted, (Topic.TURN, cell.text), choices)
    return ()
