"""Trying whole crews for an open shift while everybody else stays: no solver needed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import combinations, product

from constraints import BarringRule, Rule
from rostering.domain import Fill, Mode, PersonId, Post, Rota
from rostering.eligibility import reasons_against
from rostering.explain.gaps import Gap
from rostering.explain.gaps.crews import is_about_crews
from rostering.explain.repairs.eased import Eased
from rostering.explain.repairs.easings import Easing
from rostering.explain.repairs.ways import ways_past

MOST_TRIALS = 48
"""How many crews are audited for one shift, the kindest first."""
MOST_PEOPLE = 24
"""How many people are thought of for one post, the kindest first."""
MOST_ALIKE = 2
"""How many others are tried of whom the same could be asked."""
ROUNDS = 4
"""How often what is still against somebody is mended before another is tried."""


Kinds = tuple[str, ...]
"""What kinds of things are asked for, in order of their names."""


@dataclass(frozen=True)
class Chance:
    """One person who could fill a post if some facts were otherwise."""

    fill: Fill
    easings: tuple[Easing, ...]
    standing: tuple[int, int, int]
    """By role, by home car and by how much they have on the rota: the least first."""

    @property
    def rank(self) -> tuple[int, tuple[int, int, int], PersonId]:
        """The order in which people are thought of."""
        return unkindness(self.easings), self.standing, self.fill.person


def unkindness(easings: Sequence[Easing]) -> int:
    """How much is asked of people in all."""
    return sum(easing.kind.unkindness for easing in easings)


def kinds_of(easings: Iterable[Easing]) -> Kinds:
    """What kinds of things they ask for."""
    return tuple(sorted(easing.kind.name for easing in easings))


class Trials:
    """One open shift, and who could crew it if some facts were otherwise."""

    def __init__(self, rota: Rota, rules: Sequence[Rule], gaps: Sequence[Gap]) -> None:
        """Begin from the open posts of one shift, with who is stopped by what."""
        self._rota = rota
        self._rules = rules
        self._shift = gaps[0].shift
        self._missing = {gap.post: gap.places for gap in gaps}
        self._about_crews = {r.code for r in rules if is_about_crews(r)}
        self._barring = [
            r for r in rules if isinstance(r, BarringRule) and r.mode is Mode.HARD
        ]
        self._beyond_help: set[str] = set()
        self._against = {
            (stop.person, gap.post): [o.rule for o in stop.objections]
            for gap in gaps
            for stop in gap.stops
        }

    def of_kinds(self, most: int) -> list[list[Eased]]:
        """Ways that break nothing, a few of each kind; the kindest kind first.

        No two ask for the same of the same people, nor one for more than another.
        """
        ways: dict[Kinds, list[Eased]] = {}
        for crew in self._crews():
            asked = _all_easings(crew)
            kinds = kinds_of(asked)
            if len(ways) >= most and kinds not in ways:
                break
            if len(ways.get(kinds, ())) <= MOST_ALIKE and self._is_new(crew, ways):
                eased = self._mended(asked, frozenset(chance.fill for chance in crew))
                if eased is not None and not _is_more(eased.easings, ways):
                    ways.setdefault(kinds_of(eased.easings), []).append(eased)
        return sorted(ways.values(), key=lambda alike: unkindness(alike[0].easings))

    def _is_new(
        self, crew: Sequence[Chance], ways: Mapping[Kinds, list[Eased]]
    ) -> bool:
        """Whether nothing that is found already is as good or less to ask for."""
        if any(chance.fill.person in self._beyond_help for chance in crew):
            return False
        return not _is_more(_all_easings(crew), ways)

    def _crews(self) -> Sequence[Sequence[Chance]]:
        choices = [
            [list(chosen) for chosen in combinations(self._chances[post], places)]
            for post, places in self._missing.items()
        ]
        crews = ([c for part in parts for c in part] for parts in product(*choices))
        whole = (c for c in crews if len({x.fill.person for x in c}) == len(c))
        return nsmallest(MOST_TRIALS, whole, key=_crew_rank)

    @cached_property
    def _chances(self) -> Mapping[Post, Sequence[Chance]]:
        """For each post those for whom every reason can be mended, kindest first."""
        return {
            post: sorted(self._of(post), key=lambda chance: chance.rank)[:MOST_PEOPLE]
            for post in self._missing
        }

    def _of(self, post: Post) -> Iterator[Chance]:
        problem, shift = self._rota.problem, self._shift
        for person in problem.people:
            if not post.admits(person.role) or person.id in self._rota.people_on(shift):
                continue
            fill = Fill(person.id, shift, post.name)
            ways = [ways_past(problem, rule, fill) for rule in self._stopping(fill)]
            if all(ways):
                home = int(bool(person.home) and person.home != shift.unit)
                load = len(self._rota.shifts_of(person.id))
                standing = (post.preference(person.role), home, load)
                every = tuple(dict.fromkeys(way for each in ways for way in each))
                yield Chance(fill, every, standing)

    def _stopping(self, fill: Fill) -> Iterator[str]:
        """The rules against one person; whoever may not ride the car is asked now."""
        problem, post = self._rota.problem, fill.shift.crew.by_name[fill.post]
        known = self._against.get((fill.person, post))
        if known is None:
            person = problem.person[fill.person]
            bars = reasons_against(problem, self._barring, person, fill.shift, post)
            known = [reason.rule for reason in bars]
        yield from (rule for rule in known if rule and rule not in self._about_crews)

    def _mended(
        self, easings: tuple[Easing, ...], added: frozenset[Fill]
    ) -> Eased | None:
        """The rota with these people, once nothing more is against it."""
        fills = self._rota.fills | added
        by_person = {fill.person: fill for fill in added}
        for _ in range(ROUNDS):
            eased = Eased(self._rota, self._rules, easings, fills)
            if not eased.new_breaches:
                return least(eased)
            more: list[Easing] = []
            for breach in sorted(eased.new_breaches, key=lambda b: (b.rule, b.subject)):
                fill = by_person.get(PersonId(breach.subject))
                ways = ways_past(eased.problem, breach.rule, fill) if fill else ()
                if fill and not set(ways) - set(easings):
                    self._beyond_help.add(fill.person)
                    return None
                more += ways
            longer = tuple(dict.fromkeys((*easings, *more)))
            if longer == easings:
                return None
            easings = longer
        return None


def least(eased: Eased) -> Eased:
    """The same without whatever it does not need, the unkindest first."""
    unkindest = sorted(eased.easings, key=lambda each: -each.kind.unkindness)
    for easing in unkindest if len(unkindest) > 1 else ():
        left = tuple(each for each in eased.easings if each != easing)
        fewer = Eased(eased.given, eased.rules, left, eased.fills)
        if not fewer.new_breaches:
            eased = fewer
    return eased


def _is_more(asked: Sequence[Easing], ways: Mapping[Kinds, list[Eased]]) -> bool:
    """Whether all that one of the ways asks for is asked for, or more."""
    found = (eased for alike in ways.values() for eased in alike)
    return any(set(asked).issuperset(eased.easings) for eased in found)


def _all_easings(crew: Sequence[Chance]) -> tuple[Easing, ...]:
    """What the crew needs in all; what serves two of them is asked for once."""
    return tuple(dict.fromkeys(way for chance in crew for way in chance.easings))


def _crew_rank(
    crew: Sequence[Chance],
) -> tuple[int, tuple[tuple[int, int, int], ...], tuple[PersonId, ...]]:
    standings = tuple(chance.standing for chance in crew)
    people = tuple(chance.fill.person for chance in crew)
    return unkindness(_all_easings(crew)), standings, people
