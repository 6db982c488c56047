"""Who else could legally stand in a place, everybody else staying where they are."""

from collections.abc import Iterator, Sequence

from constraints import Rule
from rostering.domain import Fill, PersonId, Rota
from rostering.eligibility import candidates
from rostering.explain.options import Asking
from rostering.merging.places import Spot

MOST = 3


class StandIns:
    """One rota, asked who could stand in for whom."""

    def __init__(self, rota: Rota, rules: Sequence[Rule]) -> None:
        self._rota = rota
        self._asking = Asking(rota, rules)

    def of(
        self, spot: Spot, instead_of: PersonId | None, most: int = MOST
    ) -> tuple[PersonId, ...]:
        """The likeliest of those whom no rule that must hold keeps away."""
        ranked = sorted(self._candidates(spot))
        found: list[PersonId] = []
        for *_, person in ranked:
            fill = Fill(person, spot.shift, spot.post)
            if not self._asking.option(fill, instead_of).objections:
                found.append(person)
            if len(found) == most:
                break
        return tuple(found)

    def _candidates(self, spot: Spot) -> Iterator[tuple[int, bool, int, PersonId]]:
        """Everybody else, preferred roles, the home car and the least loaded first."""
        here = self._rota.people_on(spot.shift)
        for person, post in candidates(self._rota.problem, spot.shift):
            if post.name == spot.post and person.id not in here:
                is_away = bool(person.home) and person.home != spot.shift.unit
                load = len(self._rota.shifts_of(person.id))
                yield post.preference(person.role), is_away, load, person.id
