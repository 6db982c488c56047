"""Whom to ask to take a place that has come open: the cover ladder (CH-COVER).

Everybody whose role the post admits is on it. Whoever may take the place as things
stand comes first, then who could if something were agreed, the kindest to ask first,
then those whom a rule keeps out whatever is agreed. Each of them was put into the rota
and audited.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from constraints import Rule
from rostering.audit import audit
from rostering.domain import (
    Audit,
    Breach,
    Fill,
    Mode,
    Person,
    PersonId,
    Post,
    Rota,
    Shift,
    Tier,
)
from rostering.explain.differences import Charge, charges_between
from rostering.explain.gaps.crews import is_about_crews
from rostering.explain.options import Asking, Objection
from rostering.explain.repairs.eased import Eased
from rostering.explain.repairs.easings import Easing
from rostering.explain.repairs.kindness import MOVE
from rostering.explain.repairs.ways import ways_past
from rostering.explain.telling import telling
from rostering.memory.asked import Asked
from rostering.repair.figures import Figures, figures

ROUNDS = 4
"""How often what is still against somebody is mended before they are given up."""


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """The place to be taken."""

    shift: Shift
    post: Post
    instead_of: PersonId | None = None
    """Who stands in it and cannot be there."""

    @property
    def vacated(self) -> frozenset[Fill]:
        """What comes off the rota first."""
        if self.instead_of is None:
            return frozenset()
        return frozenset({Fill(self.instead_of, self.shift, self.post.name)})


@dataclass(frozen=True)
class Rung:
    """One person on the ladder."""

    fill: Fill
    easings: tuple[Easing, ...]
    """What must be asked or agreed before the person may take the place."""
    gives_up: tuple[Fill, ...]
    """Their place on another car in the same hours, with all its crew where it cannot
    go out without them."""
    against: tuple[Objection, ...]
    """What keeps them out whatever is agreed; nothing for whoever may be asked."""
    figures: Figures
    charges: tuple[Charge, ...]
    """What a yes is worth: every rule whose charge would differ."""
    asked: tuple[Asked, ...]
    """How often they were asked lately for any place, the last first."""

    @property
    def is_possible(self) -> bool:
        """Whether it is any use to ask."""
        return not self.against

    @property
    def unkindness(self) -> int:
        """How much is asked: nothing of whoever is free."""
        told = {fill.person for fill in self.gives_up}
        moves = len(told) * MOVE.unkindness
        return moves + sum(easing.kind.unkindness for easing in self.easings)


@dataclass(frozen=True)
class Ladder:
    """Everybody who could be asked for one place, the kindest and fairest first."""

    rota: Rota
    """The rota with the place open."""
    place: OpenPlace
    lacking: tuple[Post, ...]
    """The other posts of the shift that lack somebody: one yes is not enough."""
    rungs: tuple[Rung, ...]

    @property
    def possible(self) -> tuple[Rung, ...]:
        """Those whom it is some use to ask."""
        return tuple(rung for rung in self.rungs if rung.is_possible)

    def taken_by(self, rung: Rung) -> Rota:
        """The rota once that person has taken the place."""
        fills = self.rota.fills - frozenset(rung.gives_up)
        return Rota(self.rota.problem, fills | {rung.fill})


def ladder(
    rota: Rota, rules: Sequence[Rule], place: OpenPlace, asked: Iterable[Asked] = ()
) -> Ladder:
    """Rank everybody who could take the place.

    Args:
        rota: The rota as it stands.
        rules: What must hold and what is wished.
        place: What has come open.
        asked: Who was asked lately, for whatever place.
    """
    without = Rota(rota.problem, rota.fills - place.vacated)
    climbing = _Climbing(without, rules, place.shift, place.post, tuple(asked))
    skipped = without.people_on(place.shift) | {place.instead_of}
    rungs = [
        climbing.rung(person)
        for person in rota.problem.people
        if place.post.admits(person.role) and person.id not in skipped
    ]
    rungs.sort(key=climbing.rank)
    return Ladder(without, place, climbing.lacking, tuple(rungs))


@dataclass(frozen=True)
class _Climbing:
    """One open place, tried with one person after another."""

    rota: Rota
    rules: Sequence[Rule]
    shift: Shift
    post: Post
    asked: tuple[Asked, ...]

    @cached_property
    def lacking(self) -> tuple[Post, ...]:
        """The other posts that are below their least."""
        return tuple(
            post
            for post in self.shift.crew.posts
            if post != self.post and self.rota.headcount(self.shift, post) < post.least
        )

    @cached_property
    def hard(self) -> tuple[Rule, ...]:
        """What must hold; of half a crew, rules about crews say nothing yet."""
        hard = (rule for rule in self.rules if rule.mode is Mode.HARD)
        is_whole = not self.lacking
        return tuple(rule for rule in hard if is_whole or not is_about_crews(rule))

    @cached_property
    def wishes(self) -> tuple[Rule, ...]:
        """What is wished."""
        return tuple(rule for rule in self.rules if rule.mode is Mode.WISH)

    @cached_property
    def before(self) -> Audit:
        """What the open place costs as it is."""
        return audit(self.rota, self.wishes)

    def rung(self, person: Person) -> Rung:
        """The person in the place, with whatever must be agreed for it."""
        fill = Fill(person.id, self.shift, self.post.name)
        gives_up = frozenset(self._given_up(person.id))
        eased = self._eased(fill, (self.rota.fills - gives_up) | {fill})
        return Rung(
            fill,
            eased.easings,
            tuple(sorted(gives_up)),
            self._against(fill, gives_up) if eased.new_breaches else (),
            figures(eased.rota, eased.problem.person[person.id], self.shift),
            charges_between(self.before, audit(eased.rota, self.wishes)),
            tuple(each for each in self.asked if each.person == person.id),
        )

    def _against(self, fill: Fill, gives_up: frozenset[Fill]) -> tuple[Objection, ...]:
        """All that the rules have against it, the most telling first."""
        asking = self._asking
        if gives_up:
            rest = Rota(self.rota.problem, self.rota.fills - gives_up)
            asking = Asking(rest, self.hard)
        return tuple(sorted(asking.option(fill).objections, key=telling))

    @cached_property
    def _asking(self) -> Asking:
        return Asking(self.rota, self.hard)

    def _given_up(self, person: PersonId) -> Iterator[Fill]:
        """Places on other cars in the same hours, with crews that are whole no more."""
        for shift in self.rota.shifts_of(person):
            if shift.span.overlaps(self.shift.span):
                crew = self.rota.crew_of(shift)
                left = Rota(self.rota.problem, frozenset(crew))
                own = frozenset(fill for fill in crew if fill.person == person)
                still_goes = Rota(left.problem, left.fills - own).is_crewed(shift)
                yield from own if still_goes else crew

    def _eased(self, fill: Fill, fills: frozenset[Fill]) -> Eased:
        """With all that could be agreed, or as it is where that would not do."""
        plain = eased = Eased(self.rota, self.hard, (), fills)
        for _ in range(ROUNDS):
            ways = [self._ways(fill, breach) for breach in eased.new_breaches]
            if not ways:
                return eased
            more = (way for each in ways for way in each)
            easings = tuple(dict.fromkeys((*eased.easings, *more)))
            if not all(ways) or easings == eased.easings:
                return plain
            eased = replace(eased, easings=easings)
        return eased if not eased.new_breaches else plain

    def _ways(self, fill: Fill, breach: Breach) -> tuple[Easing, ...]:
        """What could be agreed so that the breach goes away, if it is the person's."""
        is_own = breach.subject in (fill.person, fill.shift.id)
        return ways_past(self.rota.problem, breach.rule, fill) if is_own else ()

    def rank(self, rung: Rung) -> tuple[object, ...]:
        """The key that sorts rungs: kindness, then evenness, then rest."""
        gained = dict.fromkeys(Tier, 0)
        for charge in rung.charges:
            gained[charge.tier] += charge.then - charge.now
        rest = rung.figures.rest_before
        return (
            not rung.is_possible,
            gained.pop(Tier.COVER),
            rung.unkindness,
            len(rung.asked),
            tuple(gained.values()),
            rung.figures.shifts,
            -(rest.total_seconds() if rest else 0),
            rung.fill.person,
        )
