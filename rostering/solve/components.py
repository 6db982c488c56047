"""Parts of a problem that share nobody and no car: each is a model of its own."""

from collections.abc import Iterator

from rostering.domain import Person, PersonId, Problem, Shift
from rostering.eligibility import Eligibility, candidates


def components(
    problem: Problem, eligible: Eligibility
) -> tuple[tuple[Shift, ...], ...]:
    """Shifts in groups: no person, team or car could be at work in two of them.

    A shift that nobody can work makes a group of its own.
    """
    groups = _Groups()
    linked: set[tuple[str, PersonId]] = set()
    for shift in problem.shifts:
        groups.find(shift.id)
        is_linked = False
        for person, post in candidates(problem, shift):
            key = (shift.unit, person.id)
            if is_linked and key in linked:
                continue
            if (person.id, shift, post.name) not in eligible.barred:
                is_linked = True
                linked.add(key)
                for link in _links(problem, shift, person):
                    groups.join(shift.id, link)
    parts: dict[str, list[Shift]] = {}
    for shift in problem.shifts:
        parts.setdefault(groups.find(shift.id), []).append(shift)
    return tuple(tuple(part) for part in parts.values())


def _links(problem: Problem, shift: Shift, person: Person) -> Iterator[str]:
    yield f"car {shift.unit}"
    yield f"person {problem.selves(person.id)[0]}"
    if person.team:
        yield f"team {person.team}"


class _Groups:
    """Disjoint sets by name."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        root = self._parent.setdefault(name, name)
        while root != self._parent[root]:
            root = self._parent[root]
        while name != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def join(self, name: str, other: str) -> None:
        self._parent[self.find(other)] = self.find(name)
