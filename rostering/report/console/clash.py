"""Clashes as tables of their members, and what to change in the book."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Place
from rostering.explain.clash.words import FEW, Kind
from rostering.explain.words import listed
from rostering.report.console.screen import (
    FAINT,
    OPEN,
    heading,
    indented,
    table,
)

if TYPE_CHECKING:
    from rostering.explain.clash import Clash
    from rostering.explain.clash.edits import Edit
    from rostering.explain.clash.repairs import Repair
    from rostering.explain.clash.words import Member


def clashes_shown(
    found: "Sequence[Clash]", repairs: "Sequence[Repair]"
) -> Iterator[RenderableType]:
    """Every clash, then the repairs that end all of them."""
    for number, clash in enumerate(found, 1):
        which = f"Clash {number} of {len(found)}: these" if len(found) > 1 else "These"
        yield Text(f"{which} cannot all hold, and any one fewer could", style=OPEN)
        yield indented(member_table(clash.members))
        yield Text()
    if repairs:
        yield heading(_title(len(found)))
        for number, repair in enumerate(repairs, 1):
            yield indented(_edit_table(number, repair.edits))
        yield Text()


def _title(clashes: int) -> str:
    ends = _ENDS.get(clashes, f"ends all {clashes} clashes")
    return f"Each of these {ends}; a rota was found with it and audited"


_ENDS = {1: "ends the clash", 2: "ends both clashes"}


def member_table(members: "Sequence[Member]") -> Table:
    """One row for each pin, fact and rule; many facts of one kind share a row."""
    made = table("", "what", "cell")
    made.columns[0].no_wrap = True
    for alike in _alike(members):
        places = [member.place for member in alike if member.place]
        usual = "as usual" if alike[0].code else ""
        cell = Text(listed(places)) if places else Text(usual, style=FAINT)
        made.add_row(alike[0].kind.value, Text(_in_words(alike)), cell)
    return made


def _alike(members: "Sequence[Member]") -> "Iterator[list[Member]]":
    """The members one by one; facts that say the same of more than a few, together."""
    groups: dict[str, list[Member]] = {}
    for member in members:
        is_fact = member.kind is Kind.FACT
        key = member.said.partition(": ")[2] if is_fact else ""
        groups.setdefault(key or member.said, []).append(member)
    for alike in groups.values():
        yield from [alike] if len(alike) > FEW else ([member] for member in alike)


def _in_words(alike: "Sequence[Member]") -> str:
    """`Ann Lee, Bob Day, Cat Fox and 6 more: offers no time on Sat 23 Jan 2027`."""
    if len(alike) == 1:
        return alike[0].said
    names = [member.said.partition(": ")[0] for member in alike]
    what = alike[0].said.partition(": ")[2]
    return f"{', '.join(names[:FEW])} and {len(names) - FEW} more: {what}"


def _edit_table(number: int, edits: "Sequence[Edit]") -> Table:
    made = table("", "change", "so that")
    made.show_header = False
    made.columns[0].no_wrap = True
    for edit in edits:
        mark = f"{number}." if edit is edits[0] else ""
        made.add_row(mark, Text(change_in_words(edit)), Text(edit.said))
    return made


def change_in_words(edit: "Edit") -> str:
    """`clear row 4 of [joint.xlsx]Pins`, or `write wish in [joint.xlsx]Rules!C12`."""
    if edit.written:
        cells = " and ".join(map(str, edit.cells))
        return f"write {edit.written} in {cells}"
    return "clear " + " and ".join(map(_row_in_words, edit.cells))


def _row_in_words(place: Place) -> str:
    number = place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    sheet = str(place).removesuffix(f"!{place.cell}")
    return f"row {number} of {sheet}"
