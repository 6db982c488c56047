"""How much of a file is ever read, so that no file can keep anyone waiting."""

MOST_CELLS = 500_000
"""Cells that hold something, in a whole file."""
MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
MOST_SHEETS = 250
MOST_STRAYS = 10
"""How many values may stand beyond the last row and column before it is no slip."""
MOST_AREA = 10_000_000
"""Rows by columns of one sheet, filled or not."""

MOST_BEYOND = (50, 400)
"""How many rows and columns merged cells may reach beyond the last value."""
MOST_SHADED = 100_000
"""How many blank cells are given the colour of their whole row or column."""


def too_many_cells() -> tuple[str, str]:
    """What is found and what is wanted where a file holds far too much."""
    return (
        f"more than {MOST_CELLS:,} filled cells",
        "a file with less in it: only the months and sheets that are to be imported",
    )
