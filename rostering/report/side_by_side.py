"""Two rotas side by side, row by row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from constraints import RULES
from rostering.domain import Tier
from rostering.explain.differences import charges_between
from rostering.worth.cost import GroupCost, by_group
from rostering.worth.worth import worth

if TYPE_CHECKING:
    from rostering.report.comparison import Comparison

Figure = Fraction | int | None
"""None where it is not known."""


@dataclass(frozen=True)
class Row:
    """One figure of both rotas."""

    what: str
    before: Figure
    after: Figure
    places: int = 0
    """How many decimal places it is told with."""
    is_part: bool = False
    """Whether it is a part of the row above it."""

    @property
    def differs(self) -> bool:
        """Whether the two are not the same."""
        return self.before != self.after


@dataclass(frozen=True)
class Section:
    """Rows of one kind."""

    title: str
    means: str
    """What is counted, in a sentence."""
    rows: tuple[Row, ...] = field(default=())


def sections(found: "Comparison") -> tuple[Section, ...]:
    """Every figure by which the two are compared."""
    return (
        Section(
            "Cover",
            "Shifts crewed: every post has its least.",
            tuple(_crewed(found)),
        ),
        Section(
            "Hours on cars",
            "By role, real hours on shift.",
            tuple(_hours(found)),
        ),
        Section(
            "How far apart people are",
            "The most beyond a fair share, less the most short, what is on record too.",
            tuple(_spreads(found)),
        ),
        Section(
            "Rules and wishes",
            "What is charged for wishes that are not met; less is better.",
            tuple(_rules(found)),
        ),
        Section(
            "Cost",
            "In hours of plain time: hours paid, and what comes on top of them.",
            tuple(_costs(found)),
        ),
        Section(
            "Worth",
            "Estimated by published figures; `rota report` tells how, and by which.",
            tuple(_worth(found)),
        ),
    )


def _crewed(found: "Comparison") -> Iterator[Row]:
    was, now = found.both
    for unit in sorted(was.wanted.keys() | now.wanted.keys()):
        yield Row(unit, was.crewed[unit], now.crewed[unit])
    yield Row("all cars", was.crewed.total(), now.crewed.total())
    yield Row("asked for", was.wanted.total(), now.wanted.total(), is_part=True)
    before, after = (Fraction(side.minutes_crewed, 60) for side in found.both)
    yield Row("hours crewed", before, after, places=1)


def _hours(found: "Comparison") -> Iterator[Row]:
    was, now = found.both
    for role in sorted(was.minutes.keys() | now.minutes.keys()):
        before, after = (Fraction(side.minutes[role], 60) for side in (was, now))
        yield Row(role, before, after, places=1)


def _spreads(found: "Comparison") -> Iterator[Row]:
    was, now = (side.spreads for side in found.both)
    for role, measure in dict.fromkeys((*was, *now)):
        key = role, measure
        if was.get(key) or now.get(key):
            yield Row(f"{role}: {measure}", was.get(key), now.get(key), places=1)


def _rules(found: "Comparison") -> Iterator[Row]:
    was, now = (side.audit for side in found.both)
    yield Row("rules that must hold, broken", len(was.hard), len(now.hard))
    charges = charges_between(was, now)
    for tier in Tier:
        yield Row(tier.title, was.cost(tier), now.cost(tier))
        for charge in charges:
            if charge.tier is tier:
                said = f"{charge.rule} {RULES[charge.rule].title}"
                yield Row(said, charge.now, charge.then, is_part=True)


def _costs(found: "Comparison") -> Iterator[Row]:
    was, now = (
        {(g.role, g.employer): g for g in by_group(s.costs)} for s in found.both
    )
    for key in sorted(was.keys() | now.keys()):
        role, employer = key
        said = f"{role}, {employer}" if employer else role
        yield from _cost_of(said, (was.get(key), now.get(key)))
    whole = tuple(GroupCost("", "", side.costs) for side in found.both)
    yield from _cost_of("all together", whole)


def _cost_of(said: str, groups: Sequence[GroupCost | None]) -> Iterator[Row]:
    """Nothing of whoever is paid nothing on both."""
    paid, on_top = _each(groups, "basic_hours"), _each(groups, "extra_hours")
    if any((*paid, *on_top)):
        yield Row(said, *paid, places=1)
        yield Row("on top", *on_top, places=1, is_part=True)
    pounds = _each(groups, "pounds")
    if any(pounds):
        yield Row("in pounds", *pounds, places=2, is_part=True)


def _worth(found: "Comparison") -> Iterator[Row]:
    """Nothing where neither has a shift that the published figures are of."""
    was, now = (worth(side.rota, found.figures, found.officers) for side in found.both)
    if not any(each.weekend or each.others for each in (was, now)):
        return
    for one, other in zip(was.estimates, now.estimates, strict=True):
        said = f"{one.what}, {one.unit}" if one.unit else one.what
        yield Row(said, one.amount, other.amount)
        if one.pounds is not None and other.pounds is not None:
            yield Row("in pounds", one.pounds, other.pounds, is_part=True)
    yield Row("all of it in pounds, once each", was.pounds, now.pounds)


def _each(groups: Iterable[object], name: str) -> tuple[Figure, Figure]:
    """The same figure of both; nothing for whoever has no part in the rota."""
    values = [0 if group is None else getattr(group, name) for group in groups]
    first, second = (None if x is None else Fraction(x) for x in values)
    return first, second
