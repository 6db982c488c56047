"""What may be told of somebody's days that are no shifts on a car."""

from enum import StrEnum

from rostering.domain.absence import AbsenceKind
from rostering.domain.duty import Duty, DutyKind


class Busy(StrEnum):
    """Why somebody is not on a car; whatever is private is only `away`."""

    LEAVE = "leave"
    TRAINING = "training"
    COURT = "court"
    AWAY = "away"


_KINDS = {
    AbsenceKind.ANNUAL: Busy.LEAVE,
    AbsenceKind.STUDY: Busy.TRAINING,
    AbsenceKind.TRAINING: Busy.TRAINING,
    AbsenceKind.COURT: Busy.COURT,
}


def busy_with(duty: Duty) -> Busy | None:
    """What may be told of the duty; None for a turn, a shift or what is on record."""
    if duty.kind is DutyKind.COURSE:
        return Busy.TRAINING
    if duty.absence is None or duty.kind is not DutyKind.AWAY:
        return None
    return _KINDS.get(duty.absence, Busy.AWAY)
