"""FAIR-05: nobody has all the Fridays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._fair_shares import on_the_car
from constraints._rule import Rule
from rostering.domain import Breach, Mode, Problem, Rota, Span, Tier
from rostering.domain.shares import shares

if TYPE_CHECKING:
    from rostering.decisions import Decisions

NAMES = (
    *("Mondays", "Tuesdays", "Wednesdays", "Thursdays"),
    *("Fridays", "Saturdays", "Sundays"),
)


@dataclass(frozen=True, slots=True)
class Weekday:
    """Work that begins on one day of the week; to be shared."""

    number: int

    def mark(self, problem: Problem, span: Span, day: date) -> date | None:
        """The date itself, if it is such a day."""
        return day if day.weekday() == self.number else None


@dataclass(frozen=True, kw_only=True)
class SameNight(Rule):
    """Nobody has far more than their share of one day of the week.

    Why: of two people with as many shifts one can have every Friday and the other none.
    Friday is the night that friends go out, and the hardest on the car.

    Note: each day of the week is shared by itself, in proportion to what each person
    can do, as FAIR-01 shares weekends; what is on record counts. Fair is the share
    rounded up, and the slack below. Each date beyond costs one; to have fewer is no
    complaint. It is off unless a book switches it on, for the shares of weekends and of
    late finishes do most of it.

    Attributes:
        slack: How many more than the share rounded up are no complaint.
    """

    code: ClassVar[str] = "FAIR-05"
    title: ClassVar[str] = "The same night"
    briefly: ClassVar[str] = "with enough of this day of the week"
    may_be_waived: ClassVar[bool] = False
    may_be_hard: ClassVar[bool] = False
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-WEEKEND", "FAIR-NIGHT")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L - - - - - - L\nBob:paramedic - - - - - - - -",
        "Ann L L L L L L L\nBob:paramedic - - - - - - -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        (
            "days 29\nAnn L - - - - - - L - - - - - - L - - - - - - L\nBob:paramedic -",
            1,
        ),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    slack: int = 1

    def post(self, decisions: "Decisions") -> None:
        """Keep each person's dates of each day of the week to the share."""
        for number, name in enumerate(NAMES):
            known = shares(decisions.problem, Weekday(number))
            for person in decisions.people:
                share = known.get(person.id)
                if share is not None and self.binds(person.id):
                    shifts = [
                        shift
                        for shift in decisions.shifts_of(person.id)
                        if shift.day.weekday() == number
                    ]
                    days = {shift.day for shift in shifts} - share.recorded
                    works = (
                        decisions.any_of(
                            decisions.works(person.id, shift)
                            for shift in shifts
                            if shift.day == day
                        )
                        for day in sorted(days)
                    )
                    terms = [(True, len(share.recorded)), *((w, 1) for w in works)]
                    subject = f"{person.id}: {name}"
                    decisions.at_most(self, subject, terms, share.most + self.slack)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Sort what each person works by the day of the week."""
        for person in self.bound_people(rota.problem):
            if rota.shifts_of(person.id):
                dates = {duty.day for duty in on_the_car(rota, person.id)}
                for number, name in enumerate(NAMES):
                    share = shares(rota.problem, Weekday(number)).get(person.id)
                    had = sum(day.weekday() == number for day in dates)
                    if share is not None and had > share.most + self.slack:
                        because = f"{had} {name} with those on record; a fair share is "
                        because += f"{share.most} at most"
                        beyond = had - share.most - self.slack
                        yield self.breach(person.id, because, amount=beyond)
