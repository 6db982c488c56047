"""Who of a book's people bears a name, and whose names are like it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from inputs.intake.persons import Known
from inputs.intake.values.names import NameParts, likeness, read_name
from inputs.intake.values.words import collapsed

LIKE = 0.6
"""How like two names are, of 1, for one to be offered for the other."""
MOST = 5

parts_of = cache(read_name)


class Namesakes:
    """People by their names."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._people = [(person, parts_of(person.name)) for person in people]
        self._by_surname: defaultdict[str, list[tuple[Known, NameParts]]] = defaultdict(
            list
        )
        for person, parts in self._people:
            self._by_surname[collapsed(parts.surname)].append((person, parts))

    def called(self, name: str) -> Sequence[Known]:
        """Everybody whose name it may be, in full or by initials."""
        found: dict[str, Known] = {}
        for parts in _readings(name):
            for person, own in self._by_surname.get(collapsed(parts.surname), ()):
                if _agree(parts, own):
                    found[person.id] = person
        return tuple(found.values())
