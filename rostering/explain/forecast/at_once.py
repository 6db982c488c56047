"""Shifts that run at once and share too few people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from constraints import Rule
from constraints.one_place_at_a_time import OnePlaceAtATime
from rostering.domain import Mode, PersonId, Shift
from rostering.explain.forecast.choices import Choice

People = Mapping[Shift, Sequence[PersonId]]


@dataclass(frozen=True, slots=True)
class Rush:
    """Shifts at one moment that want a post filled, and have too few people for it."""

    post: str
    shifts: tuple[Shift, ...]
    people: tuple[PersonId, ...]

    @property
    def missing(self) -> int:
        """How many of the shifts cannot be crewed, whoever makes the rota."""
        return len(self.shifts) - len(self.people)


def rushes(choices: Sequence[Choice], rules: Sequence[Rule]) -> tuple[Rush, ...]:
    """Rushes that have no shift in common, beside the shifts that nobody can crew."""
    lost = {choice.shift for choice in choices if choice.is_too_small}
    alive = [choice for choice in choices if choice.shift not in lost]
    worst = (_worst(group, rules) for group in at_once(alive))
    return tuple(rush for rush in worst if rush.missing)


def at_once(choices: Sequence[Choice]) -> Iterator[list[Choice]]:
    """The choices of shifts that run at some one moment, together; each once."""
    of_shift: defaultdict[Shift, list[Choice]] = defaultdict(list)
    for choice in choices:
        of_shift[choice.shift].append(choice)
    for together in _at_once(list(of_shift)):
        yield [choice for shift in together for choice in of_shift[shift]]


def _at_once(shifts: Sequence[Shift]) -> Iterator[list[Shift]]:
    """The shifts in sets, each of which runs at some one moment."""
    together: list[Shift] = []
    for shift in sorted(shifts, key=lambda shift: (shift.span.start, shift)):
        if any(other.span.end <= shift.span.start for other in together):
            yield together
            together = []
        together.append(shift)
    if together:
        yield together


def _worst(choices: Sequence[Choice], rules: Sequence[Rule]) -> Rush:
    """The post that most shifts lack, as nobody may be in two places at once."""
    bound = [
        rule
        for rule in rules
        if isinstance(rule, OnePlaceAtATime) and rule.mode is Mode.HARD
    ]
    posts: defaultdict[str, dict[Shift, Sequence[PersonId]]] = defaultdict(dict)
    for choice in choices:
        people = posts[choice.post.name]
        if all(any(rule.binds(who) for rule in bound) for who in choice.people):
            people[choice.shift] = choice.people
    found = (_rush(post, people) for post, people in posts.items())
    return max(found, key=lambda rush: rush.missing)


def _rush(post: str, people: People) -> Rush:
    """The shifts that cannot all have somebody, and everybody whom they share."""
    riding: dict[PersonId, Shift] = {}
    shifts: set[Shift] = set()
    for shift in people:
        tried: set[PersonId] = set()
        if not _give(shift, people, riding, tried):
            shifts |= {shift, *(riding[person] for person in tried)}
    shared = {person for shift in shifts for person in people[shift]}
    return Rush(post, tuple(sorted(shifts)), tuple(sorted(shared)))


def _give(
    shift: Shift,
    people: People,
    riding: dict[PersonId, Shift],
    tried: set[PersonId],
) -> bool:
    """Find somebody for the shift, if need be by moving others to other shifts."""
    for person in people[shift]:
        if person not in tried:
            tried.add(person)
            if person not in riding or _give(riding[person], people, riding, tried):
                riding[person] = shift
                return True
    return False
