"""Who may fill which post, worked out before the model, with the reasons kept."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from constraints import BarringRule, Rule
from rostering.domain import Fill, Mode, Person, PersonId, Place, Post, Problem, Shift


class Reason(NamedTuple):
    """One rule's word on why a person may not fill a post."""

    rule: str
    because: str
    place: Place
    briefly: str


class Eligibility(Protocol):
    """The fills that hard rules rule out by themselves."""

    @property
    def barred(self) -> AbstractSet[Fill]:
        """The fills that need no decision."""

    @property
    def reasons(self) -> Mapping[Fill, tuple[Reason, ...]]:
        """Every reason against each of them."""


@dataclass(frozen=True)
class Known:
    """The fills that are ruled out, where every reason is known."""

    reasons: dict[Fill, tuple[Reason, ...]]

    @property
    def barred(self) -> AbstractSet[Fill]:
        """The fills that need no decision."""
        return self.reasons.keys()


@dataclass(frozen=True)
class Asked:
    """What the barring rules say of every candidate for every post, once it is asked.

    Whether anything is against a fill is soon known; all that is, only for those who
    want the reasons.
    """

    problem: Problem
    rules: Sequence[BarringRule]

    @cached_property
    def barred(self) -> AbstractSet[Fill]:
        """The fills that need no decision."""
        if "reasons" in vars(self):
            return self.reasons.keys()
        problem, minded = self.problem, self._minded()
        return frozenset(
            Fill(person.id, shift, post.name)
            for shift in problem.shifts
            for person, post in candidates(problem, shift)
            if _is_barred(problem, minded[person.id], person, shift, post)
        )

    @cached_property
    def reasons(self) -> Mapping[Fill, tuple[Reason, ...]]:
        """Every reason against each of them."""
        problem, minded = self.problem, self._minded()
        found = {
            Fill(person.id, shift, post.name): tuple(
                reasons_against(problem, minded[person.id], person, shift, post)
            )
            for shift in problem.shifts
            for person, post in candidates(problem, shift)
            if minded[person.id]
        }
        return {fill: against for fill, against in found.items() if against}

    def _minded(self) -> dict[PersonId, list[BarringRule]]:
        """The rules that could have anything against each person."""
        return {
            person.id: [r for r in self.rules if r.may_bar(self.problem, person)]
            for person in self.problem.people
        }


def eligibility(problem: Problem, rules: Sequence[Rule]) -> Asked:
    """Ask every barring rule about every candidate for every post."""
    hard = (rule for rule in rules if rule.mode is Mode.HARD)
    return Asked(problem, [rule for rule in hard if isinstance(rule, BarringRule)])


def candidates(problem: Problem, shift: Shift) -> Iterator[tuple[Person, Post]]:
    """Everybody who could be thought of for each post of the shift."""
    for person in problem.candidates(shift):
        for post in shift.crew.open_to(person.role):
            yield person, post


def _is_barred(
    problem: Problem,
    barring: list[BarringRule],
    person: Person,
    shift: Shift,
    post: Post,
) -> bool:
    """Whether some rule is against the fill; what bars somebody is asked first next."""
    for nth, rule in enumerate(barring):
        if any(reasons_against(problem, (rule,), person, shift, post)):
            barring.insert(0, barring.pop(nth))
            return True
    return False


def reasons_against(
    problem: Problem,
    barring: Sequence[BarringRule],
    person: Person,
    shift: Shift,
    post: Post,
) -> Iterator[Reason]:
    """Every reason why the person may not fill the post."""
    for rule in barring:
        if rule.binds(person.id) and not rule.is_waived(problem, person.id, shift.day):
            bar = rule.bar(problem, person, shift, post)
            if bar is not None:
                briefly = bar.briefly or rule.label
                yield Reason(rule.code, bar.because, bar.place, briefly)
