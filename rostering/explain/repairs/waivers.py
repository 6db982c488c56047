"""A rule that is no law gives way for one person."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from constraints import Rule
from rostering.domain import DateRange, Mode, PersonId, Place, Problem, Waiver
from rostering.domain.time import day_in_words
from rostering.explain.repairs import kindness
from rostering.explain.repairs.eased import Eased
from rostering.explain.repairs.easings import OfPerson
from rostering.explain.repairs.kindness import CONSENTS, Kind


@dataclass(frozen=True)
class Waive(OfPerson):
    """A rule that is no law is waived for one person, as a row of Waivers would say.

    While the days are not known yet the rule is a wish for the person, so that no more
    of it is set aside than must be.
    """

    rule: str
    days: tuple[date, ...] = ()
    """The days on which it is to give way, once they are known."""

    @property
    def kind(self) -> Kind:
        """A changed duty is a kind of its own."""
        is_other_turn = self.rule == "LATE-01"
        return kindness.OTHER_TURN if is_other_turn else kindness.WAIVER

    def applied(self, problem: Problem) -> Problem:
        """With the waivers for the days, in every role of the person."""
        if not self.days:
            return problem
        waivers = tuple(
            Waiver(row, self.rule, DateRange(day, day), CONSENTS[self.rule].by)
            for row in problem.selves(self.person)
            for day in self.days
        )
        return replace(problem, waivers=(*problem.waivers, *waivers))

    def eased(self, problem: Problem, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """With the rule as a wish for the person, until the days are known."""
        eased: list[Rule] = []
        for rule in rules:
            is_meant = rule.code == self.rule and rule.mode is Mode.HARD
            if self.days or not is_meant or not rule.binds(self.person):
                eased.append(rule)
                continue
            others = rule.bound(frozenset(problem.person)) - {self.person}
            own = rule.narrowed(frozenset({self.person}))
            eased += [rule.narrowed(others), replace(own, mode=Mode.WISH)]
        return tuple(eased)

    def words(self, problem: Problem) -> str:
        """What must be signed, and by whom."""
        consent, name = CONSENTS[self.rule], problem.person[self.person].name
        row = "a row of Waivers for each day" if self.days[1:] else "a row of Waivers"
        cells = (self.person, self.rule, *map(day_in_words, self.days))
        signed = f"{consent.by} must sign for {consent.what}"
        return f"waive {self.rule} for {name} ({row}: {', '.join(cells)}); {signed}"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """None yet: it takes a row that the book does not have."""
        return ()


def dated(eased: Eased) -> Eased:
    """The same with the days of each waiver: as few as make the rota legal."""
    asked = [easing for easing in eased.easings if isinstance(easing, Waive)]
    if not asked:
        return eased
    days = _days_broken(eased, {waive.rule for waive in asked})
    easings = tuple(
        replace(each, days=tuple(sorted(_days_of(each, eased, days))))
        if isinstance(each, Waive)
        else each
        for each in eased.easings
    )
    with_days = Eased(eased.given, eased.rules, easings, eased.fills)
    return eased if with_days.new_breaches else with_days


def _days_broken(
    eased: Eased, codes: set[str]
) -> defaultdict[tuple[PersonId, str], set[date]]:
    """The days on which people would break the rules, and do not now."""
    days: defaultdict[tuple[PersonId, str], set[date]] = defaultdict(set)
    for rule in eased.rules:
        if rule.code in codes and rule.mode is Mode.HARD:
            now = set(rule.breaches(eased.given))
            for breach in rule.breaches(eased.rota):
                if breach not in now and breach.day is not None:
                    days[PersonId(breach.subject), rule.code].add(breach.day)
    return days


def _days_of(
    waive: Waive,
    eased: Eased,
    days: defaultdict[tuple[PersonId, str], set[date]],
) -> set[date]:
    rows = eased.problem.selves(waive.person)
    return set().union(*(days[row, waive.rule] for row in rows))
