"""From entries to rows of the book: one module for each kind of import."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt, Passed, Topic
from inputs.intake.entries import Block, Entry, Shape
from inputs.intake.fields import Field
from inputs.intake.kinds._clashes import without_clashes
from inputs.intake.kinds._doubles import without_doubles
from inputs.intake.kinds._hour_runs import joined_hours
from inputs.intake.kinds._hour_squares import read_hour
from inputs.intake.kinds._notes import heeded
from inputs.intake.kinds._runs import joined
from inputs.intake.kinds._who import is_vacant
from inputs.intake.kinds.availability import read_offer
from inputs.intake.kinds.desk import Desk, Outcome, Page
from inputs.intake.kinds.duties import read_duty
from inputs.intake.kinds.leave import read_leave
from inputs.intake.kinds.people import read_person
from inputs.intake.kinds.requests import read_request
from inputs.intake.kinds.teams import is_of_base_rota, read_base_rota
from inputs.intake.kinds.training import read_training
from inputs.intake.wanted import ImportKind, Wanted
from rostering.domain import Place

__all__ = ["Desk", "Outcome", "is_blank_square", "outcomes_of", "passed_of", "rows_of"]

_READERS: Mapping[ImportKind, Callable[[Page, Entry], Outcome]] = {
    ImportKind.PEOPLE: read_person,
    ImportKind.LEAVE: read_leave,
    ImportKind.AVAILABILITY: read_offer,
    ImportKind.TRAINING: read_training,
    ImportKind.DUTIES: read_duty,
    ImportKind.REQUESTS: read_request,
}
_OF_DAYS = frozenset(
    {ImportKind.LEAVE, ImportKind.DUTIES, ImportKind.AVAILABILITY, ImportKind.REQUESTS}
)
_DATED = frozenset({Field.DATE, Field.FIRST})
_OF_A_SQUARE = frozenset({Field.CODE, Field.FIRST, Field.EXPIRES, Field.STATUS})
"""What stands in a grid's own cells, not beside or above them."""
_GRIDS = frozenset({Shape.MONTH_GRID, Shape.WEEK_GRID})


def outcomes_of(desk: Desk, blocks: Iterable[Block]) -> tuple[Outcome, ...]:
    """What becomes of every entry of the blocks, read for the desk's kind."""
    kept = list(blocks)
    base = [b for b in kept if desk.kind is ImportKind.DUTIES and is_of_base_rota(b)]
    others = [block for block in kept if block not in base]
    found = [outcome for block in others for outcome in _of_block(desk, block)]
    found += read_base_rota(desk, base)
    if desk.kind is ImportKind.PEOPLE:
        return without_doubles(found)
    return without_clashes(found)


def rows_of(outcomes: Iterable[Outcome]) -> tuple[Wanted, ...]:
    """The rows of all outcomes; days of leave and hours that touch in one each."""
    single: list[Wanted] = []
    hours: list[Wanted] = []
    rows: list[Wanted] = []
    for outcome in outcomes:
        is_of_a_day = Field.FIRST not in outcome.entry.cells
        is_of_an_hour = Field.START in outcome.entry.words
        kept = hours if is_of_an_hour else single if is_of_a_day else rows
        kept.extend(outcome.rows)
    return (*rows, *joined(single), *joined_hours(hours))


def _of_block(desk: Desk, block: Block) -> Iterable[Outcome]:
    page = Page(desk, block)
    if not _may_tell(desk.kind, page):
        because = f"this {block.shape} tells nothing of {desk.kind}"
        return [
            # It may tell of it once its columns are known for what they are.
            Outcome(entry, doubts=entry.doubts)
            if entry.doubts
            else Outcome(entry, passed=because)
            for entry in _telling(block, None)
        ]
    entries = _telling(block, desk.said(Topic.BLANK))
    return [_outcome(page, entry) for entry in entries]


def _outcome(page: Page, entry: Entry) -> Outcome:
    if is_vacant(entry):
        return Outcome(entry, passed="nobody is named")
    if entry.doubts:
        return Outcome(entry, doubts=entry.doubts)
    is_hour = page.block.shape is Shape.HOUR_GRID
    read = read_hour if is_hour else _READERS[page.desk.kind]
    outcome = read(page, entry)
    if outcome == Outcome(entry):
        lacks = "a row that says more; what it is of cannot be told"
        return Outcome(entry, doubts=(Doubt(entry.anchor.place, "", lacks),))
    return heeded(page, entry, outcome) if page.desk.kind in _OF_DAYS else outcome


def is_blank_square(entry: Entry) -> bool:
    """Whether it is a cell of a grid in which nothing stands."""
    return entry.anchor.is_blank and entry.cells.get(Field.CODE) is entry.anchor


def _telling(block: Block, blank: str | None) -> Iterator[Entry]:
    """The block's entries; blank squares only where somebody said what they mean."""
    for entry in block.entries:
        if not is_blank_square(entry):
            yield entry
        elif blank is not None:
            cell = replace(entry.anchor, value=blank)
            yield replace(entry, cells={**entry.cells, Field.CODE: cell}, anchor=cell)


def _may_tell(kind: ImportKind, page: Page) -> bool:
    """Whether a block of such a shape, with such columns, can tell of the kind."""
    shape, fields = page.block.shape, page.headings
    if shape is not Shape.LIST:
        return shape in _SHAPES[kind]
    match kind:
        case ImportKind.PEOPLE:
            return Field.DATE not in fields and Field.KIND not in fields
        case ImportKind.TRAINING:
            return Field.SKILL in fields
        case _:
            return bool(fields & _DATED)


_SHAPES: Mapping[ImportKind, frozenset[Shape]] = {
    ImportKind.PEOPLE: frozenset(),
    ImportKind.LEAVE: _GRIDS,
    ImportKind.AVAILABILITY: _GRIDS | {Shape.HOUR_GRID},
    ImportKind.TRAINING: frozenset({Shape.SKILL_MATRIX}),
    ImportKind.DUTIES: _GRIDS | {Shape.TEAM_GRID},
    ImportKind.REQUESTS: _GRIDS,
}


def passed_of(outcomes: Iterable[Outcome]) -> tuple[Passed, ...]:
    """The cells of the entries that were passed over, with the reason.

    Of a grid only the entry's own cell: the name beside it may be used for others.
    """
    found = dict[Place, Passed]()
    for outcome in outcomes:
        if outcome.passed:
            entry = outcome.entry
            told = [cell for cell in entry.cells.values() if cell.value is not None]
            if entry.day or entry.words:
                told = [*_own(entry)]
            for cell in (*told, entry.anchor):
                passed = Passed(cell.place, cell.text, outcome.passed)
                found.setdefault(cell.place, passed)
    return tuple(found.values())


def _own(entry: Entry) -> Iterator[Cell]:
    """The cells of a grid's entry that tell of nothing else than it."""
    for name, cell in entry.cells.items():
        is_here = cell.place == entry.anchor.place or name in _OF_A_SQUARE
        if is_here and cell.value is not None:
            yield cell
