"""Rows that say the same thing twice, or that get in each other's way."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from inputs._columns import Row
from inputs._faults import Faults
from rostering.domain import Span

R = TypeVar("R", bound=Row)
Key = TypeVar("Key", bound=Hashable)


def grouped(rows: Iterable[R], key: Callable[[R], Key]) -> dict[Key, list[R]]:
    """The rows by key, as they stand."""
    groups: defaultdict[Key, list[R]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)


def once(
    rows: Iterable[R], key: Callable[[R], Hashable], column: str, faults: Faults
) -> list[R]:
    """The first row of every key; any later one is a fault in the column."""
    firsts: list[R] = []
    for group in grouped(rows, key).values():
        first, *others = group
        firsts.append(first)
        for other in others:
            faults.add(other.error(column, f"this once; {first.place(column)} says it"))
    return firsts


def collisions(
    rows: Iterable[R],
    key: Callable[[R], Hashable],
    collide: Callable[[R, R], bool],
) -> Iterator[tuple[R, R]]:
    """Each row with the first earlier one of its key with which it collides."""
    for group in grouped(rows, key).values():
        for index, later in enumerate(group):
            for earlier in group[:index]:
                if collide(earlier, later):
                    yield earlier, later
                    break


def overlapping(
    rows: Iterable[R], key: Callable[[R], Hashable], span: Callable[[R], Span]
) -> Iterator[tuple[R, R]]:
    """Pairs of rows of one key that share time, in the order of the book.

    Each row is held against the one before it that lasts longest, so that a row
    which overlaps several others is told of once.
    """
    for group in grouped(rows, key).values():
        timed = sorted(
            ((span(row), index) for index, row in enumerate(group)),
            key=lambda timed: (timed[0], timed[1]),
        )
        lasting, longest = timed[0]
        for current, index in timed[1:]:
            if current.overlaps(lasting):
                earlier, later = sorted((longest, index))
                yield group[earlier], group[later]
            if current.end > lasting.end:
                lasting, longest = current, index
