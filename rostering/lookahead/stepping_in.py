"""Who could step in on the day, and whether a crew that came together may go out."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from constraints import BarringRule, Rule
from rostering.domain import Breach, Fill, Mode, PersonId, Rota, Shift
from rostering.eligibility import candidates, eligibility
from rostering.explain.gaps.crews import is_about_crews


def _is_about_diaries(rule: Rule) -> bool:
    """Whether it looks at all that one person does; what bars is known beforehand."""
    is_of_people = not rule.binds_cars and not is_about_crews(rule)
    return is_of_people and not isinstance(rule, BarringRule)


class SteppingIn:
    """One rota and its rules, asked about people and crews on the day."""

    def __init__(self, rota: Rota, rules: Sequence[Rule]) -> None:
        """Keep rules about people and rules about crews apart."""
        self._rota = rota
        hard = [rule for rule in rules if rule.mode is Mode.HARD]
        self._of_crews = [rule for rule in hard if is_about_crews(rule)]
        self._of_people = [rule for rule in hard if _is_about_diaries(rule)]
        self._rules = rules
        self._whole: dict[frozenset[Fill], bool] = {}
        self._standing: dict[PersonId, frozenset[Breach]] = {}

    @cached_property
    def free(self) -> dict[Shift, tuple[Fill, ...]]:
        """For each shift, those who could take a place in it, the least used first.

        They are on no other duty then, and all that binds them would still hold.
        """
        barred = eligibility(self._rota.problem, self._rules).barred
        return {
            shift: tuple(self._free(shift, barred))
            for shift in self._rota.problem.shifts
        }

    def _free(self, shift: Shift, barred: AbstractSet[Fill]) -> Iterable[Fill]:
        there = self._rota.people_on(shift)
        found = [
            Fill(person.id, shift, post.name)
            for person, post in candidates(self._rota.problem, shift)
            if person.id not in there
        ]
        legal = [f for f in found if f not in barred and self._may_come(f)]
        return sorted(legal, key=lambda f: (len(self._rota.shifts_of(f.person)), f))

    def _may_come(self, fill: Fill) -> bool:
        """Whether nothing breaks that binds the person alone."""
        who = fill.person
        if who not in self._standing:
            self._standing[who] = frozenset(self._breaches(self._rota, who))
        after = self._rota.changed(joins=(fill,))
        return all(b in self._standing[who] for b in self._breaches(after, who))

    def _breaches(self, rota: Rota, who: PersonId) -> Iterable[Breach]:
        for rule in self._of_people:
            if bound := rule.bound(frozenset({who})):
                yield from rule.narrowed(bound).breaches(rota)

    def may_go_out(self, crew: frozenset[Fill]) -> bool:
        """Whether these people crew their shift, and may be together in it."""
        if crew not in self._whole:
            rota = Rota(self._rota.problem, crew)
            self._whole[crew] = all(map(rota.is_crewed, rota.crews)) and not any(
                True for rule in self._of_crews for _ in rule.breaches(rota)
            )
        return bool(crew) and self._whole[crew]
