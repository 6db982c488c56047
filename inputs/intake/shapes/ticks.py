"""What stands in the squares of a grid of hours."""

from collections.abc import Collection, Iterable

from inputs.intake.cells import Cell
from inputs.intake.shapes.asides import is_number
from inputs.intake.values.codes import Context, Meaning, read_code

OFFERS = Context(side="specials", is_availability=True)
"""How the marks in squares are read: they answer whether an hour is offered."""
_MOST = 0.6
"""Which part of the squares must hold marks."""
_LONGEST = 20
"""How long a mark may be."""


def is_told(cell: Cell | None) -> bool:
    """Whether anything stands in the square."""
    return cell is not None and bool(cell.note or not cell.is_blank)


def are_ticks(squares: Collection[Cell]) -> bool:
    """Whether marks and colours stand in the squares, rather than counts and texts."""
    marks = sum(map(_is_mark, squares))
    return marks >= _MOST * len(squares)


def are_refusals(squares: Iterable[Cell]) -> bool:
    """Whether every square says that its hour is not offered."""
    return all(map(_is_refusal, squares))


def _is_mark(cell: Cell) -> bool:
    if isinstance(cell.value, bool) or cell.value is None:
        return True
    if is_number(cell.value):
        return cell.value in (0, 1)
    text = cell.text
    return len(text) <= _LONGEST and (text in ("0", "1") or not text.isdigit())


def _is_refusal(cell: Cell) -> bool:
    code = read_code(cell.text, OFFERS).code if cell.text else None
    return code is not None and code.meaning is Meaning.NO_OFFER
