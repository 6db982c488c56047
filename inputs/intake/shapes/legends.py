"""The sender's own key: what codes and colours mean, on a sheet or beside a grid."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from inputs.intake.cells import Cell
from inputs.intake.shapes.areas import Area, Position
from inputs.intake.shapes.headers import plain

_LONGEST_CODE, _LONGEST_WORDS = 14, 90
_GAP = 2
"""How many blank rows may stand within a key, less one."""
_TITLE = re.compile(
    r"(?:(?:colou?r|code|shift|rota|duty|absence) )?(?:key|legend|codes|abbreviations"
    r"|glossary)(?: to (?:codes|colours|the rota))?(?: used)?",
)
_MEANING = re.compile(r"meaning|description|definition|stands for|explanation|means")
_CODE = re.compile(
    r"(?:.* )?(?:code|abbreviation|abbr|symbol|colou?r|key|letter|shift)s?"
)
_PAIR = re.compile(
    r"(?P<code>[^=:]{1,14}?) ?(?:=|:| - | – ) ?(?P<words>[^=]*[a-z][^=]*)", re.I
)


@dataclass
class Legend:
    """What a key says, and the cells that it stands in."""

    words: dict[str, str] = field(default_factory=dict)
    """By code, and by the six digits of a colour."""
    cells: dict[Position, Cell] = field(default_factory=dict)

    def add(self, code: Cell, words: str) -> None:
        """Note what a code, or a colour, or a code in its colour means."""
        if code.text:
            self.words.setdefault(code.text, words)
        if code.fill:
            self.words.setdefault(code.fill, words)


def is_legend_sheet(name: str) -> bool:
    """Whether the sheet's name says that it is a key."""
    return bool(_TITLE.fullmatch(plain(name)))


def legend_in(area: Area) -> Legend:
    """The keys of a sheet: all of it where its name says so, or below a title."""
    legend = Legend()
    if is_legend_sheet(area.sheet.name):
        for row, cells in area.rows.items():
            _read_row(legend, row, cells)
        return legend
    for row, cells in area.rows.items():
        for column, cell in cells.items():
            is_new = (row, column) not in legend.cells
            if is_new and _begins(area, row, column, cell):
                _read_below(legend, area, row, column)
    return legend


def _begins(area: Area, row: int, column: int, cell: Cell) -> bool:
    """Whether a key begins at the cell: by a title, or by two headings."""
    if not isinstance(cell.value, str) or len(cell.value) > _LONGEST_CODE * 2:
        return False
    is_title, is_code = _words_of_key(cell.value)
    if not (is_title or is_code):
        return False
    beside = plain(area.at(row, column + 1).text)
    return (is_title and not beside) or (is_code and bool(_MEANING.fullmatch(beside)))


@lru_cache(4096)
def _words_of_key(text: str) -> tuple[bool, bool]:
    """Whether a text may be the title of a key, and whether it may head its codes."""
    words = plain(text)
    return bool(_TITLE.fullmatch(words)), bool(_CODE.fullmatch(words))


def _read_below(legend: Legend, area: Area, row: int, column: int) -> None:
    """Read the pairs below a title, down to the first row that is none."""
    title = {
        (row, c): area.cells[row, c]
        for c in (column, column + 1)
        if (row, c) in area.cells
    }
    found: dict[Position, Cell] = {}
    blank = 0
    for number in range(row + 1, area.sheet.height + 1):
        cells = {
            c: area.cells[number, c]
            for c in (column, column + 1)
            if (number, c) in area.cells
        }
        if not cells:
            blank += 1
            if blank >= _GAP:
                break
            continue
        blank = 0
        pair = _pair(list(cells.values()))
        if pair is None:
            break
        legend.add(*pair)
        found |= {(number, c): cell for c, cell in cells.items()}
    if found:
        legend.cells |= title | found


def _pair(cells: list[Cell]) -> tuple[Cell, str] | None:
    """A code or colour and its words, out of one or two cells."""
    match cells:
        case [Cell() as one] if isinstance(one.value, str):
            written = _PAIR.fullmatch(one.value)
            if written:
                return Cell(one.place, written["code"], one.fill), written["words"]
            if one.fill and len(one.value) <= _LONGEST_WORDS:
                return Cell(one.place, None, one.fill), one.value
        case [code, words] if _is_words(words) and len(code.text) <= _LONGEST_CODE:
            return code, words.text
        case [words, code] if _is_words(words) and 0 < len(code.text) <= _LONGEST_CODE:
            return code, words.text
    return None


def _is_words(cell: Cell) -> bool:
    text = cell.value
    if not isinstance(text, str) or len(text) > _LONGEST_WORDS:
        return False
    return any(map(str.isalpha, text))


def _read_row(legend: Legend, row: int, cells: Mapping[int, Cell]) -> None:
    """Read one row of a sheet that is a key: pairs side by side."""
    legend.cells |= {(row, column): cell for column, cell in cells.items()}
    told = [cell for cell in cells.values() if not cell.is_spread]
    heads = [plain(cell.text) for cell in told]
    if any(_MEANING.fullmatch(head) for head in heads):
        return
    for pair in _pairs(told):
        legend.add(*pair)


def _pairs(cells: Iterable[Cell]) -> Iterator[tuple[Cell, str]]:
    left = list(cells)
    while left:
        size = 1 if len(left) == 1 else 2
        pair = _pair(left[:size])
        if pair:
            yield pair
        left = left[size:]
