"""CLASH-01: one person is in one place at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Duty, DutyKind, Kind, Mode, PersonId, Rota, Shift

if TYPE_CHECKING:
    from rostering.decisions import Decisions, Possible

STANDING = frozenset({DutyKind.TEAM, DutyKind.WORKED})
"""Fixed work that a shift can run into."""


@dataclass(frozen=True, kw_only=True)
class OnePlaceAtATime(Rule):
    """Nobody is on two cars, in two posts or on two duties at once.

    Why: one person fills one place in one crew. A paramedic can be a Special too, so
    this is checked across both rows of whoever has two (`same as` in People).

    Note: a shift that ends as the next one starts does not touch it; whether there is
    rest between them is REST-01's matter. Riding the car takes the place of the
    team's own turn on that date; the turns of the day before and the day after stand.
    Leave, courses and court are LEAVE-01's matter.
    """

    code: ClassVar[str] = "CLASH-01"
    title: ClassVar[str] = "One place at a time"
    briefly: ClassVar[str] = "elsewhere"
    kind: ClassVar[Kind] = Kind.SAFETY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-SAMEPERSON",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L1 L2",
        "Ann L1\nBob L2",
        "Ann N E",
        "Bob@A N\nteam A L -",
        "Ann .N E",
        "Ann L\ncrew driver:paramedic attendant:paramedic",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L1+L2",
        "Ann E1+L2",
        "Ann L1+N1",
        "Ann N M",
        "Ann .N M",
        "Bob@A N -\nteam A L M",
        "Ann L\nSam:special L\nterms Sam same_as=Ann",
    )

    def post(self, decisions: "Decisions") -> None:
        """Let each moment have the person in one of its places."""
        for person in self.diaries(decisions.problem, decisions.people):
            rows = decisions.problem.selves(person.id)
            if self.mode is Mode.HARD:
                self._post_moments(decisions, rows)
            else:
                self._post_posts(decisions, rows)
            self._post_pairs(decisions, person.id)

    def _post_moments(self, decisions: "Decisions", rows: Sequence[PersonId]) -> None:
        possible = {shift for row in rows for shift in decisions.shifts_of(row)}
        for shifts in _sharing_a_moment(sorted(possible)):
            subject = f"{rows[0]}: {', '.join(shift.id for shift in shifts)}"
            places = [
                decisions.fills(row, shift, post.name)
                for row in rows
                for shift in shifts
                for post in shift.crew.posts
            ]
            decisions.at_most_one(self, subject, places)

    def _post_posts(self, decisions: "Decisions", rows: Sequence[PersonId]) -> None:
        for row in rows:
            for shift in decisions.shifts_of(row):
                for posts in combinations(shift.crew.posts, 2):
                    both = [decisions.fills(row, shift, post.name) for post in posts]
                    decisions.forbid_together(self, f"{row}: {shift.id}", both)

    def _post_pairs(self, decisions: "Decisions", person: PersonId) -> None:
        for first, second in _overlapping(decisions.duties(person)):
            if first.is_choice and second.is_choice and self.mode is Mode.HARD:
                continue
            if _can_clash(first.duty, second.duty):
                subject = f"{person}: {first.duty} and {second.duty}"
                both = (first.claim, second.claim)
                decisions.forbid_together(self, subject, both)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Follow everybody through their days and note who is expected twice."""
        for person in self.diaries(rota.problem, rota.problem.people):
            for row in rota.problem.selves(person.id):
                for shift in rota.shifts_of(row):
                    yield from self._audit_posts(rota, row, shift)
            yield from self._audit_days(rota, person.id)

    def _audit_posts(
        self, rota: Rota, person: PersonId, shift: Shift
    ) -> Iterator[Breach]:
        posts = [fill.post for fill in rota.crew_of(shift) if fill.person == person]
        for index, post in enumerate(posts):
            for other in posts[:index]:
                because = f"both {other} and {post} of {shift.in_words}"
                yield self.breach(person, because, day=shift.day)

    def _audit_days(self, rota: Rota, person: PersonId) -> Iterator[Breach]:
        current: list[Duty] = []
        for duty in rota.duties_of(person):
            if duty.kind is not DutyKind.SHIFT and duty.kind not in STANDING:
                continue
            current = [other for other in current if other.span.end > duty.span.start]
            for other in current:
                if DutyKind.SHIFT in (duty.kind, other.kind):
                    because = f"{other} and {duty} at the same time"
                    yield self.breach(person, because, day=duty.day)
            current.append(duty)


def _sharing_a_moment(shifts: Sequence[Shift]) -> Iterator[list[Shift]]:
    """The largest sets of shifts that all run at some one moment."""
    running: list[Shift] = []
    for shift in sorted(shifts, key=lambda shift: shift.span):
        staying = [other for other in running if other.span.end > shift.span.start]
        if len(staying) < len(running):
            yield running
        running = [*staying, shift]
    if running:
        yield running


def _overlapping(
    possible: "Sequence[Possible]",
) -> "Iterator[tuple[Possible, Possible]]":
    for index, first in enumerate(possible):
        for second in possible[index + 1 :]:
            if second.duty.span.start >= first.duty.span.end:
                break
            yield first, second


def _can_clash(first: Duty, second: Duty) -> bool:
    """Whether a shift is one of them, and the other is not what it replaces."""
    kinds = {first.kind, second.kind}
    if DutyKind.SHIFT not in kinds or not kinds <= {DutyKind.SHIFT, *STANDING}:
        return False
    is_replaced = first.person == second.person and first.day == second.day
    return DutyKind.TEAM not in kinds or not is_replaced
