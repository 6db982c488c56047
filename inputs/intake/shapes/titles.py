"""What stands above a table: the days it is of, and the one person it may be of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from inputs._dates import MONTHS
from inputs.intake.cells import Cell
from inputs.intake.fields import WHO, Field
from inputs.intake.shapes.areas import Area, Position
from inputs.intake.shapes.asides import is_signature
from inputs.intake.shapes.dating import Hints
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.mentions import mentions
from inputs.intake.values.names import read_name

NOBODY = "a column of names, or the person's name in the title above the hours"
Named: TypeAlias = Mapping[Position, tuple[Field, Cell]]
"""The cells that name one person, each with what it tells: a number or a name."""
_FEW = 3
"""How many cells a row of titles holds at most."""
_MOST_LABELLED = 6
"""How many cells a row of labels and of what they tell holds at most."""
_LABELLED = re.compile(r"(?P<label>[^:]{2,30}): ?(?P<value>.+)")
_AROUND = re.compile(
    r"\b(?:duty ?sheet|hour(?:ly|s)?|hour[- ]by[- ]hour|weekly|monthly"
    r"|availabilit(?:y|ies)|available|offer(?:s|ed)?|duty|duties|sheets?|rotas?|roster|of|for|from|by|hours"
    r"|officer|name|special constables?)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:w/?[cb]|week|wk|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*"
    r"|\b[0-9]{1,2}(?:st|nd|rd|th)?[/. -]+(?:[0-9]{1,2}\b|[a-z]{3}).*"
    rf"|\b(?:{'|'.join(MONTHS)})\b.*|\b20[0-9]{{2}}\b.*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:[A-Z/]{1,4} )?(?:[A-Z]{0,2}[0-9]{4,8} )?"
    r"(?P<words>[^\W\d_][\w'’.-]*(?:,? [^\W\d_][\w'’.-]*){0,4})"
    r"(?: \(?[A-Z]{0,2}[0-9]{4,8}\)?)?"
)
_NO_NAMES = re.compile(
    r"\b(?:jru|joint|response|unit|team|kent|police|trust|ambulance|service|specials?"
    r"|constabulary|report|list|page|key|legend|total|shift|notes?|training|matrix)\b",
    re.IGNORECASE,
)


def titles_above(area: Area, before: int, top: int) -> Iterator[tuple[Position, Cell]]:
    """The cells of titles between two rows, the lowest row first."""
    for row, cells in reversed([*area.below(before, top - 1)]):
        if len(cells) <= _FEW or any(cell.is_spread for cell in cells.values()):
            for column, cell in cells.items():
                if not is_signature(cell) and not cell.is_spread:
                    yield (row, column), cell


def hints_above(area: Area, before: int, top: int, *, is_alone: bool) -> Hints:
    """What the titles right above a table, and the names, say of its days.

    Args:
        area: The sheet.
        before: The last row that belongs to another table.
        top: The table's first row of headings.
        is_alone: Whether the table is the only one, so that the sheet is named for it.
    """
    own = mentions(cell.value for _, cell in titles_above(area, before, top))
    name = mentions([area.sheet.name])
    years = frozenset(mention.year for mention in (*own, *name) if mention.year)
    file = mentions([area.sheet.file.rpartition(".")[0]])
    return Hints((*own, *name) if is_alone else own, years, file)


def person_above(area: Area, before: int, top: int) -> Named:
    """The cells right above a table that name one person: a number, a name, or both.

    A label goes before a bare name; of several names none is meant.
    """
    rows = [*_title_rows(area, before, top)]
    for row in rows:
        if labelled := dict(_labelled(area, row)):
            return labelled
    named = [
        ((row, column), (Field.NAME, replace(cell, value=name)))
        for row in rows
        for column, cell in _told(area, row).items()
        if len(_told(area, row)) == 1 and (name := name_in_title(cell.text))
    ]
    return dict(named) if len(named) == 1 else {}


def _title_rows(area: Area, before: int, top: int) -> Iterator[int]:
    """The rows above a table up to a gap, the lowest first; it may have one itself."""
    last = top
    for row, _ in reversed([*area.below(before, top - 1)]):
        if (last != top and row != last - 1) or len(_told(area, row)) > _MOST_LABELLED:
            return
        last = row
        yield row


def _told(area: Area, row: int) -> Mapping[int, Cell]:
    cells = area.rows[row].items()
    return {
        c: cell for c, cell in cells if cell.value is not None and not cell.is_spread
    }


def _labelled(area: Area, row: int) -> Iterator[tuple[Position, tuple[Field, Cell]]]:
    """What stands behind labels such as `Collar No`; nothing if others stand there too.

    A label stands in one cell with what it tells, or in the cell before it.
    """
    found: dict[Position, tuple[Field, Cell]] = {}
    label: Field | None = None
    for column, cell in _told(area, row).items():
        parts = _LABELLED.fullmatch(cell.text)
        if label is not None:
            found[row, column] = label, cell
            label = None
        elif parts and (field := _who(parts["label"])):
            found[row, column] = field, replace(cell, value=parts["value"].strip())
        elif not (label := _who(cell.text.rstrip(": "))) and not mentions([cell.value]):
            return
    yield from found.items()


def _who(label: str) -> Field | None:
    header = header_of(label)
    told = [field for field in header.fields if field in WHO] if header else []
    return told[0] if told else None


def name_in_title(text: str) -> str:
    """The name in `Availability of SC Mairi Grewal, w/c 04/01/2027`; or nothing."""
    bare = _DATED.sub("", _AROUND.sub(" ", text))
    bare = " ".join(bare.split()).strip(" -:,|/")
    match = _NAMED.fullmatch(bare)
    if match is None or _NO_NAMES.search(bare) or mentions([bare]):
        return ""
    parts = read_name(bare)
    is_whole = bool(parts.rank or parts.number or parts.initials)
    return bare if is_whole and match["words"][0].isupper() else ""


def as_who(told: Named) -> dict[Field, Cell]:
    """The cells of a person by what they tell."""
    return dict(told.values())
