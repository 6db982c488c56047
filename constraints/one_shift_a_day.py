"""TURN-04: one shift a day."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Mode, Rota
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from datetime import date

    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class OneShiftADay(Rule):
    """Nobody begins two shifts on one day.

    Why: two short shifts with hours between them make a long day with two ways to
    work. Where rest is agreed by turns and not by hours, this is its first line.

    Note: a shift belongs to the date on which it starts. Two posts of one shift are one
    shift: CLASH-01 is against that. It is off unless a book switches it on; REST-01
    measures the rest itself.
    """

    code: ClassVar[str] = "TURN-04"
    title: ClassVar[str] = "One shift a day"
    briefly: ClassVar[str] = "on another shift that day"
    kind: ClassVar[Kind] = Kind.POLICY
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-LATE-EARLY",)
    kept: ClassVar[tuple[str, ...]] = ("Ann L L", "Ann N E", "Ann L1\nBob L2")
    broken: ClassVar[tuple[str, ...]] = ("Ann E1+N1", "Ann - L1+L2")
    charged: ClassVar[tuple[tuple[str, int], ...]] = (("Ann M+L+N E+S", 3),)

    def post(self, decisions: "Decisions") -> None:
        """Allow one of the shifts of each day."""
        for person in self.diaries(decisions.problem, decisions.people):
            for day, rides in decisions.days(person.id).rides.items():
                claims = [claim for _, claim in rides]
                subject = f"{person.id}: {day_in_words(day)}"
                if self.mode is Mode.HARD:
                    decisions.at_most_one(self, subject, claims, who=person.id, day=day)
                else:
                    terms = [(claim, 1) for claim in claims]
                    decisions.at_most(self, subject, terms, 1, who=person.id, day=day)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the shifts of each person's days."""
        for person in self.diaries(rota.problem, rota.problem.people):
            by_day: defaultdict[date, list[str]] = defaultdict(list)
            for row in rota.problem.selves(person.id):
                for shift in rota.shifts_of(row):
                    by_day[shift.day].append(f"{shift.unit} {shift.turn}")
            for day, shifts in by_day.items():
                if shifts[1:]:
                    because = f"{' and '.join(shifts)} on {day_in_words(day)}"
                    amount = len(shifts) - 1
                    yield self.breach(person.id, because, day=day, amount=amount)
