"""The column that says whence an import took a row."""

from inputs._columns import optional
from inputs._values import TEXT

IMPORTED = "imported"


def imported() -> str:
    """Declare the column; it stands last on every sheet that imports fill."""
    return optional(
        IMPORTED,
        TEXT,
        "Whose cell an import took the row from; blank for a row typed by hand. "
        "Imports change and remove only rows of their own.",
        default="",
    )
