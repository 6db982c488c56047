"""Which rows of a sheet a change is for."""

import re
from collections.abc import Callable

from inputs._cells import Line
from inputs._columns import Row, SheetForm
from inputs.scenarios.grids import Grid

ALL = "all"
NEW = "new"
NAMING = "name"
"""A column by which a row is known as well as by its first."""
_PAIR = re.compile(r"\s*([^=]+?)\s*=\s*(.*?)\s*")
_BETWEEN = re.compile(r"\s+and\s+", re.IGNORECASE)

Choice = Callable[[Grid, Line], bool]


def is_new(words: str) -> bool:
    """Whether the words ask for another row: `new`, `new 2`."""
    return words.casefold().split()[:1] == [NEW]


def choice(form: SheetForm[Row], words: str) -> Choice | None:
    """The rows that are meant; None where a column is named that there is not."""
    if words.casefold() == ALL:
        return lambda _grid, _line: True
    pairs = [_PAIR.fullmatch(part) for part in _BETWEEN.split(words)]
    if not all(pairs):
        return _named(form, words.casefold())
    wanted = {pair[1].casefold(): pair[2].casefold() for pair in pairs if pair}
    if not wanted.keys() <= set(form.headers):
        return None
    return lambda grid, line: all(
        grid.text(line, column).casefold() == value for column, value in wanted.items()
    )


def _named(form: SheetForm[Row], word: str) -> Choice:
    columns = {form.columns[0].name, NAMING}
    return lambda grid, line: any(
        grid.text(line, column).casefold() == word for column in columns
    )
