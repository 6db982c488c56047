"""The smallest part of a set that has a property which larger sets keep."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def smallest(
    things: Sequence[T],
    is_enough: Callable[[Sequence[T]], bool],
    given: Sequence[T] = (),
) -> tuple[T, ...]:
    """Some of the things that are enough, with what is given, and none too many.

    Of two choices the one with earlier things is taken. It is QuickXplain (Junker,
    AAAI 2004): halves are tried as a whole, so that a few things among many are found
    with few questions.

    Args:
        things: All of which together must be enough.
        is_enough: The property; whatever holds such a set has it too.
        given: What is always there.
    """
    if is_enough(given):
        return ()
    return _needed(tuple(things), is_enough, tuple(given), has_grown=False)


def _needed(
    things: tuple[T, ...],
    is_enough: Callable[[Sequence[T]], bool],
    given: tuple[T, ...],
    *,
    has_grown: bool,
) -> tuple[T, ...]:
    if has_grown and is_enough(given):
        return ()
    if len(things) <= 1:
        return things
    first, second = things[: len(things) // 2], things[len(things) // 2 :]
    of_second = _needed(second, is_enough, given + first, has_grown=True)
    of_first = _needed(first, is_enough, given + of_second, has_grown=bool(of_second))
    return of_first + of_second
