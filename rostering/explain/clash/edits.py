"""What a manager can change in a book so that a clash is gone, cell by cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from constraints import Rule
from rostering.domain import (
    AbsenceKind,
    Course,
    Kind,
    Leave,
    Mode,
    Pin,
    PinKind,
    Place,
    Problem,
    RuleSetting,
)
from rostering.domain.time import day_in_words
from rostering.explain.clash import Clash
from rostering.explain.clash.settings import settings_of
from rostering.rulebook import rulebook, write_parameter

Subject = Pin | Course | Leave | RuleSetting


class EditKind(IntEnum):
    """What an edit touches, in order of kindness.

    A pin is only a plan. A setting binds everybody, but is ours to change. A course
    needs another place on another day; and leave has been promised to somebody.
    """

    PIN = 1
    SETTING = 2
    COURSE = 3
    LEAVE = 4

    @property
    def field(self) -> str:
        """The field of a problem in which its subjects are."""
        fields = {1: "pins", 2: "settings", 3: "courses", 4: "leave"}
        return fields[self.value]


ASKED_BACK = {AbsenceKind.ANNUAL, AbsenceKind.STUDY, AbsenceKind.TRAINING}
"""Leave that somebody may be asked to move; of other kinds nothing is said."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to the book: rows to clear, or cells and what to write there."""

    kind: EditKind
    subjects: tuple[Subject, ...]
    becomes: tuple[Subject, ...]
    """What stands in their place afterwards; nothing where rows are cleared."""
    cells: tuple[Place, ...]
    written: str
    """What to write into the cells; where it is empty, their rows are cleared."""
    said: str

    def made(self, problem: Problem) -> Problem:
        """The problem of the book that is so changed."""
        facts = getattr(problem, self.kind.field)
        left = tuple(fact for fact in facts if fact not in self.subjects)
        changes: dict[str, Any] = {self.kind.field: (*left, *self.becomes)}
        return replace(problem, **changes)


def edits_of(clash: Clash, problem: Problem) -> Iterator[Edit]:
    """The changes that may end the clash, each by itself."""
    places = {part for part in clash.parts if isinstance(part, Place)}
    for part in clash.parts:
        if isinstance(part, Pin):
            yield _unpinned(part, problem)
        elif isinstance(part, Rule):
            yield from _settings(part, problem)
    for course in problem.courses:
        if course.place in places:
            yield _moved(course)
    for leave in problem.leave:
        if leave.place in places and leave.kind in ASKED_BACK:
            yield _asked_back(leave, problem)


def _unpinned(pin: Pin, problem: Problem) -> Edit:
    name = problem.person[pin.person].name
    how = "on" if pin.kind is PinKind.ON else "off"
    said = f"{name} is pinned {how} {pin.unit or 'any car'} no longer"
    said += f", {day_in_words(pin.day)}"
    return Edit(EditKind.PIN, (pin,), (), (pin.place, *pin.repeats), "", said)


def _moved(course: Course) -> Edit:
    when = day_in_words(course.span.local_start.date())
    said = f"course {course.id} on {when} is moved to another day"
    return Edit(EditKind.COURSE, (course,), (), (course.place,), "", said)


def _asked_back(leave: Leave, problem: Problem) -> Edit:
    name = problem.person[leave.person].name
    first = day_in_words(leave.span.local_start.date())
    said = f"{name} is asked to move the leave that begins {first}"
    return Edit(EditKind.LEAVE, (leave,), (), (leave.place,), "", said)


def _settings(rule: Rule, problem: Problem) -> Iterator[Edit]:
    """The rule as strict again as it is where a book says nothing of it."""
    usual, rows = type(rule)(), settings_of(rule, problem)
    strict = tuple(row for row in rows if row.mode is Mode.HARD)
    if strict and usual.mode is Mode.WISH:
        wishes = tuple(replace(row, mode=Mode.WISH) for row in strict)
        cells = tuple(row.mode_place for row in strict)
        said = f"{rule.code} {rule.title} is a wish again"
        yield Edit(EditKind.SETTING, strict, wishes, cells, Mode.WISH.value, said)
    elif not usual.is_usual and usual.kind not in (Kind.LAW, Kind.SAFETY):
        yield from _switched_off(rule, [row for row in rows if row.on])
    for row in rows:
        name = row.parameter.replace(" ", "_")
        if name in rule.parameters() and row.value:
            own = getattr(rule, name)
            value = getattr(_without(row, rule, problem), name)
            if value != own:
                is_usual = value == getattr(usual, name)
                yield _put_back(row, rule, write_parameter(value), is_usual=is_usual)


def _switched_off(rule: Rule, rows: Sequence[RuleSetting]) -> Iterator[Edit]:
    off = tuple(replace(row, on=False) for row in rows)
    cells = tuple(row.on_place for row in rows)
    if rows:
        said = f"{rule.code} {rule.title} is off again"
        yield Edit(EditKind.SETTING, tuple(rows), off, cells, "N", said)


def _put_back(row: RuleSetting, rule: Rule, value: str, *, is_usual: bool) -> Edit:
    said = f"{rule.code} {rule.title} has its usual {row.parameter} again"
    if not is_usual:
        said = f"{rule.code} {rule.title} has the {row.parameter} that a wider row sets"
    becomes = (replace(row, value=value),)
    return Edit(EditKind.SETTING, (row,), becomes, (row.value_place,), value, said)


def _without(row: RuleSetting, rule: Rule, problem: Problem) -> Rule:
    """The rule as it is without the row: as wider rows set it, else as usual."""
    left = tuple(each for each in problem.settings if each != row)
    versions, _ = rulebook(replace(problem, settings=left))
    wider = (each for each in versions if _binds_all_of(each, rule))
    return next(wider, type(rule)())


def _binds_all_of(wider: Rule, rule: Rule) -> bool:
    """Whether a version of a rule binds whomever the other binds."""
    its, bound = ((r.units if r.binds_cars else r.people) for r in (wider, rule))
    is_same = wider.code == rule.code
    return is_same and (its is None or (bound is not None and bound <= its))
