"""When a duty starts and ends: as the file says, as was answered, or as is usual."""

from datetime import date, timedelta

from inputs._clocks import CLOCK, END_CLOCK
from inputs._kinds import NotUnderstood
from inputs.intake.doubts import Topic
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._spoken import Spoken
from inputs.intake.values.clocks import read_clock, read_end_clock
from inputs.intake.values.code_table import Times
from inputs.intake.values.codes import Code
from inputs.intake.values.ranges import read_range, shown_range

A_RANGE = "when it starts and ends, such as 15:00-01:00"
_PAIRS = (
    (Field.ACTUAL_START, Field.ACTUAL_END),
    (Field.START, Field.END),
)
"""What was worked goes before what was planned."""


def has_times(reader: EntryReader) -> bool:
    """Whether the entry's own cells say when it starts or ends."""
    fields = (Field.RANGE, *(field for pair in _PAIRS for field in pair))
    return reader.entry.cell(*fields) is not None


def written_times(reader: EntryReader) -> Times | None:
    """The times that the entry's own cells say; None with a doubt for half of them."""
    for first, last in _PAIRS:
        start, end = reader.entry.cell(first), reader.entry.cell(last)
        if start is None and end is None:
            continue
        if (start is None or end is None) and first is Field.ACTUAL_START:
            planned = reader.entry.cell(Field.START), reader.entry.cell(Field.END)
            start, end = start or planned[0], end or planned[1]
        begin = reader.read(start, read_clock, CLOCK.wanted)
        finish = reader.read(end, read_end_clock, END_CLOCK.wanted)
        if start is None or end is None:
            lacking = first if start is None else last
            reader.lacks(lacking, A_RANGE)
        return None if begin is None or finish is None else (begin, finish)
    cell = reader.entry.cell(Field.RANGE)
    if cell is None:
        return None
    return reader.read(cell, lambda x: read_range(x, cell.number_format), A_RANGE)


def check_last_day(
    reader: EntryReader, day: date | None, times: Times | None, wanted: str
) -> None:
    """Doubt a last day that is neither the first nor the one on which a night ends."""
    cell = reader.entry.cell(Field.LAST)
    last = reader.last_day(cell)
    if cell is None or day is None:
        return
    is_over_midnight = times is not None and times[1] <= times[0]
    if last not in (day, day + timedelta(days=is_over_midnight)):
        reader.doubt(cell, wanted)


def said_times(reader: EntryReader, word: str) -> Times | None:
    """What somebody said that a turn's times are."""
    said = reader.desk.said(Topic.TURN, word)
    if said is None:
        return None
    try:
        return read_range(said)
    except NotUnderstood:
        return None


def usual_times(
    reader: EntryReader, spoken: Spoken | None, person: str, unit: str, day: date
) -> Times | None:
    """The times of such a turn: of the person's team, or of the car on that day.

    Where the book has none or several, the file's author is asked.
    """
    words = reader.desk.words
    word = "" if spoken is None else spoken.text
    if said := said_times(reader, word):
        return said
    turn = spoken.code.turn if spoken and spoken.code else ""
    row = words.people.get(person)
    units = [unit] if unit else list(row.units[:1]) if row else []
    known = words.team_times(row.team, turn) if row and row.team else frozenset()
    if not known and (turn or spoken is None or spoken.code is Code.JOINT_UNIT):
        known = words.cover_times(day, units, turn)
    if len(known) == 1:
        (times,) = known
        cell = reader.entry.anchor
        reader.understood(
            Topic.TURN, word or "the car's turn", shown_range(times), cell
        )
        return times
    offered = known or words.times_of(turn) or words.times_of("")
    choices = tuple(shown_range(times) for times in sorted(offered))
    about = Topic.TURN, word
    reader.ask(
        reader.entry.anchor, f"{A_RANGE}; the book does not tell", about, choices
    )
    return None
