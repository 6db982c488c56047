"""Time away, and what each kind of it counts for."""

from dataclasses import dataclass
from enum import StrEnum

from rostering.domain.people import PersonId
from rostering.domain.place import NOWHERE, Place
from rostering.domain.time import DAY, HOUR, Span


class AbsenceKind(StrEnum):
    """Why someone is away; each kind counts in its own way."""

    ANNUAL = "annual"
    SICK = "sick"
    MATERNITY = "maternity"
    PATERNITY = "paternity"
    ADOPTION = "adoption"
    PARENTAL = "parental"
    COMPASSIONATE = "compassionate"
    UNPAID = "unpaid"
    TIME_BACK = "time back"
    STUDY = "study"
    TRAINING = "training"
    COURT = "court"
    REST = "rest"
    OTHER = "other"

    @property
    def is_work(self) -> bool:
        """Whether the hours count as worked."""
        return self in _WORK

    @property
    def is_excluded(self) -> bool:
        """Whether its days are left out of the 48-hour average (reg 4(7) WTR)."""
        return self in _EXCLUDED

    @property
    def keeps_hours(self) -> bool:
        """Whether contracted hours are credited as if worked."""
        return self not in (AbsenceKind.UNPAID, AbsenceKind.REST)

    @property
    def is_free_time(self) -> bool:
        """Whether the time away is the person's own, to work in another role too."""
        return self in _FREE

    @property
    def in_words(self) -> str:
        """What may be said of it; most kinds are private, and only `away`."""
        return _WORDS.get(self, "away")


_WORK = frozenset({AbsenceKind.STUDY, AbsenceKind.TRAINING, AbsenceKind.COURT})
_WORDS = {
    AbsenceKind.ANNUAL: "on leave",
    AbsenceKind.STUDY: "on a course",
    AbsenceKind.TRAINING: "training",
    AbsenceKind.COURT: "at court",
}
_FREE = frozenset(
    {
        AbsenceKind.ANNUAL,
        AbsenceKind.UNPAID,
        AbsenceKind.TIME_BACK,
        AbsenceKind.REST,
    }
)
_EXCLUDED = frozenset(
    {
        AbsenceKind.ANNUAL,
        AbsenceKind.SICK,
        AbsenceKind.MATERNITY,
        AbsenceKind.PATERNITY,
        AbsenceKind.ADOPTION,
        AbsenceKind.PARENTAL,
    }
)


class LeaveStatus(StrEnum):
    """How far a request for leave has come."""

    APPROVED = "approved"
    REQUESTED = "requested"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Leave:
    """Time away, whole days unless the clock times are given."""

    person: PersonId
    kind: AbsenceKind
    span: Span
    status: LeaveStatus = LeaveStatus.APPROVED
    place: Place = NOWHERE

    @property
    def is_whole_days(self) -> bool:
        """Whether it takes days as a whole; the shortest, in March, has 23 hours."""
        return self.span.length >= DAY - HOUR
