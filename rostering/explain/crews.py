"""Trying out crews for one open shift, from the people who are free."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice, product

from constraints import Rule
from rostering.domain import Breach, Fill, PersonId, Place, Post, Rota, Shift

MOST_CREWS = 500
"""How many crews are tried; enough for the handful of people who are free."""


@dataclass(frozen=True, slots=True)
class Stop:
    """What keeps one person out of one open post."""

    person: PersonId
    rule: str
    because: str
    place: Place | None = None
    briefly: str = ""


@dataclass(frozen=True)
class CrewTrial:
    """Who is free for each post of a shift, and what becomes of every crew of them."""

    rota: Rota
    shift: Shift
    rules: Sequence[Rule]
    """What must hold of the crew as a whole, and of everybody in it."""
    free: Mapping[str, Sequence[PersonId]]
    stopped: Mapping[str, Sequence[Stop]]

    def why_not(self, person: PersonId, post: Post, *, is_spare: bool) -> Stop:
        """What keeps someone out who could work the shift, as far as they go."""
        lacking = [p for p in self._needed if not self.free[p.name] and p is not post]
        if lacking and not is_spare:
            names = " and ".join(other.name for other in lacking)
            said = f"free, but nobody is for the post of {names}"
            return Stop(person, "CREW-01", said, None, f"free, with no {names}")
        if is_spare and self.rota.is_crewed(self.shift):
            return self._why_not_beside(Fill(person, self.shift, post.name))
        causes = Counter(self._causes[person])
        if not causes:
            said = "free, and kept free by the wishes of an earlier tier"
            return Stop(person, "", said, None, "free but needed elsewhere")
        (code, because, label), _ = causes.most_common(1)[0]
        return Stop(person, code, because, None, label)

    def _why_not_beside(self, fill: Fill) -> Stop:
        crew = [*self.rota.crew_of(self.shift), fill]
        for rule, breach in self._breaches(crew):
            return Stop(fill.person, rule.code, breach.because, None, rule.label)
        said = "free, but another wish counts for more"
        return Stop(
            fill.person, "", said, None, "free, but other wishes count for more"
        )

    @cached_property
    def _needed(self) -> list[Post]:
        return [post for post in self.shift.crew.posts if post.least]

    @cached_property
    def _causes(self) -> dict[PersonId, list[tuple[str, str, str]]]:
        """What spoils the crews that each free person would be in."""
        causes: dict[PersonId, list[tuple[str, str, str]]] = {
            person: [] for people in self.free.values() for person in people
        }
        for crew in islice(self._crews(), MOST_CREWS):
            for rule, breach in self._breaches(crew):
                for fill in crew:
                    causes[fill.person].append((rule.code, breach.because, rule.label))
                break
        return causes

    def _crews(self) -> Iterator[list[Fill]]:
        choices = [
            combinations(self.free[post.name], post.least) for post in self._needed
        ]
        for chosen in product(*choices):
            yield [
                Fill(person, self.shift, post.name)
                for post, people in zip(self._needed, chosen, strict=True)
                for person in people
            ]

    def _breaches(self, crew: Sequence[Fill]) -> Iterator[tuple[Rule, Breach]]:
        alone = Rota(self.rota.problem, frozenset(crew))
        people = frozenset(fill.person for fill in crew)
        for rule in self.rules:
            theirs = rule if rule.binds_cars else rule.narrowed(rule.bound(people))
            for breach in theirs.audit(alone):
                yield rule, breach
