"""Finding the lists of a sheet: by how many known headings a row holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from inputs.intake.cells import Cell
from inputs.intake.fields import WHO
from inputs.intake.shapes.areas import Area
from inputs.intake.shapes.headers import header_of, near_miss, plain
from inputs.intake.shapes.looks import Look, look_of

SEARCHED = 40
"""Down to which row a header is looked for whose headings are only nearly known."""
_VALUES = frozenset({Look.DATE, Look.MOMENT, Look.TIME})
LEAST = 2
"""How many known headings make a row the header of a list."""
NEAR = 0.6
"""What a heading that is nearly a known one counts."""


@dataclass(frozen=True)
class Table:
    """One list: where its headings stand and how far it goes."""

    row: int
    """The row of its headings; the lower one where they stand in two."""
    titles: Mapping[int, Cell]
    """The cells of its headings by column."""
    texts: Mapping[int, str]
    """Its headings, the two rows joined, by column."""
    first: int
    last: int
    """Its columns."""
    end: int = 0
    """Its last row."""
    is_double: bool = False
    """Whether its headings stand in two rows."""

    @property
    def top(self) -> int:
        """The upper row of its headings."""
        return self.row - self.is_double


def tables_in(area: Area) -> tuple[Table, ...]:
    """Every list of the area, those side by side apart, from top to bottom."""
    heads = [_split(area, head) for head in _heads(area)]
    found = [table for tables in heads for table in tables]
    return ended(area, found)


def ended(area: Area, tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables, each down to the titles of the next that shares a column with it."""
    return tuple(
        replace(table, end=_end(area, table, islice(tables, number + 1, None)))
        for number, table in enumerate(tables)
    )


def stands_free(area: Area, row: int) -> bool:
    """Whether no heading and no row full of values stands right above the row.

    A row below one of these is a list's, whatever its own words would head.
    """
    above = [cell.text for cell in area.rows.get(row - 1, {}).values() if cell.text]
    is_headed = sum(header_of(text) is not None for text in above) >= LEAST
    has_values = any(char.isdigit() for text in above for char in text)
    return len(above) <= LEAST or not (is_headed or has_values)


def repeats(head: Table, earlier: Table | None) -> bool:
    """Whether most headings are those of the table before, at the same columns."""
    if earlier is None:
        return False
    same = sum(earlier.texts.get(c) == text for c, text in head.texts.items())
    return same > len(head.texts) / 2


def is_heading(cell: Cell) -> bool:
    """Whether the cell may stand in a row of headings: it holds no date and no time."""
    return look_of(cell.value) not in _VALUES


def _heads(area: Area) -> Iterator[Table]:
    """The rows of headings, each as one table over the sheet's whole width."""
    chosen: list[tuple[float, Table]] = []
    for number, cells in area.rows.items():
        upper = area.rows.get(number - 1, {})
        head = _best_head(number, cells, upper)
        if head is None:
            continue
        if chosen and head[1].is_double and chosen[-1][1].row == number - 1:
            if head[0] <= chosen[-1][0]:
                continue
            chosen.pop()
        chosen.append(head)
    return (table for _, table in chosen)


def _best_head(
    number: int, cells: Mapping[int, Cell], upper: Mapping[int, Cell]
) -> tuple[float, Table] | None:
    """The row as headings, joined with those above it where that says more."""
    is_top = number <= SEARCHED
    words = [cell.value for cell in cells.values() if isinstance(cell.value, str)]
    known = sum(header_of(word) is not None for word in words)
    if len(words) < LEAST or not (is_top or known >= LEAST):
        return None
    if not all(map(is_heading, cells.values())):
        return None
    own = {column: cell.text for column, cell in cells.items() if cell.text}
    joined = {
        column: _joined(_text(upper, column), _text(cells, column))
        for column in sorted({*own, *upper})
        if _text(upper, column) or _text(cells, column)
    }
    score, best, is_double = _score(own, is_top), own, False
    is_words = all(isinstance(cell.value, str | None) for cell in cells.values())
    if (
        is_top
        and upper
        and is_words
        and _belongs(own, joined)
        and _score(joined) > score
    ):
        score, best, is_double = _score(joined), joined, True
    if score < LEAST or score < len(best) / 2:
        return None
    titles = {
        column: cells[column] if _text(cells, column) else upper[column]
        for column in best
    }
    return score, Table(number, titles, best, 1, 1, is_double=is_double)


def _text(cells: Mapping[int, Cell], column: int) -> str:
    return cells[column].text if column in cells else ""


def _joined(upper: str, lower: str) -> str:
    """The heading out of two rows: together, or the one of them that is known."""
    together = f"{upper} {lower}".strip()
    known = [text for text in (together, lower, upper) if text and header_of(text)]
    return known[0] if known else lower or upper


def _belongs(own: Mapping[int, str], joined: Mapping[int, str]) -> bool:
    """Whether most of the lower row's cells are headings, alone or with the upper."""
    known = [c for c, text in own.items() if header_of(joined[c]) and text in joined[c]]
    return len(known) > len(own) / 2


def _score(texts: Mapping[int, str], is_top: bool = True) -> float:
    """How many different headings among them are known, near misses for a part.

    Near misses are looked for only at the top of a sheet: that takes long.
    """
    known = {plain(text) for text in texts.values() if header_of(text)}
    if not is_top:
        return len(known)
    near = {plain(text) for text in texts.values()} - known
    return len(known) + NEAR * sum(bool(near_miss(text)) for text in near)


def _split(area: Area, head: Table) -> list[Table]:
    """The tables side by side that share one row of headings."""
    parts: list[list[int]] = []
    for column in head.titles:
        is_new = not parts or _begins(area, head, parts[-1], column)
        if is_new:
            parts.append([])
        parts[-1].append(column)
    edges = [1, *(part[0] for part in parts[1:]), area.sheet.width + 1]
    tables = [
        _part(head, part, first, last - 1)
        for part, (first, last) in zip(parts, pairwise(edges), strict=True)
    ]
    return [table for table in tables if _score(table.texts) >= LEAST]


def _begins(area: Area, head: Table, part: Sequence[int], column: int) -> bool:
    """Whether another table begins here.

    Its first headings are the part's again, or it names people anew behind a gap.
    """
    text = head.texts[column]
    if plain(text) == plain(head.texts[part[0]]):
        return True
    is_anew = _names_people(text) and any(_names_people(head.texts[c]) for c in part)
    return is_anew and _is_gap(area, head.row, range(part[-1] + 1, column))


def _names_people(text: str) -> bool:
    header = header_of(text)
    return header is not None and bool(WHO & set(header.fields))


def _is_gap(area: Area, row: int, columns: range) -> bool:
    """Whether there are columns, and nothing stands in them from the row on."""
    filled = {c for number, cells in area.rows.items() if number >= row for c in cells}
    return bool(columns) and filled.isdisjoint(columns)


def _part(head: Table, columns: Sequence[int], first: int, last: int) -> Table:
    return replace(
        head,
        titles={column: head.titles[column] for column in columns},
        texts={column: head.texts[column] for column in columns},
        first=first,
        last=last,
    )


def _end(area: Area, table: Table, tables: Iterable[Table]) -> int:
    """The row above the next table that shares a column with this one."""
    below = (
        other.top
        for other in tables
        if other.row > table.row
        and other.first <= table.last
        and table.first <= other.last
    )
    top = next(below, 0)
    if not top:
        return area.sheet.height
    while top - 1 > table.row and _is_title(area.rows.get(top - 1, {})):
        top -= 1
    return top - 1


def _is_title(cells: Mapping[int, Cell]) -> bool:
    """Whether a row above a table is blank, or a single text."""
    told = [cell for cell in cells.values() if not cell.is_spread]
    return not told or (len(told) == 1 and isinstance(told[0].value, str))
