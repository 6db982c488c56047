"""From spreadsheets to a problem, with a fault at every cell that is not right."""

from inputs._columns import Column, SheetForm
from inputs._faults import in_order, likely
from inputs.forms import SHEETS
from inputs.reading import BadInputs, Reading, read

__all__ = [
    "SHEETS",
    "BadInputs",
    "Column",
    "Reading",
    "SheetForm",
    "in_order",
    "likely",
    "read",
]
