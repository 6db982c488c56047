"""RUN-05: days off come two at a time."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Mode, Person, Problem, Rota, Tier
from rostering.domain.time import DAY, day_in_words, days_between

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions

Window = tuple[date, date, date]


@dataclass(frozen=True, kw_only=True)
class RestDaysInBlocks(Rule):
    """Nobody has a single day off between two at work, or a single one at work.

    Why: after lates the first day off is for sleep; only the second is a day off. And
    one day at work in the middle of a rest breaks it (FAT-RDBLOCK). Police guidance
    asks for rest days in blocks.

    Note: a day counts as at work where any duty begins on it, and leave is a day off.
    Looked at are people with contracted hours or a team, from two days before the
    period where they have a record, and to its last day, for what comes after is not
    planned yet. Each single day costs one. What there is without the rota is not held
    against it. It is off unless a book switches it on: it weighs against home cars and
    requests on every day of everybody, and managers differ.
    """

    code: ClassVar[str] = "RUN-05"
    title: ClassVar[str] = "Rest days in blocks"
    briefly: ClassVar[str] = "with days off or at work on end"
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-RDBLOCK",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L - - L L",
        "Ann L - - - - L",
        "Ann - L L",
        "Sam:special L - L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L - L",
        "Ann - L -",
        "Ann .L - L",
        "Ann .L .- L -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L L - L L - L", 2),
        ("Ann L A L", 1),
        ("Ann T - L L", 1),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    def measures(self, person: Person) -> bool:
        """Whose days off are ours or a team's to plan."""
        return self.binds(person.id) and not person.offers_time

    def post(self, decisions: "Decisions") -> None:
        """Let the day in the middle of each three be like one of its neighbours."""
        problem = decisions.problem
        for person in self.diaries(problem, decisions.people):
            standing, open_days = _days(decisions, person)
            for window in _windows(problem, person):
                if not _is_single(window, standing):
                    works = [
                        day in standing or open_days.get(day, False) for day in window
                    ]
                    self._post_window(decisions, person, window, works)

    def _post_window(
        self,
        decisions: "Decisions",
        person: Person,
        window: Window,
        works: "list[Claim]",
    ) -> None:
        subject = f"{person.id}: {day_in_words(window[1])}"
        first, middle, last = works
        rest = [decisions.negation(claim) for claim in works]
        for claims in ((first, rest[1], last), (rest[0], middle, rest[2])):
            decisions.forbid_together(
                self, subject, claims, who=person.id, day=window[-1]
            )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Go through the days of each person and find those unlike both neighbours."""
        for person in self.diaries(rota.problem, rota.problem.people):
            if rota.rides_of(person.id):
                fixed = rota.problem.fixed_duties(person.id)
                before = {duty.day for duty in fixed if duty.is_work}
                worked = {d.day for d in rota.duties_of(person.id) if d.is_work}
                for window in _windows(rota.problem, person):
                    if _is_single(window, worked) and not _is_single(window, before):
                        what = "at work" if window[1] in worked else "off"
                        because = f"{day_in_words(window[1])} is a single day {what}"
                        yield self.breach(person.id, because, day=window[-1])


def _is_single(window: Window, worked: Collection[date]) -> bool:
    first, middle, last = (day in worked for day in window)
    return first == last != middle


def _windows(problem: Problem, person: Person) -> Iterator[Window]:
    """Every three days on end of which all is known, with one of the period."""
    first = problem.period.first
    has_record = any(
        duty.is_work and duty.day < first for duty in problem.fixed_duties(person.id)
    )
    begin = first - 2 * DAY if has_record else first
    known = [
        day
        for day in days_between(begin, problem.period.last)
        if day in person.employed
    ]
    for (one, two), (_, three) in pairwise(pairwise(known)):
        yield one, two, three


def _days(
    decisions: "Decisions", person: Person
) -> "tuple[set[date], dict[date, Claim]]":
    """The days at work whatever is planned, and when the others are."""
    work = [p for p in decisions.duties(person.id) if p.duty.is_work]
    standing = {p.duty.day for p in work if not p.is_choice}
    by_day: dict[date, list[Claim]] = {}
    for possible in work:
        by_day.setdefault(possible.duty.day, []).append(possible.claim)
    return standing, {day: decisions.any_of(c) for day, c in by_day.items()}
