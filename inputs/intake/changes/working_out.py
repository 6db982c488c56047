"""Working out what an import would change in a book."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from inputs._columns import Row
from inputs.intake.changes import Added, Changed, Changes, Gone, Kept, Sent
from inputs.intake.changes.gone import WAITS, Missing, missing_in
from inputs.intake.changes.items import Item, source_name
from inputs.intake.changes.keys import KEYS
from inputs.intake.changes.sorting import Put, Sorting
from inputs.intake.changes.taking import Taker
from inputs.intake.changes.trial import refusals
from inputs.intake.standing import Standing, standing_of
from inputs.intake.surveys import FileSurvey


def changes(
    book: Path, files: Sequence[FileSurvey], standing: Standing | None = None
) -> Changes:
    """What the files would change in the book, and what cannot stand in it.

    Args:
        book: The book.
        files: What was read of the files.
        standing: The book as it was read for that; it is read anew without it.

    Raises:
        BadInputs: A file of the book cannot be read at all.
    """
    found = Sorting(standing or standing_of(book))
    taker = Taker()
    items = [
        item for n, file in enumerate(files) for item in _items(found, taker, n, file)
    ]
    found.sort(items)
    unsure = {source_name(file) for file in files if file.doubts}
    unsure |= {source_name(files[number]) for number, _ in found.doubts}
    missing = list(missing_in(found.standing, items, found.touched, unsure))
    missing = _tried(found, taker, _paired(found, missing))
    return Changes(
        standing=found.standing,
        added=tuple(
            Added(put.item.wanted, put.item.imported)
            for put in found.puts
            if put.old is None
        ),
        changed=tuple(_edits(found.puts)),
        gone=tuple(_gone(each) for each in missing if not each.because),
        same=tuple(item.wanted for item in found.same),
        kept=tuple(_kept(missing)),
        doubts=tuple(doubt for _, doubt in found.doubts),
        sent=tuple(_sent(found, number, file) for number, file in enumerate(files)),
    )


def _items(
    found: Sorting, taker: Taker, number: int, file: FileSurvey
) -> Iterator[Item]:
    """The file's rows that the book's reader takes; the others become doubts."""
    for sheet in dict.fromkeys(row.sheet for row in file.rows):
        wanted = [row for row in file.rows if row.sheet == sheet]
        rows, doubts = taker.take(sheet, wanted)
        found.doubts += [(number, doubt) for doubt in doubts.values()]
        for row in rows:
            yield Item(taker.wanted(row), row, source_name(file), number)


def _paired(found: Sorting, missing: Sequence[Missing]) -> list[Missing]:
    """What is missing, without the rows that have only been edited.

    A row that went and a row that came are one if they speak of the same person and
    share a day, and neither could be paired with another.
    """
    came: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, put in enumerate(found.puts):
        if put.old is None:
            sheet, source = put.item.wanted.sheet, put.item.source
            came[_kin(sheet, source, put.item.row)].append(index)
    pairs = [
        (index, number)
        for number, each in enumerate(missing)
        if not each.because
        for index in came.get(_kin(each.sheet, each.source, each.row), ())
        if _share_a_day(each.sheet, found.puts[index].item.row, each.row)
    ]
    of_puts = Counter(index for index, _ in pairs)
    of_missing = Counter(number for _, number in pairs)
    edited = set()
    for index, number in pairs:
        if of_puts[index] == of_missing[number] == 1:
            found.puts[index] = replace(found.puts[index], old=missing[number].row)
            edited.add(number)
    return [each for number, each in enumerate(missing) if number not in edited]


def _kin(sheet: str, source: str, row: Row) -> Hashable:
    return sheet, source, KEYS[sheet].of(row, KEYS[sheet].kin)


def _share_a_day(sheet: str, one: Row, other: Row) -> bool:
    return KEYS[sheet].days_of(one).overlaps(KEYS[sheet].days_of(other))


def _tried(found: Sorting, taker: Taker, missing: list[Missing]) -> list[Missing]:
    """What is missing once all that the book cannot hold has become a doubt.

    Rows that went stay if others of their source are refused, which may be theirs.
    """
    found.merge(taker)
    while found.puts:
        without = [put.old for put in found.puts if put.old is not None]
        without += [each.row for each in missing if not each.because]
        rows = [put.row for put in found.puts]
        refused = refusals(found.standing, taker, rows, without)
        if not refused:
            break
        unsure = found.refuse(refused)
        missing = [
            replace(each, because=each.because or WAITS)
            if each.source in unsure
            else each
            for each in missing
        ]
    return missing


def _edits(puts: Sequence[Put]) -> Iterator[Changed]:
    for put in puts:
        if put.old is not None:
            values = put.item.wanted.values
            cells = {
                column: (put.old.shown(column), values[column])
                for column in put.item.differing(put.old)
            }
            yield Changed(put.item.wanted, put.old, cells, put.item.imported)


def _gone(missing: Missing) -> Gone:
    return Gone(missing.row, missing.sheet, missing.source)


def _kept(missing: Sequence[Missing]) -> Iterator[Kept]:
    """Rows that stay, by why they do."""
    rows: defaultdict[str, list[Gone]] = defaultdict(list)
    for each in missing:
        if each.because:
            rows[each.because].append(_gone(each))
    for because, its in rows.items():
        yield Kept(tuple(its), because)


def _sent(found: Sorting, number: int, file: FileSurvey) -> Sent:
    own = tuple(doubt for its, doubt in found.doubts if its == number)
    recipe = replace(file.recipe, name=source_name(file), file=file.source.file)
    return Sent(recipe, file.source.mark, (*file.doubts, *own))
