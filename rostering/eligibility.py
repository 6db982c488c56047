"""Who may fill which post, worked out before the model, with the reasons kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from constraints import BarringRule, Rule
from rostering.domain import Fill, Mode, Person, Place, Post, Problem, Shift


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule's word on why a person may not fill a post."""

    rule: str
    because: str
    place: Place
    briefly: str


@dataclass(frozen=True)
class Eligibility:
    """The fills that hard rules rule out by themselves, each with every reason."""

    reasons: dict[Fill, tuple[Reason, ...]]

    @cached_property
    def barred(self) -> frozenset[Fill]:
        """The fills that need no decision."""
        return frozenset(self.reasons)


def eligibility(problem: Problem, rules: Sequence[Rule]) -> Eligibility:
    """Ask every barring rule about every candidate for every post."""
    barring = [
        rule
        for rule in rules
        if isinstance(rule, BarringRule) and rule.mode is Mode.HARD
    ]
    minded = {
        person.id: tuple(rule for rule in barring if rule.may_bar(problem, person))
        for person in problem.people
    }
    reasons = {}
    for shift in problem.shifts:
        for person, post in candidates(problem, shift):
            rules_for = minded[person.id]
            if rules_for:
                found = tuple(reasons_against(problem, rules_for, person, shift, post))
                if found:
                    reasons[Fill(person.id, shift, post.name)] = found
    return Eligibility(reasons)


def candidates(problem: Problem, shift: Shift) -> Iterator[tuple[Person, Post]]:
    """Everybody who could be thought of for each post of the shift."""
    for person in problem.candidates(shift):
        for post in shift.crew.posts:
            if post.admits(person.role):
                yield person, post


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
