"""What is private is not shown, not even where it is doubted or passed over."""

import re
from dataclasses import replace
from typing import TypeVar

from inputs.intake.doubts import Doubt, Passed
from inputs.intake.entries import Block
from rostering.domain import Place

Shown = TypeVar("Shown", Doubt, Passed)

_HIDDEN = "not shown"
_IN_TEXT = re.compile(
    r"(?:\+44|\b0)(?:[ -]?[0-9]){9,10}\b"  # A telephone number.
    r"|[\w.+-]+@[\w-]+\.[\w.-]+\w"
    r"|\b[A-Z]{2}(?: ?[0-9]{2}){3} ?[A-D]\b",  # A national insurance number.
    re.IGNORECASE,
)


def without_private(block: Block) -> Block:
    """The block without the words of private columns, and numbers in free text."""
    tops = {
        _column(heading.cell.place): _row(heading.cell.place)
        for heading in block.headings
        if heading.is_private
    }

    def hidden(item: Shown) -> Shown:
        top = tops.get(_column(item.place))
        is_below = top is not None and _row(item.place) > top
        found = _HIDDEN if is_below else _IN_TEXT.sub("…", item.found)
        return item if found == item.found else replace(item, found=found)

    passed = tuple(map(hidden, block.passed))
    return replace(block, passed=passed, doubts=tuple(map(hidden, block.doubts)))


def _column(place: Place) -> str:
    return place.cell.rstrip("0123456789")


def _row(place: Place) -> int:
    return int(place.cell[len(_column(place)) :])
