"""What stands in a private column is not shown, not even where it is passed over."""

from dataclasses import replace
from typing import TypeVar

from inputs.intake.doubts import Doubt, Passed
from inputs.intake.entries import Block
from rostering.domain import Place

Shown = TypeVar("Shown", Doubt, Passed)

_HIDDEN = "not shown"


def without_private(block: Block) -> Block:
    """The block without the words of private columns."""
    tops = {
        _column(heading.cell.place): _row(heading.cell.place)
        for heading in block.headings
        if heading.is_private
    }
    if not tops:
        return block

    def hidden(item: Shown) -> Shown:
        top = tops.get(_column(item.place))
        is_below = top is not None and _row(item.place) > top
        return replace(item, found=_HIDDEN) if is_below else item

    passed = tuple(map(hidden, block.passed))
    return replace(block, passed=passed, doubts=tuple(map(hidden, block.doubts)))


def _column(place: Place) -> str:
    return place.cell.rstrip("0123456789")


def _row(place: Place) -> int:
    return int(place.cell[len(_column(place)) :])
