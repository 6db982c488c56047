"""A rota as calendars, one for each person and each car, which update what stands."""

from rostering.report.calendar.entries import Kind, Owner
from rostering.report.calendar.events import Change
from rostering.report.calendar.export import Calendars, Exported, calendars_of, write

__all__ = [
    "Calendars",
    "Change",
    "Exported",
    "Kind",
    "Owner",
    "calendars_of",
    "write",
]
