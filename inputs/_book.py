"""Every sheet of a book as rows, whose references to each other hold."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar, cast

from inputs._cells import Table
from inputs._columns import Reference, Row, SheetForm
from inputs._faults import Faults, likely
from inputs._rows import Rows, read_rows
from rostering.domain import Place

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Names:
    """The words known from a column, each in one spelling."""

    spellings: Mapping[str, str]
    """By their small letters."""
    is_open: bool = False
    """Whether the column could not be read, so that any word must pass."""

    def find(self, word: str) -> str | None:
        """The known spelling of the word; None if it is not known."""
        return self.spellings.get(word.casefold(), word if self.is_open else None)

    def likely(self, word: str) -> str:
        """The known word that was probably meant, or nothing."""
        return likely(word, self.spellings.values())


class Book:
    """The rows of every sheet."""

    def __init__(
        self,
        sheets: Mapping[str, Rows[Row]],
        missing: frozenset[str],
        also: Mapping[tuple[str, str], Collection[str]] | None = None,
    ) -> None:
        """Hold the rows; `also` are words that count as seen in a sheet's column."""
        self._sheets = dict(sheets)
        self._also = also or {}
        self.missing = missing
        """Sheets that there must be and are not."""
        self._names = cache(self._known)

    def rows(self, form: SheetForm[R]) -> tuple[R, ...]:
        """The form's rows, file by file as they stand there."""
        return cast("tuple[R, ...]", self._sheets[form.name].rows)

    def replace(self, name: str, rows: Iterable[Row]) -> None:
        """Put other rows in the place of a sheet's own."""
        old = self._sheets[name]
        self._sheets[name] = Rows(tuple(rows), old.seen, old.is_whole)

    def sheet(self, name: str) -> Rows[Row]:
        """A sheet's rows, and every value seen in it."""
        return self._sheets[name]

    def with_sheets(self, sheets: Mapping[str, Rows[Row]]) -> "Book":
        """The book with other rows on some of its sheets."""
        missing = self.missing - sheets.keys()
        return Book(self._sheets | dict(sheets), missing, self._also)

    def names(self, reference: Reference) -> Names:
        """The words to which the reference may refer."""
        return self._names(reference)

    def _known(self, reference: Reference) -> Names:
        words: set[str] = set()
        is_open = False
        for name, column in reference.columns:
            sheet = self._sheets[name]
            words |= set(_words(sheet.seen.get(column, ())))
            words |= set(self._also.get((name, column), ()))
            is_open |= name in self.missing or not sheet.is_whole
        is_open |= not (reference.strict or words)
        spellings = {word.casefold(): word for word in sorted(words, reverse=True)}
        besides = {word: word for word in reference.besides}
        return Names(spellings | besides, is_open)


def book_of(
    tables: Iterable[Table],
    forms: Sequence[SheetForm[Row]],
    faults: Faults,
    also: Mapping[tuple[str, str], Collection[str]] | None = None,
) -> Book:
    """Sort the tables by form and read them; `also` are words that count as seen."""
    known = {form.name.lower(): form.name for form in forms}
    by_form: defaultdict[str, list[Table]] = defaultdict(list)
    for table in tables:
        if table.lines:
            by_form[known.get(plain_title(table.sheet), "")].append(table)
    for table in by_form[""]:
        near = likely(table.sheet, known.values())
        place = Place(table.file, table.sheet, "A1")
        faults.warn(place, table.sheet, "a sheet of the book; it is not read", near)
    return Book(
        {form.name: read_rows(form, by_form[form.name], faults) for form in forms},
        missing=frozenset(
            form.name for form in forms if form.required and not by_form[form.name]
        ),
        also=also,
    )


def tell_missing(
    book: Book, name: str, tables: Iterable[Table], faults: Faults
) -> None:
    """Fault each sheet that the book, called `name`, must have and has not."""
    titles = [table.sheet for table in tables if table.lines]
    for sheet in sorted(book.missing):
        found, place = f"no sheet {sheet}, or an empty one", Place(name, sheet, "A1")
        faults.error(place, found, f"a sheet {sheet}", likely(sheet, titles))


def plain_title(sheet: str) -> str:
    """The name of a sheet or of a file without what people add to it."""
    return " ".join(sheet.lower().replace("_", " ").split())


def _words(values: Iterable[object]) -> Iterator[str]:
    """The words in values that are a word, or a list or ranks of words."""
    for value in values:
        if value and isinstance(value, str):
            yield value
        elif isinstance(value, tuple | frozenset):
            yield from _words(value)
