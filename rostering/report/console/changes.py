"""What an import would change in a book: rows added, changed and gone."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from inputs._cells import shown
from inputs.intake.changes import Added, Changed, Changes, Gone
from rostering.report.console.intake import FIRST_FEW, and_more, doubts_shown
from rostering.report.console.screen import (
    DOUBTFUL,
    counted,
    heading,
    indented,
    table,
)


def changes_shown(changes: Changes, *, whole: bool = False) -> Iterator[RenderableType]:
    """Everything that writing would do, and what the book does not let in."""
    most = None if whole else FIRST_FEW
    same = f"; {len(changes.same)} stand there already" if changes.same else ""
    if changes.is_empty:
        yield heading(f"Nothing would change in the book{same}.")
    else:
        yield heading(
            f"In the book {counted(len(changes.added), 'row')} would be added, "
            f"{len(changes.changed)} changed, {len(changes.gone)} taken away{same}."
        )
    yield Text()
    yield from _added(changes.added, most, has_files=len(changes.sent) > 1)
    yield from _changed(changes.changed, most)
    yield from _gone(changes.gone, most)
    for kept in changes.kept:
        rows = counted(len(kept.rows), "row")
        yield Text(f"{rows} of earlier imports stay: {kept.because}.", style=DOUBTFUL)
    if changes.doubts:
        yield Text("The book itself says otherwise:", style=DOUBTFUL)
        yield from doubts_shown(changes.doubts, most)


def _added(
    added: Sequence[Added], most: int | None, *, has_files: bool
) -> Iterator[RenderableType]:
    """The new rows by sheet, each with the cell from which it came."""
    if not added:
        return
    sheets = Counter(each.row.sheet for each in added)
    for sheet, number in sorted(sheets.items()):
        its = [each for each in added if each.row.sheet == sheet]
        columns = list(dict.fromkeys(c for each in its for c in each.row.values))
        yield heading(f"{sheet}: {counted(number, 'new row')}")
        made = table(*columns, "came from")
        for each in its[:most]:
            words = (Text(shown(each.row.values.get(column))) for column in columns)
            made.add_row(*words, Text(_origin(each, has_files=has_files)))
        yield indented(made)
        yield from and_more(len(its) - len(its[:most]))
        yield Text()


def _origin(each: Added, *, has_files: bool) -> str:
    """The sender's cell; with its file only where there are several."""
    place = each.row.places[0]
    return str(place) if has_files else f"{place.sheet}!{place.cell}"


def _changed(changed: Sequence[Changed], most: int | None) -> Iterator[RenderableType]:
    if not changed:
        return
    yield heading(f"Changed: {counted(len(changed), 'row')}")
    made = table("cell of the book", "column", "now", "then", "came from")
    made.columns[0].no_wrap = True
    for each in changed[:most]:
        for column, (now, then) in each.cells.items():
            place = each.old.place(column)
            words = (str(place), column, now, shown(then), each.imported)
            made.add_row(*map(Text, words))
    yield indented(made)
    yield from and_more(len(changed) - len(changed[:most]))
    yield Text()


def _gone(gone: Sequence[Gone], most: int | None) -> Iterator[RenderableType]:
    if not gone:
        return
    yield heading(f"Taken away: {counted(len(gone), 'row')} that the file has no more")
    made = table("cell of the book", "what stands there", "came from")
    made.columns[0].no_wrap = True
    for each in gone[:most]:
        made.add_row(*map(Text, (str(each.place), each.words, each.source)))
    yield indented(made)
    yield from and_more(len(gone) - len(gone[:most]))
    yield Text()
