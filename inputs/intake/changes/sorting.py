"""Holding every row of an import against the rows of the book."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from inputs._cells import shown
from inputs._columns import Row
from inputs.intake.changes.items import Item
from inputs.intake.changes.keys import KEYS
from inputs.intake.changes.taking import Taker, Tried, spot_of
from inputs.intake.doubts import Doubt
from inputs.intake.standing import Standing, source_of
from inputs.intake.wanted import Wanted

Rows = dict[Hashable, list[Row]]


@dataclass(frozen=True)
class Put:
    """A row to be put into the book."""

    item: Item
    row: Row
    """As it will stand there."""
    old: Row | None = None
    """The row whose place it takes; None for a new one."""


@dataclass
class Sorting:
    """The rows of an import by what is to become of them."""

    standing: Standing
    puts: list[Put] = field(default_factory=list)
    same: list[Item] = field(default_factory=list)
    doubts: list[tuple[int, Doubt]] = field(default_factory=list)
    """What cannot be taken, with the number of its file."""
    touched: set[int] = field(default_factory=set)
    """The rows of the book, by `id`, of which the import speaks."""

    def sort(self, items: Iterable[Item]) -> None:
        """Tell new, edited, known and contradictory rows apart."""
        groups: defaultdict[tuple[str, Hashable], list[Item]] = defaultdict(list)
        for item in items:
            groups[item.wanted.sheet, item.keys.of(item.row)].append(item)
        standing = {sheet: self._standing(sheet) for sheet in {s for s, _ in groups}}
        for (sheet, key), its in groups.items():
            rows = standing[sheet].get(key, [])
            for number, item in enumerate(its):
                like = [row for row in rows if not item.keys.are_apart(item.row, row)]
                own = [row for row in like if source_of(row) == item.source]
                self.touched |= set(map(id, own))
                if not self._is_settled(item, its, number):
                    self._place(item, own, like)

    def merge(self, taker: Taker) -> None:
        """Give changed rows what they have already and the import does not say."""
        changed: defaultdict[str, list[tuple[Put, Wanted]]] = defaultdict(list)
        for put in self.puts:
            if put.old is not None:
                whole = _whole(put.item.wanted, put.old)
                changed[whole.sheet].append((put, whole))
        self.puts = [put for put in self.puts if put.old is None]
        for sheet, its in changed.items():
            puts = {id(whole): put for put, whole in its}
            rows, refused = taker.take(sheet, [whole for _, whole in its])
            for row in rows:
                self.puts.append(replace(puts[id(taker.wanted(row))], row=row))
            for spot, doubt in refused.items():
                number = puts[id(taker.at(spot))].item.number
                self.doubts.append((number, doubt))

    def refuse(self, refused: Mapping[Tried, Doubt]) -> set[str]:
        """Leave out the rows that were read there, and give their sources."""
        is_out = [spot_of(put.row) in refused for put in self.puts]
        out = [put for put, is_its in zip(self.puts, is_out, strict=True) if is_its]
        self.puts = [
            p for p, is_its in zip(self.puts, is_out, strict=True) if not is_its
        ]
        self.doubts += [(put.item.number, refused[spot_of(put.row)]) for put in out]
        return {put.item.source for put in out}

    def _standing(self, sheet: str) -> Rows:
        rows: defaultdict[Hashable, list[Row]] = defaultdict(list)
        for row in self.standing.rows(sheet):
            rows[KEYS[sheet].of(row)].append(row)
        return rows

    def _is_settled(self, item: Item, items: Sequence[Item], number: int) -> bool:
        """Whether other rows of the import say the same of it already, or otherwise."""
        for index, other in enumerate(items):
            if index == number or item.keys.are_apart(item.row, other.row):
                continue
            if columns := item.differing(other.row):
                place = other.wanted.places[0]
                doubt = _against(item, columns[0], other.row, place)
                self.doubts.append((item.number, doubt))
                return True
            if index < number:
                self.same.append(item)
                return True
        return False

    def _place(self, item: Item, own: Sequence[Row], like: Sequence[Row]) -> None:
        """Sort an item by its source's own rows, and by all rows, of its thing."""
        others = [row for row in like if not any(row is each for each in own)]
        is_known = any(not item.differing(row) for row in own)
        if is_known or any(not item.differing(row, is_own=False) for row in others):
            self.same.append(item)
        elif own:
            self.puts.append(Put(item, item.row, own[0]))
        elif others:
            column = item.differing(others[0], is_own=False)[0]
            place = others[0].place(column)
            self.doubts.append((item.number, _against(item, column, others[0], place)))
        else:
            self.puts.append(Put(item, item.row))


def _whole(wanted: Wanted, old: Row) -> Wanted:
    """The row with what an older one has and it does not say."""
    stands = {name: old.line.value(at) for name, at in old.positions.items()}
    return replace(wanted, values={**stands, **wanted.values})


def _against(item: Item, column: str, other: Row, place: object) -> Doubt:
    """The doubt that another row leaves, which says something else of one thing."""
    said = shown(item.wanted.values[column]) or "nothing"
    wanted = f"{column} {other.shown(column) or 'nothing'}, as {place} says"
    return Doubt(item.wanted.places[0], f"{column} {said}", f"{wanted}; correct one")
