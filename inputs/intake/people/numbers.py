"""Whose a pay or collar number is, however a spreadsheet has bent it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_SUFFIX = re.compile(r"(.*[0-9])[-/][0-9]{1,2}$")
"""An assignment's number after a person's: 21234567-2."""
LEAST_DIGITS = 3
"""With fewer digits left a number says too little to be anybody's."""


@dataclass(frozen=True, slots=True)
class NumberFound:
    """The people whose a number is or may be."""

    sure: str = ""
    """The one whose it is."""
    likely: tuple[str, ...] = ()
    """Those whose it may be, where nobody is sure."""
    note: str = ""
    """What was taken for granted."""


class Numbers:
    """The ids of a book's people, by what is left of them on the way."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._exact: defaultdict[str, list[str]] = defaultdict(list)
        self._by_digits: defaultdict[str, list[str]] = defaultdict(list)
        self._ends: defaultdict[str, set[str]] = defaultdict(set)
        for id in dict.fromkeys(ids):
            self._exact[_bare(id)].append(id)
            digits = _digits(id)
            self._by_digits[digits].append(id)
            for length in range(LEAST_DIGITS, len(digits) + 1):
                self._ends[digits[-length:]].add(id)

    def find(self, written: str) -> NumberFound:
        """Whose number it is.

        A number that has lost its noughts, or the rank before it, is still the one
        person's who has it, if no other person's number ends so. Another rank, or the
        number of a second assignment, makes it doubtful.
        """
        exact = self._exact.get(_bare(written), [])
        if exact:
            return NumberFound(exact[0]) if len(exact) == 1 else _unsure(exact)
        if assignment := _SUFFIX.fullmatch(written.strip()):
            base = self.find(assignment[1])
            return _unsure((base.sure,) if base.sure else base.likely)
        digits = _digits(written)
        if len(digits) < LEAST_DIGITS:
            return NumberFound()
        whose = self._by_digits.get(digits, [])
        others = self._ends.get(digits, set()) - set(whose)
        if len(whose) == 1 and not others and _may_be(written, whose[0]):
            return NumberFound(sure=whose[0], note=f"{written} is {whose[0]}")
        return _unsure([*whose, *sorted(others), *self._within(digits)])

    def _within(self, digits: str) -> list[str]:
        """The people with whose numbers a longer one ends: 46012345 for PC12345."""
        starts = range(1, len(digits) - LEAST_DIGITS + 1)
        return [id for n in starts for id in self._by_digits.get(digits[n:], ())]


def _unsure(ids: Iterable[str]) -> NumberFound:
    return NumberFound(likely=tuple(dict.fromkeys(ids)))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _digits(text: str) -> str:
    """Its digits without the noughts before them."""
    return re.sub("[^0-9]", "", text).lstrip("0")


def _may_be(one: str, other: str) -> bool:
    """Whether the letters do not speak against it: none, or the same."""
    first, second = (re.sub(r"[\W\d_]", "", text).casefold() for text in (one, other))
    return not (first and second) or first == second
