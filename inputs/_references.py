"""Holding every word that refers to another sheet against that sheet."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from inputs._book import Book, Names
from inputs._columns import Column, Row, SheetForm
from inputs._faults import Faults, and_more


def settle_references(
    book: Book, forms: Sequence[SheetForm[Row]], faults: Faults
) -> None:
    """Give every reference the known spelling; drop rows that refer to nothing."""
    for form in forms:
        for column in form.columns:
            if column.refers:
                book.replace(form.name, _settled(book, form, column, faults))


def _settled(
    book: Book, form: SheetForm[Row], column: Column, faults: Faults
) -> list[Row]:
    assert column.refers is not None
    names = book.names(column.refers)
    unknown: defaultdict[str, list[Row]] = defaultdict(list)
    settled = []
    for row in book.rows(form):
        value = getattr(row, column.field)
        known, strangers = spelt(value, names)
        for word in strangers:
            unknown[word].append(row)
        if not (strangers and column.refers.strict):
            settled.append(row if known == value else _with(row, column, known))
    for word, rows in unknown.items():
        _tell(column, word, rows, names.likely(word), faults)
    return settled


def _with(row: Row, column: Column, value: object) -> Row:
    return type(row)(**(vars(row) | {column.field: value}))


def _tell(
    column: Column, word: str, rows: Sequence[Row], near: str, faults: Faults
) -> None:
    """Fault each row with the word, or warn once where it may be unknown."""
    assert column.refers is not None
    wanted = column.refers.wanted
    if column.refers.strict:
        for row in rows:
            faults.error(row.place(column.name), word, wanted, near)
    else:
        others = and_more(len(rows) - 1, "row")
        found = f"{word}, here{others}" if others else word
        faults.warn(rows[0].place(column.name), found, wanted, near)


def spelt(value: object, names: Names) -> tuple[object, list[str]]:
    """The value in known spellings, and the words in it that are not known."""
    if value and isinstance(value, str):
        known = names.find(value)
        return (value, [value]) if known is None else (known, [])
    if isinstance(value, tuple | frozenset):
        parts = [spelt(part, names) for part in _steady(value)]
        strangers = [word for _, words in parts for word in words]
        return type(value)(part for part, _ in parts), strangers
    return value, []


def _steady(values: Iterable[object]) -> list[object]:
    """The values in an order that never changes."""
    return list(values) if isinstance(values, tuple) else sorted(values, key=str)
