"""What cannot be crewed if one person is away."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from constraints import Rule
from rostering.domain import PersonId, Shift
from rostering.explain.forecast.at_once import Rush, at_once, rushes
from rostering.explain.forecast.choices import Choice


@dataclass(frozen=True, slots=True)
class Dependence:
    """The shifts that cannot be crewed without one person, and could by the facts."""

    person: PersonId
    shifts: tuple[Shift, ...]
    """Shifts that nobody else can crew."""
    rushes: tuple[Rush, ...]
    """Shifts at once that are too many for the others, and not for all."""
    uncrewed: int
    """How many shifts every rota without the person leaves uncrewed, at least."""


def dependences(
    choices: Sequence[Choice], rules: Sequence[Rule]
) -> tuple[Dependence, ...]:
    """Everybody without whom more shifts are lost; those of most weight first."""
    groups = [_Group(group, rules) for group in at_once(choices)]
    now = sum(group.uncrewed for group in groups)
    of_person: defaultdict[PersonId, list[_Group]] = defaultdict(list)
    for group in groups:
        for person in group.people:
            of_person[person].append(group)
    found = (_of(person, its, now) for person, its in of_person.items())
    heavy = (each for each in found if each.shifts or each.rushes)
    return tuple(sorted(heavy, key=lambda each: (-each.uncrewed, each.person)))


class _Group:
    """Shifts that run at some one moment, and who could be on them."""

    def __init__(self, choices: Sequence[Choice], rules: Sequence[Rule]) -> None:
        self.choices = choices
        self.rules = rules
        self.lost = {choice.shift for choice in choices if choice.is_too_small}
        self.rushes = rushes(choices, rules)
        self.missing = sum(rush.missing for rush in self.rushes)
        self.people = {person for choice in choices for person in choice.people}

    def without(self, person: PersonId) -> "_Group":
        left = [
            replace(c, people=tuple(who for who in c.people if who != person))
            for c in self.choices
        ]
        return _Group(left, self.rules)

    @property
    def uncrewed(self) -> int:
        return len(self.lost) + self.missing


def _of(person: PersonId, groups: Iterable[_Group], now: int) -> Dependence:
    lost: set[Shift] = set()
    too_many: list[Rush] = []
    uncrewed = now
    for group in groups:
        left = group.without(person)
        lost |= left.lost - group.lost
        if left.missing > group.missing:
            too_many += left.rushes
        uncrewed += left.uncrewed - group.uncrewed
    return Dependence(person, tuple(sorted(lost)), tuple(too_many), uncrewed)
