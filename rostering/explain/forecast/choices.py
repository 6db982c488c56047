"""Whom there is to choose from for each post, before anything is planned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rostering.domain import Fill, PersonId, Post, Problem, Shift
from rostering.eligibility import Eligibility, Reason, candidates
from rostering.explain.telling import telling
from rostering.explain.words import in_one_line


@dataclass(frozen=True, slots=True)
class Choice:
    """Whoever may fill a post that a shift needs, and what is against the others."""

    shift: Shift
    post: Post
    people: tuple[PersonId, ...]
    reasons: tuple[Reason, ...]
    """The most telling reason against each of the others."""

    @property
    def is_too_small(self) -> bool:
        """Whether the post cannot have its least, whoever makes the rota."""
        return len(self.people) < self.post.least

    @property
    def is_no_choice(self) -> bool:
        """Whether everybody who may fill the post must."""
        return len(self.people) == self.post.least

    @property
    def sentence(self) -> str:
        """What is against the others, in one line; the rarest reason first."""
        parts = []
        if self.people:
            parts.append(f"{len(self.people)} could, and {self.post.least} must")
        if self.reasons:
            parts.append(self.against)
        return "; ".join(parts) or f"nobody in the book could fill {self.post.name}"

    @property
    def against(self) -> str:
        """The same without those who could."""
        return in_one_line((r.briefly, r.place) for r in self.reasons)


def choices(problem: Problem, eligible: Eligibility) -> tuple[Choice, ...]:
    """Every post that a shift needs somebody in, in order of time."""
    return tuple(
        choice
        for shift in sorted(problem.shifts)
        for choice in _choices_of(problem, eligible, shift)
    )


def _choices_of(
    problem: Problem, eligible: Eligibility, shift: Shift
) -> Iterator[Choice]:
    people: defaultdict[str, list[PersonId]] = defaultdict(list)
    against: defaultdict[str, list[Reason]] = defaultdict(list)
    for person, post in candidates(problem, shift):
        reasons = eligible.reasons.get(Fill(person.id, shift, post.name))
        if reasons:
            against[post.name].append(min(reasons, key=telling))
        else:
            people[post.name].append(person.id)
    for post in shift.crew.posts:
        if post.least:
            yield Choice(
                shift, post, tuple(people[post.name]), tuple(against[post.name])
            )


def without_choice(found: Iterable[Choice]) -> tuple[Choice, ...]:
    """The posts in which everybody who may must, of shifts that can be crewed."""
    known = tuple(found)
    lost = {choice.shift for choice in known if choice.is_too_small}
    return tuple(c for c in known if c.is_no_choice and c.shift not in lost)
