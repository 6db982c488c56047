"""A rota merged out of two, with the clashes between them until somebody decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Audit, Breach, Fill, Rota
from rostering.merging.places import Spot
from rostering.merging.side import Side
from rostering.merging.three_way import Three, three_ways, united

_AND = " and "


@dataclass(frozen=True)
class Clash:
    """Where the two sides cannot both have their way.

    Either they put other people in one place, or what one did breaks a rule only
    together with what the other did, elsewhere.
    """

    places: tuple[Three, ...]
    breaches: tuple[Breach, ...] = ()
    """What their changes break together; nothing for one place changed by both."""

    @property
    def key(self) -> str:
        """By what an answer refers to it: `JR-04 2027-01-12 late officer`."""
        return " + ".join(f"{x.spot.shift.id} {x.spot.post}" for x in self.places)


@dataclass(frozen=True)
class Merge:
    """Three rotas of one problem, merged as far as it is decided.

    Attributes:
        base: The rota that both sides began from.
        mine: One side.
        theirs: The other.
        rules: What the merged rota is audited by.
        chosen: Which side to take in which clash, by its key.
        otherwise: Which side to take in every other clash; None leaves these open.
    """

    base: Rota
    mine: Rota
    theirs: Rota
    rules: Sequence[Rule]
    chosen: Mapping[str, Side] = field(default_factory=dict)
    otherwise: Side | None = None

    @property
    def rota(self) -> Rota:
        """The merged rota; where a clash is open it is as in the base."""
        return self._outcome[0]

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """What somebody must decide: first of places, then of rules."""
        return self._outcome[1]

    @property
    def settled(self) -> tuple[tuple[Clash, Side], ...]:
        """The clashes that were decided, and for which side."""
        return self._outcome[2]

    @cached_property
    def audit(self) -> Audit:
        """What the merged rota breaks and misses."""
        return audit(self.rota, self.rules)

    @cached_property
    def places(self) -> tuple[Three, ...]:
        """Every place where anybody stands in any of the three."""
        return three_ways(self.base.fills, self.mine.fills, self.theirs.fills)

    def side_of(self, clash: Clash) -> Side | None:
        """Which side is taken there; None where that is open."""
        return self.chosen.get(clash.key, self.otherwise)

    @cached_property
    def _outcome(
        self,
    ) -> tuple[Rota, tuple[Clash, ...], tuple[tuple[Clash, Side], ...]]:
        found = [Clash((place,)) for place in self.places if place.is_clash]
        decided = [(each, self.side_of(each)) for each in found]
        taken = {c.places[0].spot: side for c, side in decided if side is not None}
        fills = united(self.places, taken)
        fills, more = self._kept_rules(fills)
        decided += more
        open_clashes = tuple(clash for clash, side in decided if side is None)
        settled = tuple((clash, side) for clash, side in decided if side is not None)
        return Rota(self.base.problem, fills), open_clashes, settled

    def _kept_rules(
        self, fills: frozenset[Fill]
    ) -> tuple[frozenset[Fill], list[tuple[Clash, Side | None]]]:
        """The rota once sides are taken where both together break a rule."""
        decided: dict[str, tuple[Clash, Side | None]] = {}
        while new := [c for c in self._together(fills) if c.key not in decided]:
            for clash in new:
                side = self.side_of(clash)
                decided[clash.key] = clash, side
                if side is not None:
                    fills = _taken(fills, clash, side)
        return fills, list(decided.values())

    def _together(self, fills: frozenset[Fill]) -> list[Clash]:
        """What the merged rota breaks that neither side does by itself."""
        rota = Rota(self.base.problem, fills)
        groups: dict[tuple[Spot, ...], tuple[tuple[Three, ...], list[Breach]]] = {}
        for breach in audit(rota, self.rules).hard:
            if breach in self._known:
                continue
            about = self._bringing_about(breach, rota)
            if all(any(x.is_changed(side) for x in about) for side in Side):
                key = tuple(place.spot for place in about)
                groups.setdefault(key, (about, []))[1].append(breach)
        return [Clash(about, tuple(breaches)) for about, breaches in groups.values()]

    @cached_property
    def _known(self) -> frozenset[Breach]:
        sides = (audit(rota, self.rules).hard for rota in (self.mine, self.theirs))
        return frozenset(breach for found in sides for breach in found)

    def _bringing_about(self, breach: Breach, rota: Rota) -> tuple[Three, ...]:
        """The changed places without any one of which it would not be.

        Where none of them by itself mends it, those that are about its people.
        """
        changed = [p for p in self.places if p.spot.fills(p.base) != _at(rota, p.spot)]
        words = breach.subject.split(_AND)
        about = [place for place in changed if _is_about(place, words)]
        rules = [rule for rule in self.rules if rule.code == breach.rule]
        needed = [
            place
            for place in about or changed
            if breach not in audit(_back(rota, place), rules).breaches
        ]
        return tuple(needed or about)


def _taken(fills: frozenset[Fill], clash: Clash, side: Side) -> frozenset[Fill]:
    """The rota with the clash's places as one side has them."""
    for place in clash.places:
        gone = frozenset(f for f in fills if (f.shift, f.post) == place.spot)
        fills = (fills - gone) | place.spot.fills(place.by(side))
    return fills


def _back(rota: Rota, place: Three) -> Rota:
    fills = rota.fills - _at(rota, place.spot)
    return Rota(rota.problem, fills | place.spot.fills(place.base))


def _at(rota: Rota, spot: Spot) -> frozenset[Fill]:
    return frozenset(f for f in rota.crew_of(spot.shift) if f.post == spot.post)


def _is_about(place: Three, words: Sequence[str]) -> bool:
    people = place.base | place.mine | place.theirs
    return place.spot.shift.id in words or any(person in words for person in people)
