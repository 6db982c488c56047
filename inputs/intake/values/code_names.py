"""What codes stand for, and what each makes of somebody's day."""

import csv
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from rostering.domain import AbsenceKind


class Meaning(StrEnum):
    """What a code makes of somebody's day, where it is no absence."""

    WORK = "work"
    REST = "rest"
    OFFER = "offer"
    NO_OFFER = "no offer"
    PERSON_LEFT = "person left"


class Code(StrEnum):
    """What a code stands for, by the name that people read and may say."""

    LATE = "late"
    EARLY = "early"
    DAY = "day"
    NIGHT = "night"
    AFTERNOON = "afternoon"
    TWILIGHT = "twilight"
    JOINT_UNIT = "joint unit"
    WORK = "work"
    """Work of which only the times are told."""
    RELIEF = "relief"
    SPARE = "spare"
    OVERTIME = "overtime"
    REST = "rest"
    REST_CANCELLED = "rest day worked"
    REST_MOVED = "moved rest day"
    REST_PROTECTED = "protected rest day"
    FREE_DAY = "free day"
    ANNUAL = "annual"
    HALF_ANNUAL = "half annual"
    PUBLIC_HOLIDAY = "public holiday"
    TIME_BACK = "time back"
    SICK = "sick"
    TRAINING = "training"
    STUDY = "study"
    COURT = "court"
    RESTRICTED = "restricted"
    MATERNITY = "maternity"
    PATERNITY = "paternity"
    ADOPTION = "adoption"
    PARENTAL = "parental"
    COMPASSIONATE = "compassionate"
    UNPAID = "unpaid"
    UNAVAILABLE = "unavailable"
    ABSTRACTION = "abstraction"
    AWAY = "away"
    AVAILABLE = "available"
    NOT_AVAILABLE = "not available"
    LEFT = "left"

    @property
    def meaning(self) -> Meaning | AbsenceKind:
        """What it makes of somebody's day: a kind of leave, or none."""
        return _meanings()[self]

    @property
    def turn(self) -> str:
        """The turn that it names as the book does; empty where it names none."""
        return _TURNS.get(self, "")


_TURNS = {
    Code.LATE: "late",
    Code.AFTERNOON: "late",
    Code.EARLY: "early",
    Code.DAY: "day",
    Code.NIGHT: "night",
    Code.TWILIGHT: "twilight",
}


@cache
def _meanings() -> Mapping[Code, Meaning | AbsenceKind]:
    return {
        Code(line["code"]): _meaning(line["becomes"])
        for line in lines()
        if line["code"]
    }


def _meaning(word: str) -> Meaning | AbsenceKind:
    return Meaning(word) if word in list(Meaning) else AbsenceKind(word)


@cache
def lines() -> tuple[Mapping[str, str], ...]:
    """The lines of `codes.csv`, which lists every code we know, by its columns."""
    table = files(__package__).joinpath("codes.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(table.splitlines()))
