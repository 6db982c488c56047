"""Text files with signs between values: CSV as every program and country writes it."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import PurePath

from inputs.intake.cells import Source
from inputs.intake.opening._format import Refused
from inputs.intake.opening._grid import Grid
from inputs.intake.opening._letters import letters_of
from inputs.intake.opening._remarks import Remarks
from inputs.intake.opening._strings import Found, Text

_SEPARATORS = ",;\t|"
_TRIED = 200
"""How many rows are looked at to find out what stands between values."""
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""The first line by which Excel is told what stands between values."""
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
"""How exports keep the noughts of a number: as the result of a formula."""
_END = "\0end"


def open_text(name: str, mark: str, content: bytes) -> Source:
    """Open a text file as one sheet, named like the file.

    Raises:
        Refused: It is no text, or no table.
    """
    remarks = Remarks(name)
    letters = letters_of(content)
    if letters.guess:
        example = f", such as {letters.example}" if letters.example else ""
        wanted = "a file in UTF-8; look whether names are right"
        remarks.add(f"{letters.guess}{example}", wanted)
    said = _SAID.match(letters.text)
    text = letters.text[said.end() :] if said else letters.text
    separator = said[1] if said else _separator(text)
    grid = Grid(name, PurePath(name).stem, remarks)
    first = 2 if said else 1
    for row, values in enumerate(_rows(text, separator), first):
        for column, value in enumerate(values, 1):
            if value:
                grid.put((row, column), _found(value))
    return Source(name, mark, (grid.sheet(is_hidden=False),), remarks.faults)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """The values row by row; a row may go on over several lines within quotes."""
    lines = StringIO(f"{text.rstrip()}\n{_END}\n", newline="")
    rows = csv.reader(lines, delimiter=separator)
    row = 1
    try:
        for values in rows:
            if values == [_END]:
                return
            if values and values[-1].endswith(f"{_END}\n"):
                break
            yield values
            row += 1
    except csv.Error:
        pass  # A value of endless length is one whose quotation mark has no pair.
    wanted = "a quotation mark at the end of every value that begins with one"
    raise Refused("a quotation mark without its pair", wanted, f"A{row}")


def _separator(text: str) -> str:
    """The sign that splits most rows into the same number of values."""
    return max(_SEPARATORS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    """How many rows are as wide as most, weighed by that width."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        widths = [len(row) for row in islice(rows, _TRIED) if len(row) > 1]
    except csv.Error:
        return 0, 0
    if not widths:
        return 0, 0
    width, count = Counter(widths).most_common(1)[0]
    return count * (1 - 1 / width), width


def _found(value: str) -> Found:
    kept = _KEPT_AS_TEXT.fullmatch(value.strip())
    return Text([(kept[1] if kept else value, None)]).found()
