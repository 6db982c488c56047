"""CHANGE-02: changes are told in good time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._changes import ChangeRule, days_changed
from rostering.domain import Breach, Kind, Person, Rota
from rostering.domain.notice import (
    CONTRACTED_LINES,
    TEAM_LINES,
    VOLUNTEER_LINES,
    class_in_words,
    clear_days,
    steps_short,
)

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class LateChanges(ChangeRule):
    """A change that comes at short notice is dearer than one in good time.

    Why: a late change upsets more, and may be owed for: under the Police Regulations
    2003 a rest day or public holiday is dearer below 15, 8 and 5 clear days.

    Note: notice is counted in clear days, neither the day of telling nor that of the
    duty. Each changed day costs 1 for each line that its notice falls short of. Which
    lines count depends on a person's terms: a team's member is on an officer's, whoever
    has neither team nor contracted hours offers time. The rule says nothing where
    nothing is published, or where it is not known when people are told.

    Attributes:
        officers: The lines for members of a team, in clear days.
        contracted: The lines for people with contracted hours, in clear days.
        volunteers: The lines for people who offer their time, in clear days.
    """

    code: ClassVar[str] = "CHANGE-02"
    title: ClassVar[str] = "Changes in good time"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = (
        "CONV-NOTICE",
        "POL-CHANGE",
        "POL-RD-WORK",
        "POL-RD-REINSTATE",
        "POL-PH-WORK",
        "AFC-PUBLISH",
        "SC-AVAIL",
        "CH-FREEZE",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L -\npublished Ann - -",
        "Ann L -\npublished Ann L -\ntold 2027-01-04",
        "Ann L\npublished Ann -\npublished Bob L\ntold 2026-12-06",
        "Ann L\ntold 2027-01-04",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L\npublished Ann -\npublished Bob L\ntold 2026-12-07", 1),
        ("Sam:special -\npublished Sam L\noffer Sam L\nneed L\ntold 2026-12-21", 1),
        ("Bob@A -\nteam A/1 L\npublished Bob L\nneed L\ntold 2026-12-20", 1),
        ("Bob@A -\nteam A/1 L\npublished Bob L\nneed L\ntold 2026-12-27", 2),
        ("Bob@A -\nteam A/1 L\npublished Bob L\nneed L\ntold 2027-01-03", 3),
    )

    officers: tuple[int, ...] = TEAM_LINES
    contracted: tuple[int, ...] = CONTRACTED_LINES
    volunteers: tuple[int, ...] = VOLUNTEER_LINES

    def lines(self, person: Person) -> Sequence[int]:
        """The lines that count for the person, by the terms of work."""
        if person.offers_time:
            return self.volunteers
        return self.officers if person.team else self.contracted

    def post(self, decisions: "Decisions") -> None:
        """Charge each changed day by the lines between it and the day of telling."""
        problem = decisions.problem
        if not problem.published or problem.told_on is None:
            return
        for person in decisions.people:
            if not self.binds(person.id):
                continue
            lines = self.lines(person)
            for day, claim in decisions.days_changed(person.id).items():
                short = steps_short(clear_days(problem.told_on, day), lines)
                if short:
                    decisions.charge(self, claim, short, who=person.id, day=day)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the clear days before each day that differs from what was told."""
        problem = rota.problem
        if problem.told_on is None:
            return
        for person, day in days_changed(rota):
            lines = self.lines(problem.person[person])
            notice = (day - problem.told_on).days - 1
            amount = len([line for line in lines if line > notice])
            if amount and self.binds(person):
                because = f"a change told at {class_in_words(notice, lines)}"
                yield self.breach(person, because, day=day, amount=amount)
