"""What a state beside the dates of a skill says: current, booked, not held."""

from inputs._kinds import NotUnderstood
from inputs.intake.cells import Cell
from inputs.intake.entries import Shape
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.values.expiries import State, read_expiry

_WANTED = "held, expired or not held, as the dates beside it say"
_OPEN = frozenset({State.BOOKED, State.NOT_HELD})


def why_not_held(reader: EntryReader) -> str:
    """Why there is nothing to write where no date stands; empty where there may be."""
    cells = (reader.entry.cell(field) for field in (Field.STATUS, Field.FIRST))
    states = [_state(cell) for cell in cells if cell is not None]
    has_end = reader.entry.cell(Field.EXPIRES, Field.LAST) is not None
    is_none = bool(states) and all(state is State.NOT_HELD for state in states)
    return "not held, or not needed" if is_none and not has_end else ""


def is_begun(reader: EntryReader) -> bool:
    """Whether something other than `N/A` stands where the first day should."""
    cell = reader.entry.cell(Field.FIRST)
    return cell is not None and _state(cell) is not State.NOT_HELD


def check_state(reader: EntryReader) -> None:
    """Doubt dates beside a state that does not go with them.

    Of a list only states that we know are heeded: its status may be a person's.
    """
    cell = reader.entry.cell(Field.STATUS)
    if cell is None:
        return
    state = _state(cell)
    is_list = reader.page.block.shape is Shape.LIST
    if state in _OPEN or (state is None and not is_list):
        reader.doubt(cell, _WANTED)


def _state(cell: Cell) -> State | None:
    """The state that the cell says; None for other words, and for dates."""
    if not isinstance(cell.value, str):
        return None
    try:
        expiry = read_expiry(cell.value)
    except NotUnderstood:
        return None
    return None if expiry.last else expiry.state
