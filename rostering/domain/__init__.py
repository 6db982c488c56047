"""The words of the trade, as types; standard library only."""

from rostering.domain.absence import AbsenceKind, Leave, LeaveStatus
from rostering.domain.breach import Audit, Breach
from rostering.domain.duty import Duty, DutyKind
from rostering.domain.fill import Fill
from rostering.domain.people import (
    Course,
    Offer,
    Pair,
    PairKind,
    Person,
    PersonId,
    Pin,
    PinKind,
    Request,
    SkillNeed,
    Training,
    Want,
)
from rostering.domain.place import NOWHERE, Fault, Place, Severity
from rostering.domain.problem import Problem
from rostering.domain.rota import Rota
from rostering.domain.setting import Kind, Limit, Mode, RuleSetting, Tier
from rostering.domain.signatory import Signatory
from rostering.domain.time import ALWAYS, DateRange, Period, Span
from rostering.domain.units import REST, Crew, OffRoad, Post, Shift, Team, Unit
from rostering.domain.waiver import Waiver

__all__ = [
    "ALWAYS",
    "NOWHERE",
    "REST",
    "AbsenceKind",
    "Audit",
    "Breach",
    "Course",
    "Crew",
    "DateRange",
    "Duty",
    "DutyKind",
    "Fault",
    "Fill",
    "Kind",
    "Leave",
    "LeaveStatus",
    "Limit",
    "Mode",
    "OffRoad",
    "Offer",
    "Pair",
    "PairKind",
    "Period",
    "Person",
    "PersonId",
    "Pin",
    "PinKind",
    "Place",
    "Post",
    "Problem",
    "Request",
    "Rota",
    "RuleSetting",
    "Severity",
    "Shift",
    "Signatory",
    "SkillNeed",
    "Span",
    "Team",
    "Tier",
    "Training",
    "Unit",
    "Waiver",
    "Want",
]
