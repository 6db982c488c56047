"""What one cell says that somebody does on a day."""

from dataclasses import dataclass

from inputs.intake.values.code_table import Times
from inputs.intake.values.codes import Code, CodeReading, Meaning
from rostering.domain import AbsenceKind


@dataclass(frozen=True)
class Spoken:
    """What one cell says somebody does on a day."""

    text: str
    absence: AbsenceKind | None = None
    code: Code | None = None
    span: Times | None = None
    unit: str = ""
    part: str = ""
    """am or pm where it is only half the day."""
    is_requested: bool = False
    """Asked for, not granted; or not settled yet."""
    is_rest: bool = False
    why_nothing: str = ""
    """Why it is neither work nor leave: rest, a cancelled duty, nobody's code."""

    @property
    def is_work(self) -> bool:
        """Whether it is a duty."""
        return self.absence is None and not self.why_nothing

    @property
    def is_void(self) -> bool:
        """Whether it says nothing of work, of leave or of rest."""
        return bool(self.why_nothing) and not self.is_rest

    @property
    def why_no_leave(self) -> str:
        """Why it is passed over where only leave is wanted."""
        return self.why_nothing or "a duty, not leave"


def spoken_by(text: str, reading: CodeReading) -> Spoken:
    meaning = None if reading.code is None else reading.code.meaning
    return Spoken(
        text,
        absence=_absence_in(reading),
        code=reading.code,
        span=reading.span,
        unit=reading.unit,
        part=reading.part,
        is_requested=reading.is_provisional,
        is_rest=meaning is Meaning.REST,
        why_nothing="cancelled" if reading.is_cancelled else _NOTHING.get(meaning, ""),
    )


def in_words(reading: CodeReading) -> str:
    """What a code was taken for, with all that stands beside it."""
    told = (
        "" if reading.code is None else reading.code.value,
        reading.part,
        "asked for or not settled" if reading.is_provisional else "",
        "cancelled" if reading.is_cancelled else "",
        "changed" if reading.is_changed else "",
        reading.unit,
    )
    return ", ".join(filter(None, told))


def _absence_in(reading: CodeReading) -> AbsenceKind | None:
    """The leave that a code says and nothing beside it takes back."""
    meaning = None if reading.code is None else reading.code.meaning
    is_taken = isinstance(meaning, AbsenceKind) and not reading.is_cancelled
    return AbsenceKind(meaning) if is_taken and meaning else None


_NOTHING: dict[object, str] = {
    Meaning.REST: "rest",
    Meaning.NO_OFFER: "not available",
    Meaning.PERSON_LEFT: "somebody who has left, or a vacancy",
}
