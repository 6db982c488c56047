"""Trying out crews for one open shift, from the people who are free."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice, product

from constraints import BarringRule, Rule
from constraints.avoid_together import AvoidTogether
from constraints.never_together import NeverTogether
from constraints.turnaround import Turnaround
from rostering.domain import Fill, PersonId, Post, Rota, Shift
from rostering.explain.options import Objection

MOST_CREWS = 400
"""How many crews are tried with each person, until one could be."""
INCOMPLETE = "CREW-01"
"""The rule that keeps someone off a car for want of the rest of the crew."""

Cause = tuple[str, str, str]
"""A rule's code, what it has against a crew, and that in a few words."""


def is_about_crews(rule: Rule) -> bool:
    """Whether it looks at who is on a shift together, not at one person's days.

    Whether a car is free does not hang on who would ride it.
    """
    is_about_pairs = isinstance(rule, (NeverTogether, AvoidTogether))
    is_about_one = isinstance(rule, (BarringRule, Turnaround))
    return not is_about_one and (rule.binds_cars or is_about_pairs)


@dataclass(frozen=True)
class CrewTrial:
    """Who is free for each post of a shift, and what becomes of every crew of them."""

    rota: Rota
    shift: Shift
    rules: Sequence[Rule]
    """What must hold of the crew as a whole."""
    free: Mapping[str, Sequence[PersonId]]

    def against(self, person: PersonId, post: Post) -> tuple[Objection, ...]:
        """What is against every crew that has the person in the post.

        Nothing is where some crew could be, or where the others who are free are too
        few to tell.
        """
        causes = []
        for crew in islice(self._crews(person, post), MOST_CREWS):
            found = self._causes(crew)
            if not found:
                return ()
            causes.append(found)
        times = Counter(cause for found in causes for cause in found)
        most = max(times.values(), default=0)
        return tuple(
            Objection(code, person, because, None, label)
            for (code, because, label), number in times.items()
            if number == most
        )

    def lacking(self, post: Post) -> tuple[Post, ...]:
        """The other posts for which too few are free."""
        return tuple(
            other
            for other, missing in self._missing.items()
            if other is not post and len(self.free[other.name]) < missing
        )

    @cached_property
    def _missing(self) -> dict[Post, int]:
        """How many more each post needs."""
        posts = self.shift.crew.posts
        missing = {p: p.least - self.rota.headcount(self.shift, p) for p in posts}
        return {post: number for post, number in missing.items() if number > 0}

    def _crews(self, person: PersonId, post: Post) -> Iterator[list[Fill]]:
        """Whole crews with the person in the post and else people who are free."""
        own = Fill(person, self.shift, post.name)
        choices = []
        for other, missing in self._missing.items():
            others = [p for p in self.free[other.name] if p != person]
            choices.append(combinations(others, missing - (other is post)))
        posts = list(self._missing)
        for chosen in product(*choices):
            yield [
                own,
                *(
                    Fill(other, self.shift, its.name)
                    for its, people in zip(posts, chosen, strict=True)
                    for other in people
                ),
            ]

    def _causes(self, crew: Sequence[Fill]) -> frozenset[Cause]:
        """What the crew would break beside whoever is there already."""
        return self._broken(crew) - self._standing

    @cached_property
    def _standing(self) -> frozenset[Cause]:
        """What those who are there already break by themselves."""
        return self._broken(())

    def _broken(self, crew: Sequence[Fill]) -> frozenset[Cause]:
        whole = frozenset({*self.rota.crew_of(self.shift), *crew})
        alone = Rota(self.rota.problem, whole)
        among_others = self.rota.changed(joins=whole)
        return frozenset(
            (rule.code, breach.because, rule.label)
            for rule in self.rules
            for breach in rule.breaches(
                among_others if rule.looks_beyond_crew else alone
            )
        )
