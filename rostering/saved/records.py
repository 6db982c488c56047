"""From the texts of one line of a saved rota to its values, with faults at cells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from rostering.domain import Fault, Place, Span
from rostering.domain.time import ZONE
from rostering.saved.lines import RotaLine, State

_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True)
class Record:
    """The texts of one line by column, and where each stands."""

    texts: Mapping[str, str]
    places: Mapping[str, Place]

    def text(self, column: str) -> str:
        """What stands in the column."""
        return self.texts.get(column, "").strip()

    def fault(self, column: str, wanted: str, *, likely: str = "") -> Fault:
        """A fault at the column's cell."""
        return Fault(self.places[column], self.text(column), wanted, likely)


def line_of(record: Record, faults: list[Fault]) -> RotaLine | None:
    """The line's values; None, with faults added, where they cannot be understood."""
    day = _day(record, faults)
    start = _moment(record, "start", faults)
    end = _moment(record, "end", faults)
    state = _state(record, faults)
    if start and end and start >= end:
        faults.append(record.fault("end", "a time after the start"))
    if day is None or start is None or end is None or state is None:
        return None
    return RotaLine(
        day,
        record.text("unit"),
        record.text("turn"),
        Span(start, end),
        record.text("crew"),
        record.text("post"),
        state,
        record.text("person"),
        record.text("name") or record.text("person"),
        record.text("role"),
        record.text("reason"),
    )


def column_letters(number: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    before, last = divmod(number - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + last)


def _day(record: Record, faults: list[Fault]) -> date | None:
    """The date; a spreadsheet may have turned it into the form that it shows."""
    text = record.text("date")
    shown = _DAY_FIRST.fullmatch(text)
    try:
        if shown:
            return date(int(shown[3]), int(shown[2]), int(shown[1]))
        return date.fromisoformat(text)
    except ValueError:
        faults.append(record.fault("date", "a date such as 2027-01-04 or 04/01/2027"))
        return None


def _moment(record: Record, column: str, faults: list[Fault]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(record.text(column))
    except ValueError:
        wanted = "a date and time such as 2027-01-04T15:00+00:00"
        faults.append(record.fault(column, wanted))
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZONE)).astimezone(UTC)


def _state(record: Record, faults: list[Fault]) -> State | None:
    text = record.text("state").lower()
    if text not in list(State):
        faults.append(record.fault("state", f"one of {', '.join(State)}"))
        return None
    state = State(text)
    has_person = bool(record.text("person"))
    if state is State.FILLED and not has_person:
        faults.append(record.fault("person", "who fills it, or the state open"))
        return None
    if state is not State.FILLED and has_person:
        faults.append(record.fault("state", "filled, or nobody under person"))
        return None
    return state
