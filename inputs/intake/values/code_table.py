"""What codes stand for: the table `codes.csv`, which lists every one we know."""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import cache
from importlib.resources import files

from inputs._clocks import CLOCK
from rostering.domain import AbsenceKind

Times = tuple[time, time]
POLICE, SPECIALS = "police", "specials"


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


class Mark(StrEnum):
    """What a word beside a code says of it."""

    MORNING = "am"
    AFTERNOON = "pm"
    PROVISIONAL = "provisional"
    """Asked for, or not settled yet."""
    CANCELLED = "cancelled"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Alias:
    """One line of the table."""

    text: str
    side: str
    """ambulance, police or specials, who alone use it so; empty for everybody."""
    code: Code | None
    """None for a word that only marks the code beside it."""
    mark: Mark | None
    times: Times | None
    """When it usually begins and ends."""

    @property
    def is_answer(self) -> bool:
        """Whether it answers if somebody can work, and is no code of a rota."""
        return self.side == SPECIALS

    @property
    def is_times(self) -> bool:
        """Whether it is nothing but times, such as `2-10`."""
        return self.times is not None and self.text[0].isdigit()


def bare(text: str) -> str:
    """The text as codes are compared: in capitals, without dots, slashes and spaces."""
    capitals = text.upper().replace("\ufe0f", "")
    return re.sub(r"[./\u2044\s]", "", capitals) or capitals


@cache
def _aliases() -> Mapping[str, tuple[Alias, ...]]:
    """Every alias by its bare text, but those that stand for many."""
    found: defaultdict[str, list[Alias]] = defaultdict(list)
    for alias in _rows():
        if not _is_open(alias):
            found[bare(alias.text)].append(alias)
    return {text: tuple(rows) for text, rows in found.items()}


def known(text: str) -> tuple[Alias, ...]:
    """Every line of the table for a text, whoever uses it so."""
    key = bare(text)
    found = _aliases().get(key, ())
    if found:
        return found
    forms = _open_aliases()
    spelt = (key, text.upper())
    return tuple(alias for form, alias in forms if any(map(form.fullmatch, spelt)))


@cache
def code_at(times: Times) -> Code | None:
    """The one code for which such times stand in the table."""
    codes = {row.code for row in _rows() if row.is_times and row.times == times}
    return codes.pop() if len(codes) == 1 else None


@cache
def _open_aliases() -> tuple[tuple[re.Pattern[str], Alias], ...]:
    """Aliases with a place for any number (#) or for any words (*)."""
    return tuple(
        (re.compile(_pattern(alias.text)), alias)
        for alias in _rows()
        if _is_open(alias)
    )


def _is_open(alias: Alias) -> bool:
    return "#" in alias.text or "*" in alias.text


def _pattern(text: str) -> str:
    escaped = re.escape(text)
    return escaped.replace(r"\#", "[0-9]{1,3}").replace(r"\*", ".+")


@cache
def _rows() -> tuple[Alias, ...]:
    return tuple(map(_alias, _lines()))


def _alias(line: Mapping[str, str]) -> Alias:
    start, end = line["usual start"], line["usual end"]
    return Alias(
        line["alias"],
        line["side"],
        Code(line["code"]) if line["code"] else None,
        Mark(line["mark"]) if line["mark"] else None,
        (CLOCK.read(start), CLOCK.read(end)) if start else None,
    )


@cache
def _meanings() -> Mapping[Code, Meaning | AbsenceKind]:
    return {
        Code(line["code"]): _meaning(line["becomes"])
        for line in _lines()
        if line["code"]
    }


def _meaning(word: str) -> Meaning | AbsenceKind:
    return Meaning(word) if word in list(Meaning) else AbsenceKind(word)


@cache
def _lines() -> tuple[Mapping[str, str], ...]:
    table = files(__package__).joinpath("codes.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(table.splitlines()))
