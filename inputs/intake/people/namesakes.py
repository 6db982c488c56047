"""Who of a book's people bears a name, and whose names are like it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from inputs.intake.people.persons import Known
from inputs.intake.values.names import NameParts, likeness, read_name
from inputs.intake.values.nicknames import is_same_forename
from inputs.intake.values.words import collapsed

LIKE = 0.7
"""How like two names are, of 1, for one to be offered for the other."""
SLIP = 0.85
"""How like two names are, of 1, that may differ by a slip where the number agrees."""
MOST = 5
_BEGINNING = 2
"""How many letters of a forename must agree, beside number and surname: Yaz, Yasmin."""

parts_of = cache(read_name)


class Namesakes:
    """People by their names."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._people = [(person, parts_of(person.name)) for person in people]
        self._by_surname: defaultdict[str, list[tuple[Known, NameParts]]] = defaultdict(
            list
        )
        for person, parts in self._people:
            for reading in _readings(parts):
                surname = collapsed(reading.surname)
                self._by_surname[surname].append((person, reading))

    def called(self, name: str) -> Sequence[Known]:
        """Everybody whose name it may be: in full, by initials or by surname alone."""
        found: dict[str, Known] = {}
        for reading in _readings(parts_of(name)):
            for person, own in self._by_surname.get(collapsed(reading.surname), ()):
                if _have_one_forename(reading, own):
                    found[person.id] = person
        return tuple(found.values())

    def agrees(self, name: str, person: Known, *, is_slip_allowed: bool) -> bool:
        """Whether the name may be the person's, or but for a slip of the pen."""
        if any(each is person for each in self.called(name)):
            return True
        alike = likeness(parts_of(name), parts_of(person.name))
        return is_slip_allowed and (alike >= SLIP or self._begins_alike(name, person))

    def _begins_alike(self, name: str, person: Known) -> bool:
        """Whether the surname is the same, and the forename begins the same."""
        own = parts_of(person.name)
        return any(
            collapsed(said.surname) == collapsed(own.surname)
            and collapsed(said.forenames)[:_BEGINNING] != ""
            and collapsed(said.forenames)[:_BEGINNING]
            == collapsed(own.forenames)[:_BEGINNING]
            for said in _readings(parts_of(name))
        )

    def like(self, name: str) -> Sequence[Known]:
        """The people whose names are most like it, the likeliest first."""
        parts = parts_of(name)
        ranked = [(likeness(parts, own), person) for person, own in self._people]
        ranked.sort(key=lambda pair: (-pair[0], pair[1].id))
        return [person for alike, person in ranked[:MOST] if alike >= LIKE]


def _readings(name: NameParts) -> Iterator[NameParts]:
    """The name, and the same with its surname first where it may be written so."""
    yield name
    first, _, rest = name.forenames.partition(" ")
    if name.is_reversed_possible and first:
        forenames = f"{rest} {name.surname}".strip()
        initials = "".join(word[0].upper() for word in forenames.split())
        yield NameParts(first, forenames, initials)


def _have_one_forename(one: NameParts, other: NameParts) -> bool:
    """Whether forenames and initials agree, as far as both say any."""
    first, second = (name.forenames.partition(" ")[0] for name in (one, other))
    if first and second:
        is_same = is_same_forename(first, second)
    else:
        is_same = one.initials[:1] == other.initials[:1] or not (
            one.initials and other.initials
        )
    middles = zip(one.initials[1:], other.initials[1:], strict=False)
    return is_same and all(a == b for a, b in middles)
