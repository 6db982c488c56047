"""What people are said to have really worked, as the ledger notes it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from inputs.worked import Missed
from rostering.domain import (
    NOWHERE,
    AbsenceKind,
    Duty,
    DutyKind,
    Fault,
    PersonId,
    Place,
    Span,
)
from rostering.ledger import Note

KIND = "worked"
"""The kind of the ledger's notes on what was worked."""
OUTCOMES = {
    Missed.NO_SHOW: AbsenceKind.UNPAID,
    Missed.STOOD_DOWN: AbsenceKind.OTHER,
}
"""What a duty counts as that came to nothing: whoever stays away owes the hours, and
whoever was stood down does not."""


@dataclass(frozen=True, slots=True)
class Worked:
    """One stretch of one person's day as it really was.

    All of these of one person and day, in one note, take the place of whatever was on
    record of that day before.
    """

    person: PersonId
    day: date
    span: Span | None
    """None where nothing is left of the day: neither work nor absence."""
    unit: str = ""
    post: str = ""
    turn: str = ""
    absence: AbsenceKind | None = None
    """Why the person was away in the span; None where they worked."""
    place: Place = NOWHERE

    @property
    def duty(self) -> Duty | None:
        """It as a duty; None where nothing is left."""
        if self.span is None:
            return None
        kind = DutyKind.WORKED if self.absence is None else DutyKind.AWAY
        what = self.absence.value if self.absence else self.unit or KIND
        return Duty(
            self.person,
            kind,
            self.span,
            self.day,
            what,
            unit="" if self.absence else self.unit,
            absence=self.absence,
            place=self.place,
        )


@dataclass(frozen=True)
class Told:
    """What a file says of days that are over."""

    file: str
    rows: tuple[Worked, ...]
    shifts: Mapping[tuple[date, str, str], Place] = field(default_factory=dict)
    """Shifts of which it tells the whole crew, by day, car and turn, and where."""
    doubts: tuple[Fault, ...] = ()
    """Cells that were not understood; their rows are left out."""


def facts_of(said: Iterable[Worked], file: str) -> Mapping[str, object]:
    """What a note says of these."""
    return {"file": file, "worked": [_texts(each) for each in said]}


def facts_of_undoing(note: Note) -> Mapping[str, object]:
    """What a note says that takes back an earlier one."""
    return {"undoes": note.position}


def noted(notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes that count, oldest first: those that no later one takes back."""
    undone = {note.facts.get("undoes") for note in notes}
    return tuple(
        note
        for note in notes
        if "undoes" not in note.facts and note.position not in undone
    )


def said_in(note: Note) -> tuple[Worked, ...]:
    """What a note says."""
    rows = note.facts["worked"]
    assert isinstance(rows, list)
    return tuple(_worked(row) for row in rows)


def _texts(said: Worked) -> dict[str, str]:
    facts = {
        "person": said.person,
        "date": said.day.isoformat(),
        "start": "" if said.span is None else said.span.start.isoformat(),
        "end": "" if said.span is None else said.span.end.isoformat(),
        "unit": said.unit,
        "post": said.post,
        "turn": said.turn,
        "absence": "" if said.absence is None else said.absence.value,
        "file": said.place.file,
        "sheet": said.place.sheet,
        "cell": said.place.cell,
    }
    return {name: text for name, text in facts.items() if text}


def _worked(row: Mapping[str, str]) -> Worked:
    span = None
    if row.get("start"):
        span = Span(*(_moment(row[name]) for name in ("start", "end")))
    absence = row.get("absence")
    return Worked(
        PersonId(row["person"]),
        date.fromisoformat(row["date"]),
        span,
        row.get("unit", ""),
        row.get("post", ""),
        row.get("turn", ""),
        AbsenceKind(absence) if absence else None,
        Place(row.get("file", ""), row.get("sheet", ""), row.get("cell", "")),
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
