"""Matrices of skills: people and skills down and across, an expiry in every cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from inputs._cells import CellValue
from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.entries import Block, Entry, Heading, Shape
from inputs.intake.fields import WHO, Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.bodies import body_of, columns_of, idle
from inputs.intake.shapes.choosing import known_columns
from inputs.intake.shapes.columns import Column, Known
from inputs.intake.shapes.looks import Look, look_of
from inputs.intake.shapes.marks import mark_of
from inputs.intake.shapes.skill_columns import LEAST, Across, Head
from inputs.intake.shapes.skill_heads import heads_in
from inputs.intake.shapes.tables import ended

_MOST = 0.6
"""Which part of a column's values must speak of expiry."""
_OF_A_LIST = frozenset({Field.EXPIRES, Field.FIRST, Field.LAST, Field.DATE})
"""What a list of qualifications or of anything else has columns for."""
_OF_A_SKILL = frozenset({Field.STATUS, Field.MEETS})
"""What one column beside all skills cannot tell of each."""
_ANCHORS = (Field.EXPIRES, Field.FIRST, Field.STATUS)
"""Where a doubt about a whole entry stands: the first of these that tells something."""
_WHICH = "whether these are the first days in date, or the last"
_TOLD = re.compile(
    r"n/?a|expired|exp|in date|out of date|booked.*|perm.*|\?|tb[cd]|y(?:es)?|no?|✓|✔|x"
    r"|held|not held|valid|due|lapsed|lifetime|no expiry|20[0-9]{2}"
    r"|[0-9]{1,2} ?(?:y(?:ea)?rs?|m(?:on)?ths?)"
    r"|[2-7][0-9]{4}|[a-z]{3,9}[ -]'?[0-9]{2,4}|[0-9]{1,2}/20[0-9]{2}",
    re.IGNORECASE,
)


def matrices_in(area: Area, recipe: Recipe) -> Iterator[Found]:
    """Every matrix of skills of the area, from top to bottom."""
    heads = heads_in(area)
    tables = ended(area, [head.table for head in heads])
    for head, table in zip(heads, tables, strict=True):
        found = _read(area, replace(head, table=table), recipe)
        if found:
            yield found


def _read(area: Area, head: Head, recipe: Recipe) -> Found | None:
    """The matrix below the headings; None where they head something else."""
    table = head.table
    body = body_of(area, table)
    columns = columns_of(area, table, body)
    told = [each for each in columns if _is_of_skill(each, head.columns)]
    if not _is_matrix(told, head.columns):
        return None
    across, waits = _settled(told, head.columns, recipe)
    others = [column for column in columns if column.number not in across]
    known = _labelled(known_columns(others, recipe), head)
    fields = {item.field for item in known}
    are_both = head.is_turned and bool(fields & WHO)
    if are_both or fields & _OF_A_LIST or (Field.SKILL in fields) is not head.is_turned:
        return None
    entries = {
        n: [*_entries(known, row, across, waits)] for n, row in body.rows.items()
    }
    used = {number for number, told in entries.items() if told}
    headings = [*(item.heading for item in known), *_headings(head, across)]
    places = {heading.cell.place for heading in headings}
    passed = idle(body, used, "a line without an expiry")
    block = Block(
        area.sheet,
        Shape.SKILL_MATRIX,
        tuple(entry for told in entries.values() for entry in told),
        tuple(headings),
        doubts=(*(x.doubt for x in known if x.doubt), *waits.values(), *body.doubts),
        passed=tuple(item for item in passed if item.place not in places),
    )
    return Found(block, body.taken)


def _settled(
    columns: Sequence[Column], across: Mapping[int, Across], recipe: Recipe
) -> tuple[Mapping[int, Across], Mapping[int, Doubt]]:
    """The columns as somebody said they are meant, and doubts about bare dates."""
    found, doubts = dict[int, Across](), dict[int, Doubt]()
    for column in columns:
        one = across[column.number]
        said = recipe.meaning(Topic.COLUMN, column.word) if one.is_open else None
        if said in (Field.FIRST, Field.EXPIRES):
            one = replace(one, part=Field(said))
        elif one.is_open:
            question = Question(Topic.COLUMN, column.word, (Field.FIRST, Field.EXPIRES))
            doubts[column.number] = Doubt(
                column.title.place, column.text, _WHICH, question=question
            )
        found[column.number] = one
    return found, doubts


def _labelled(columns: Sequence[Known], head: Head) -> Sequence[Known]:
    """The columns beside: that of the skills by its place, a state as the person's."""
    return [_as_beside(each, head) for each in columns]


def _as_beside(known: Known, head: Head) -> Known:
    title = known.column.title
    if known.column.number == head.label:
        return replace(known, heading=Heading(title, Field.SKILL), doubt=None)
    if known.field in _OF_A_SKILL:
        return replace(known, heading=Heading(title, None))
    return known


def _headings(head: Head, across: Mapping[int, Across]) -> Iterator[Heading]:
    """What stands over the columns of skills, each cell once."""
    cells: dict[Cell, Field] = {}
    for number, column in across.items():
        cells |= {cell: name for name, cell in column.heads.items()}
        if column.part:
            cells.setdefault(head.table.titles[number], column.part)
    yield from (Heading(cell, name) for cell, name in cells.items())


def _is_matrix(columns: Sequence[Column], across: Mapping[int, Across]) -> bool:
    """Whether at least two columns tell of expiry, and dates or states stand in any."""
    parts = {column.number: across[column.number].part for column in columns}
    telling = [each for each in columns if each.is_telling or parts[each.number]]
    return len(telling) >= LEAST and any(
        _has_dates(each) or (each.is_telling and parts[each.number] is Field.STATUS)
        for each in telling
    )


def _is_of_skill(column: Column, across: Mapping[int, Across]) -> bool:
    """Whether its heading says so, or is none that we know over values of expiry."""
    told = [value for value in column.values if value is not None]
    if column.number not in across:
        return False
    is_said = across[column.number].part is not None
    return is_said or sum(map(_speaks_of_expiry, told)) >= _MOST * len(told)


def _speaks_of_expiry(value: CellValue) -> bool:
    if look_of(value) is Look.DATE:
        return True
    is_told = isinstance(value, str) and _TOLD.fullmatch(value) is not None
    mark = mark_of(value) if isinstance(value, str) else None
    return is_told or (mark is not None and mark.month > 0)


def _has_dates(column: Column) -> bool:
    return any(look_of(value) is Look.DATE for value in column.values)


def _entries(
    known: Sequence[Known],
    row: Mapping[int, Cell],
    across: Mapping[int, Across],
    waits: Mapping[int, Doubt],
) -> Iterator[Entry]:
    """One entry for every skill of which the row says anything of a person."""
    told = [item for item in known if item.column.number in row]
    beside = {item.field: row[item.column.number] for item in told if item.field}
    doubts = tuple(item.doubt for item in told if item.doubt)
    for columns in _grouped(across):
        cells = {part: row[number] for part, number in columns.items() if number in row}
        if cells:
            column = across[next(iter(columns.values()))]
            anchor = next(cells[part] for part in _ANCHORS if part in cells)
            skill = beside.get(Field.SKILL)
            words = {Field.SKILL: column.title if skill is None else skill.text}
            people = {n: cell for n, cell in column.heads.items() if n in WHO}
            opens = [waits[number] for number in columns.values() if number in waits]
            told_of = {**beside, **people, **cells}
            yield Entry(told_of, anchor, None, words, (*doubts, *opens))


def _grouped(across: Mapping[int, Across]) -> list[dict[Field, int]]:
    """The columns of each skill or person by what they tell, in order."""
    groups: list[tuple[str, dict[Field, int]]] = []
    for number, column in across.items():
        part = column.part or Field.EXPIRES
        title, group = groups[-1] if groups else ("", {})
        if title != column.title or part in group:
            group = {}
            groups.append((column.title, group))
        group[part] = number
    return [group for _, group in groups]
