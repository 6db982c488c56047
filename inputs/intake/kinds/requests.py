"""From lists and grids of wishes to rows of Requests."""

from inputs._kinds import NotUnderstood
from inputs.intake.cells import Cell
from inputs.intake.doubts import Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._codes import spoken_in
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._who import NOBODY_OF_OURS, person_of
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.sayings import NOTHING
from inputs.requests import REQUESTS, WANT
from rostering.domain import Want

_TURNED_DOWN = ("refus", "reject", "declin", "denied", "cancel", "withdrawn")
_WEIGHT = next(column.kind for column in REQUESTS.columns if column.name == "weight")


def read_request(page: Page, entry: Entry) -> Outcome:
    """One row of Requests, or the reason why there is none."""
    reader = EntryReader(page, entry)
    if entry.anchor.is_struck:
        return reader.passed("struck through: withdrawn")
    status = entry.text(Field.STATUS)
    if status.casefold().startswith(_TURNED_DOWN):
        return reader.passed(f"a request that is said to be {status}")
    want = _want(reader)
    if want == NOTHING:
        return reader.passed("neither a wish to work nor to be off")
    person = person_of(reader)
    if person == NOBODY_OF_OURS:
        return reader.passed("somebody who is said to be nobody of the book")
    first = entry.day or reader.day(Field.FIRST, Field.DATE)
    reader.needs(
        first, entry.cell(Field.FIRST, Field.DATE), "the first day of the wish"
    )
    cell = entry.cell(Field.LAST)
    last = reader.last_day(cell) if cell else first
    if first and last and last < first:
        reader.doubt(cell, f"a date that is not before its first, {first:%d/%m/%Y}")
    return reader.outcome(
        "Requests",
        {
            "person": person,
            "want": want,
            "from": first,
            "to": last,
            "unit": _unit(reader),
            "weight": _weight(reader),
        },
    )


def _weight(reader: EntryReader) -> int | None:
    cell = reader.entry.cell(Field.WEIGHT)
    weight = reader.read(cell, _WEIGHT.read, _WEIGHT.wanted)
    return weight if isinstance(weight, int) else None


def _unit(reader: EntryReader) -> str | None:
    """The one car that is wished for; None for any."""
    cell = reader.entry.cell(Field.UNIT)
    if cell is None:
        return None
    words = reader.desk.words
    said = reader.desk.said(Topic.UNIT, cell.text)
    unit = said or words.unit(cell.text)
    if unit is None:
        choices = (*words.callsigns, NOTHING)
        wanted = "a car from Units, column callsign"
        reader.ask(cell, wanted, (Topic.UNIT, cell.text), choices)
    return None if unit == NOTHING else unit


def _want(reader: EntryReader) -> str | None:
    """work, off, or nothing for what is no wish; None with a doubt."""
    cell = reader.entry.cell(Field.KIND, Field.CODE) or reader.entry.cells.get(
        Field.CODE
    )
    if cell is None:
        reader.lacks(Field.KIND, WANT.wanted)
        return None
    said = reader.desk.said(Topic.CODE, cell.text) if cell.text else None
    try:
        want = WANT.read(said or cell.value)
    except NotUnderstood:
        return NOTHING if said == NOTHING else _coded(reader, cell)
    reader.understood(Topic.CODE, cell.text, want, cell, said=bool(said))
    return str(want)


def _coded(reader: EntryReader, cell: Cell) -> str | None:
    """What a code of a turn, of rest or of leave wishes."""
    spoken = spoken_in(reader, cell)
    if spoken is None:
        return None
    is_off = spoken.absence is not None or spoken.is_rest
    return str(Want.OFF if is_off else Want.WORK) if not spoken.is_void else NOTHING
