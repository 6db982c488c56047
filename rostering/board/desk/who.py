"""Who may be where, and why not: as `rota why` and `rota gaps` have it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from constraints import Rule
from rostering.domain import Breach, Fill, PersonId, Post, Rota, Shift
from rostering.explain.asked import others_for, posts_for
from rostering.explain.gaps import GapAsking
from rostering.explain.options import Asking, Objection, Option


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """Who may be in a place."""

    shift: Shift
    post: Post
    person: PersonId | None
    """Who is there already; None where nobody is."""

    @property
    def fill(self) -> Fill | None:
        """Who is there, as part of the rota."""
        if self.person is None:
            return None
        return Fill(self.person, self.shift, self.post.name)


@dataclass(frozen=True, slots=True)
class PersonAsked:
    """Where somebody who is on no car that day may be."""

    person: PersonId
    day: date


Asked = PlaceAsked | PersonAsked


class Who:
    """One rota and its rules, asked about one cell after another."""

    def __init__(
        self, rota: Rota, rules: Sequence[Rule], standing: frozenset[Breach] | None
    ) -> None:
        """Nothing is worked out until it is asked.

        Args:
            rota: The rota as it stands.
            rules: Its rules.
            standing: All that it breaks, if that is known: it makes answers quicker.
        """
        self._rota = rota
        self._crewed = Asking(rota, rules, standing)
        self._empty = GapAsking(rota, rules, standing)

    def answers(self, asked: Asked) -> Iterator[Option]:
        """Every option, as it is found."""
        if isinstance(asked, PersonAsked):
            shifts = self._rota.problem.shifts_on.get(asked.day, ())
            yield from posts_for(
                self._rota, self._crewed, self._empty, asked.person, shifts
            )
        elif (own := asked.fill) is not None:
            yield from others_for(self._rota, self._crewed, own)
        else:
            yield from self._for_nobody(asked)

    def held(self, own: Fill) -> tuple[Objection, ...]:
        """The pins that keep somebody in a place."""
        return self._crewed.held(own)

    def _for_nobody(self, asked: PlaceAsked) -> Iterator[Option]:
        """Everybody for an empty place, with what the gap says of each."""
        for gap in self._empty.of(asked.shift):
            if gap.post == asked.post:
                for stop in gap.stops:
                    fill = Fill(stop.person, asked.shift, asked.post.name)
                    yield Option(fill, stop.objections)
                return


def may(option: Option) -> bool:
    """Whether no rule is against it."""
    return not any(objection.rule for objection in option.objections)


def in_order(options: Sequence[Option], rota: Rota) -> list[Option]:
    """Those who may first, then by how much is against them, then by name."""
    person = rota.problem.person
    return sorted(
        options,
        key=lambda option: (
            not may(option),
            len(option.objections),
            person[option.fill.person].name,
            option.fill,
        ),
    )
