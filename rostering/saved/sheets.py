"""How rota.xlsx is laid out: what its writer and its reader must agree on."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

Id = TypeVar("Id", bound=str)

CARS = "Rota"
"""The sheet by date and car, which people edit and which is read back."""
PEOPLE = "By person"
BUILT = "Built"
"""The hidden sheet with the lines as they were written, by which edits are known."""
ABOUT = "About"
"""The hidden sheet with what rota.json says of the rota as a whole."""
LISTS = "Lists"
"""The hidden sheet with the names that the cells of the sheet by car offer."""

DATE, TURN = "Date", "turn"
"""The headings of the first column, and of each car's column of turns."""
NAME, ROLE, ID = "Name", "Role", "Id"
"""The headings over the people of the sheet by person."""
SAID_OF_NOBODY = frozenset({"open", "spare"})
"""What the sheet by car says where a name could stand."""


def labels(names: Mapping[Id, str]) -> dict[Id, str]:
    """What the sheet by car calls each person, by id.

    It is the name, with the id behind it where the name alone would not tell.

    Args:
        names: Everybody's name by id.
    """
    counts = Counter(name.casefold() for name in names.values())
    return {
        id: name if _is_telling(name, counts) else f"{name} ({id})"
        for id, name in names.items()
    }


def _is_telling(name: str, counts: Counter[str]) -> bool:
    is_word = name.casefold() in SAID_OF_NOBODY
    return counts[name.casefold()] == 1 and not is_word
