"""The columns of a list choosing what they tell, the certain ones first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from inputs._cells import shown
from inputs._kinds import NotUnderstood
from inputs.intake.doubts import Topic
from inputs.intake.entries import Heading
from inputs.intake.fields import Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.columns import NOTHING, Column, Known, fitting, open_doubt
from inputs.intake.shapes.headers import (
    Header,
    Standing,
    header_of,
    headers,
    near_miss,
    unnumbered,
)
from inputs.leave import ABSENCE

_REPEATABLE = frozenset({Field.FIRST, Field.LAST, Field.DATE}) | {
    Field.KIND,
    Field.STATUS,
    Field.DAYS,
    Field.NOTE,
}
"""What may stand several times in a row, once for each of several absences."""


_MOST = 0.6
"""Which part of a column's values must be kinds of absence to be asked about."""


def known_columns(columns: Sequence[Column], recipe: Recipe) -> tuple[Known, ...]:
    """What each column tells, the certain ones first to choose."""
    choice = _Choice(columns, recipe)
    for choose in (
        choice.said,
        choice.repeated,
        choice.plainly,
        choice.otherwise,
        choice.reasons,
        choice.nearly,
        choice.unknown,
    ):
        choice.known |= {known.column.number: known for known in choose()}
    return tuple(choice.known[column.number] for column in columns)


class _Choice:
    """The columns of one list choosing what they tell, each field once."""

    def __init__(self, columns: Sequence[Column], recipe: Recipe) -> None:
        self.columns = columns
        self.recipe = recipe
        self.known: dict[int, Known] = {}
        self.taken: set[Field] = set()

    def said(self) -> Iterator[Known]:
        """Columns of which somebody said what they tell."""
        for column in self.columns:
            meaning = self.recipe.meaning(Topic.COLUMN, column.word)
            if meaning is not None:
                field = None if meaning == NOTHING else Field(meaning)
                self.taken |= {field} if field else set()
                yield Known(column, Heading(column.title, field))

    def plainly(self) -> Iterator[Known]:
        """Columns with a known heading, each by the first field that fits it."""
        for column, _ in self._headed(Standing.PRIVATE):
            yield Known(column, Heading(column.title, None, is_private=True))
        for column, header in self._headed(Standing.PLAIN):
            field = self._free(header, column)
            if field or not header.fields:
                yield Known(column, Heading(column.title, field))

    def repeated(self) -> Iterator[Known]:
        """Columns that stand again, alike, for another absence of the same row."""
        again = [
            (column, fields[0], unnumbered(column.text))
            for column, header in self._headed(Standing.PLAIN)
            if (fields := fitting(header, column))
        ]
        times = Counter((field, text) for _, field, text in again)
        counts = {field: count for (field, _), count in times.items()}
        most = counts.get(Field.FIRST, 0)
        if most == 1 or most != counts.get(Field.LAST, 0):
            return
        turns: Counter[Field] = Counter()
        for column, field, text in again:
            if field in _REPEATABLE and times[field, text] == most:
                self.taken.add(field)
                turns[field] += 1
                heading = Heading(column.title, field)
                yield Known(column, heading, turns[field])

    def otherwise(self) -> Iterator[Known]:
        """Columns that tell in other words what another may tell better."""
        for column, header in self._headed(Standing.OTHER):
            yield Known(column, Heading(column.title, self._free(header, column)))

    def reasons(self) -> Iterator[Known]:
        """Columns of reasons: private, but where they hold only kinds of absence."""
        for column, header in self._headed(Standing.REASON):
            field = self._free(header, column) if _has_only_kinds(column) else None
            heading = Heading(column.title, field, is_private=field is None)
            yield Known(column, heading)

    def nearly(self) -> Iterator[Known]:
        """Columns with nearly a known heading, or one that says two things here."""
        for column in self._waiting():
            header = header_of(column.text)
            near = header or headers().get(near_miss(column.text))
            if near is None:
                continue
            field = self._free(near, column)
            is_private = near.standing is Standing.PRIVATE
            is_open = (field or header) and column.is_telling
            heading = Heading(column.title, field, False, is_private)
            doubt = open_doubt(column, field) if is_open else None
            yield Known(column, heading, doubt=doubt)

    def unknown(self) -> Iterator[Known]:
        """Columns that nobody knows; rows wait for those without a heading.

        They wait too for what looks like the only column of kinds of absence.
        """
        for column in self._waiting():
            is_number = not column.text and column.counts_rows
            field = self._kind_in(column)
            self.taken |= {field} if field else set()
            is_open = not (column.text or is_number) or field
            doubt = open_doubt(column, field) if is_open else None
            heading = Heading(column.title, field, is_certain=is_number)
            yield Known(column, heading, doubt=doubt)

    def _kind_in(self, column: Column) -> Field | None:
        """The kind of an absence, where most values say one and no column tells it."""
        if {Field.KIND, Field.CODE} & self.taken or not self._tells_days():
            return None
        told = [shown(value) for value in column.values if value is not None]
        kinds = sum(map(_is_kind, told))
        return Field.KIND if kinds > _MOST * len(told) else None

    def _tells_days(self) -> bool:
        return bool({Field.FIRST, Field.DATE} & self.taken)

    def _waiting(self) -> Iterator[Column]:
        return (one for one in self.columns if one.number not in self.known)

    def _headed(self, standing: Standing) -> Iterator[tuple[Column, Header]]:
        for column in self._waiting():
            header = header_of(column.text)
            if header and header.standing is standing:
                yield column, header

    def _free(self, header: Header, column: Column) -> Field | None:
        """The first field that fits and that no column tells yet; now it is told."""
        for field in fitting(header, column):
            if field not in self.taken or field is Field.NOTE:
                self.taken.add(field)
                return field
        return None


def _has_only_kinds(column: Column) -> bool:
    words = {shown(value) for value in column.values if value is not None}
    return bool(words) and all(map(_is_kind, words))


def _is_kind(word: str) -> bool:
    try:
        ABSENCE.read(word)
    except NotUnderstood:
        return False
    return True
