"""What is on record: the rotas that stood, day by day, as corrected afterwards."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from rostering.domain import Duty, DutyKind, Leave, PersonId, Place
from rostering.ledger import Ledger, Note, Version, days_left
from rostering.memory.worked import KIND, Worked, noted, said_in
from rostering.saved.lines import RotaLine, State
from rostering.saved.reading import rota_in

Key = tuple[PersonId, date]


@dataclass(frozen=True, slots=True)
class Held:
    """What of a ledger counted when something was made of it."""

    versions: tuple[int, ...]
    """The numbers of versions."""
    notes: tuple[int, ...]
    """The positions of notes on what was worked."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One stretch of one person's day on record, and who says so."""

    duty: Duty
    unit: str
    """The car that it is about, also where the person was away from it."""
    turn: str
    post: str
    source: int | str
    """The number of a version, or the file of which a note was made."""

    @property
    def is_published(self) -> bool:
        """Whether it is as it was published, and not as somebody corrected it."""
        return isinstance(self.source, int)

    @property
    def is_worked(self) -> bool:
        """Whether the person was at work."""
        return self.duty.absence is None


@dataclass(frozen=True)
class Record:
    """All that a ledger tells of who worked when."""

    ledger: Ledger
    published: tuple[Version, ...]
    """Every version that was published, oldest first."""
    versions: tuple[Version, ...]
    """Those of which days still stand."""
    notes: tuple[Note, ...]
    """Those on what was worked that nobody took back."""
    days: frozenset[date]
    """Every day for which a version stands."""
    leave: Mapping[PersonId, Sequence[Leave]] = field(default_factory=dict)
    """Approved leave by person, as far as the book has it by now."""

    @property
    def held(self) -> Held:
        """What of the ledger counts in it."""
        versions = tuple(version.number for version in self.versions)
        return Held(versions, tuple(note.position for note in self.notes))

    @cached_property
    def planned(self) -> dict[Key, tuple[Recorded, ...]]:
        """What was published last, by person and day, whatever became of it."""
        found: defaultdict[Key, list[Recorded]] = defaultdict(list)
        for version in self.versions:
            stands = set(days_left(version, self.versions))
            for line, place in _filled(version):
                if line.day in stands:
                    person = PersonId(line.person)
                    found[person, line.day].append(
                        _of_line(line, place, version.number)
                    )
        return {key: tuple(stretches) for key, stretches in sorted(found.items())}

    @cached_property
    def all(self) -> dict[Key, tuple[Recorded, ...]]:
        """What counts, by person and day: later notes go before earlier ones.

        A published duty that begins in leave which the book has by now was not worked.
        """
        found = {
            key: tuple(each for each in stretches if not self._is_taken(each))
            for key, stretches in self.planned.items()
        }
        for note in self.notes:
            told: defaultdict[Key, list[Recorded]] = defaultdict(list)
            for said in said_in(note):
                told[said.person, said.day].extend(_of_note(said, note))
            found |= {key: tuple(stretches) for key, stretches in told.items()}
        return dict(sorted(found.items()))

    def _is_taken(self, each: Recorded) -> bool:
        start = each.duty.span.start
        return any(
            not away.kind.is_work and away.span.start <= start < away.span.end
            for away in self.leave.get(each.duty.person, ())
        )


def record(ledger: Ledger, *, held: Held | None = None) -> Record:
    """All that the ledger tells of who worked when.

    Args:
        ledger: The ledger of a book.
        held: What it held at the time that is meant; None for all that it holds.

    Raises:
        Refusal: The ledger cannot be read.
    """
    published = tuple(
        version
        for version in ledger.versions()
        if version.is_published and (held is None or version.number in held.versions)
    )
    standing = tuple(v for v in published if days_left(v, published))
    known = [
        note
        for note in ledger.notes(KIND)
        if held is None or note.position in held.notes
    ]
    days = frozenset(day for version in standing for day in version.days.days)
    return Record(ledger, published, standing, noted(known), days)


def _filled(version: Version) -> Iterator[tuple[RotaLine, Place]]:
    """The places of a version that somebody fills, each with its cell."""
    saved = rota_in(Path(version.name), version.rota, None)
    for line, cells in zip(saved.lines, saved.records, strict=True):
        if line.state is State.FILLED:
            yield line, replace(cells.places["date"], file=version.name)


def _of_line(line: RotaLine, place: Place, number: int) -> Recorded:
    duty = Duty(
        PersonId(line.person),
        DutyKind.WORKED,
        line.span,
        line.day,
        line.unit,
        unit=line.unit,
        place=place,
    )
    return Recorded(duty, line.unit, line.turn, line.post, number)


def _of_note(said: Worked, note: Note) -> Iterator[Recorded]:
    if said.duty is not None:
        source = str(note.facts["file"])
        yield Recorded(said.duty, said.unit, said.turn, said.post, source)
