"""Things in groups, each group in the order in which its things were given."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def grouped(
    items: Iterable[Item], key: Callable[[Item], Key]
) -> dict[Key, tuple[Item, ...]]:
    """The items by what the key makes of each."""
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}
