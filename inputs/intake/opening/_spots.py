"""Where cells stand: single ones, and groups that are merged."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from openpyxl.utils import column_index_from_string, range_boundaries

Spot = tuple[int, int]
"""A row and a column, both counted from 1."""
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class Merged:
    """A group of merged cells."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, reference: str) -> "Merged":
        """The group that is written as B2:D4.

        Raises:
            ValueError: It is written otherwise.
        """
        left, top, right, bottom = range_boundaries(reference)
        if left is None or top is None or right is None or bottom is None:
            raise ValueError(reference)
        return cls(top, left, bottom, right)

    @property
    def first(self) -> Spot:
        """Where its value stands."""
        return self.top, self.left

    def holds(self, spot: Spot) -> bool:
        """Whether the spot is one of them."""
        row, column = spot
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def spot_of(address: str) -> Spot | None:
    """The spot with this address; None for what is no address of one cell."""
    match = _ADDRESS.fullmatch(address)
    return (int(match[2]), column_index_from_string(match[1])) if match else None


def groups_in(references: Iterable[str]) -> list[Merged]:
    """The groups of merged cells as a workbook lists them."""
    return [Merged.of(reference) for reference in references]
