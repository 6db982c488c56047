"""From the squares of a grid of hours to rows of Availability, one for each hour."""

from datetime import date, time, timedelta

from inputs.intake.cells import Cell
from inputs.intake.doubts import Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._codes import spoken_in
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._who import NOBODY_OF_OURS, person_of
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.shapes.hours import minutes_of
from inputs.intake.values.codes import Code, Meaning

NOT_OFFERED = "not available"
_CROSSES = frozenset({"x", "✗", "✘", "×", "☒"})
"""What stands for a no to some, and for a tick to others."""
_HOUR, _DAY = 60, 24 * 60
_A_YES = "a plain yes or no for the hour"


def read_hour(page: Page, entry: Entry) -> Outcome:
    """One row of Availability for an hour that is offered, or the reason for none."""
    reader = EntryReader(page, entry)
    if entry.anchor.is_struck:
        return reader.passed("struck through: withdrawn")
    is_offered = _is_offered(reader, entry.cells[Field.CODE])
    if is_offered is False and not reader.doubts:
        return reader.passed(NOT_OFFERED)
    person = person_of(reader)
    if person == NOBODY_OF_OURS:
        return reader.passed("somebody who is said to be nobody of the book")
    day = entry.day or reader.day(Field.DATE)
    reader.needs(day, entry.cell(Field.DATE), "the date of the offer")
    if person is None or day is None or not is_offered:
        return reader.waiting()
    begin, start = _moment(day, entry.words[Field.START])
    _, end = _moment(day, entry.words[Field.END])
    return reader.outcome(
        "Availability", {"person": person, "date": begin, "from": start, "to": end}
    )


def _moment(day: date, shown: str) -> tuple[date, time]:
    """The date and the time of day; `25:00` is on the day after."""
    later, minutes = divmod(minutes_of(shown), _DAY)
    return day + timedelta(days=later), time(*divmod(minutes, _HOUR))


def _is_offered(reader: EntryReader, cell: Cell) -> bool | None:
    """Whether the square offers its hour; None with a doubt where nobody can tell."""
    if _is_cross(cell) and _may_be_tick(reader.page, cell):
        choices = (Code.AVAILABLE.value, Code.NOT_AVAILABLE.value)
        wanted = "what this cross means; no other mark here says yes"
        reader.ask(cell, wanted, (Topic.CODE, cell.text), choices)
        return None
    spoken = spoken_in(reader, cell)
    if spoken is None:
        return None
    if spoken.why_nothing or spoken.absence:
        return False
    is_yes = spoken.code is not None and spoken.code.meaning is Meaning.OFFER
    if spoken.is_requested or not is_yes:
        reader.doubt(cell, _A_YES)
        return None
    return True


def _is_cross(cell: Cell) -> bool:
    return cell.text.casefold() in _CROSSES


def _may_be_tick(page: Page, cell: Cell) -> bool:
    """Whether nobody said what crosses mean and nothing else in the block offers."""
    is_said = page.desk.said(Topic.CODE, cell.text) is not None
    return not is_said and not page.has_offers
