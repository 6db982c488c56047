"""Reading three rotas, merging them, asking what is open and writing the result."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from rostering.cli.exits import Exit, bad_input, fail, say_json
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.saved import book_of_saved, days_of, read_saved
from rostering.cli.writing import cannot_write, names_of, write_as_it_stands
from rostering.merging.side import Side

if TYPE_CHECKING:
    from rostering.domain import Fault, Rota
    from rostering.merging.merge import Merge
    from rostering.merging.nearest import Mended
    from rostering.report.writing import Written
    from rostering.saved.lines import RotaLine
    from rostering.saved.reading import SavedRota

CLASHES = "clashes.csv"
WEEK = 7


@dataclass(frozen=True)
class Order:
    """One merge, as the command line asks for it."""

    base: Path
    mine: Path
    theirs: Path
    out: Path
    book: Path | None = None
    take: Side | None = None
    answers: Path | None = None
    is_repaired: bool = False
    as_json: bool = False


@dataclass(frozen=True)
class _Ended:
    """A merge, and what was done about it."""

    merge: "Merge"
    rota: "Rota"
    mended: "Mended | None"
    faults: "tuple[Fault, ...]"
    written: "Written | None" = None


def merge_rotas(order: Order) -> Exit:
    """Do all that the order says."""
    opened, merge, faults = _read(order)
    merge = _asked(merge, order)
    if merge.clashes:
        _leave_open(merge, faults, order)
        return Exit.FAILED
    found = _mended(merge) if merge.audit.hard else None
    is_taken = order.is_repaired and found is not None
    rota = found.rota if is_taken and found is not None else merge.rota
    written = write_as_it_stands(rota, opened, order.out, as_json=order.as_json)
    ended = _Ended(merge, rota, found, faults, written)
    _tell(ended, opened, order)
    return Exit.FAILED if merge.audit.hard and not is_taken else Exit.DONE


def _read(order: Order) -> "tuple[OpenedBook, Merge, tuple[Fault, ...]]":
    from rostering.merging.merge import Merge

    paths = (order.base, order.mine, order.theirs)
    saved = [read_saved(path, as_json=order.as_json) for path in paths]
    opened = _opened(saved, order)
    base, mine, theirs, faults = _rotas(opened, saved, order)
    chosen = _answers(order)
    merge = Merge(base, mine, theirs, opened.rules, chosen, order.take)
    return opened, merge, faults


def _opened(saved: "list[SavedRota]", order: Order) -> OpenedBook:
    """The book as it is now, for all days of the three."""
    where = order.book or book_of_saved(saved[-1], as_json=order.as_json)
    days = [days_of(each) for each in saved]
    firsts = [each.first for each in days if each.first is not None]
    lasts = [each.last for each in days if each.last is not None]
    if not firsts or not lasts:
        said = "None of the three rotas has a line."
        fail(said, "Name rotas of some days.", as_json=order.as_json)
    weeks = (max(lasts) - min(firsts)).days // WEEK + 1
    return open_book(where, first=min(firsts), weeks=weeks, as_json=order.as_json)


def _rotas(
    opened: OpenedBook, saved: "list[SavedRota]", order: Order
) -> "tuple[Rota, Rota, Rota, tuple[Fault, ...]]":
    """The three, as the book knows them; end with what only a side says wrongly.

    What the book has no more since the base was made is no change of either side.
    """
    from rostering.domain import Rota, Severity
    from rostering.saved.rebuild import fills_known, rebuilt

    problem = opened.problem
    base, *sides = (Rota(problem, fills_known(problem, each.lines)) for each in saved)
    found = [rebuilt(problem, _new_in(side, saved[0]))[1] for side in saved[1:]]
    faults = [f for each in found for f in each if f.severity is Severity.ERROR]
    if faults:
        bad_input(faults, as_json=order.as_json)
    warnings = tuple(fault for side in saved[1:] for fault in side.faults)
    return base, sides[0], sides[1], warnings


def _new_in(side: "SavedRota", base: "SavedRota") -> "SavedRota":
    """Only the lines of a side that the base has not."""
    known = set(map(_said, base.lines))
    pairs = zip(side.lines, side.records, strict=True)
    own = [(line, record) for line, record in pairs if _said(line) not in known]
    lines = tuple(line for line, _ in own)
    return replace(side, lines=lines, records=tuple(record for _, record in own))


def _said(line: "RotaLine") -> tuple[object, ...]:
    return line.day, line.unit, line.turn, line.post, line.person


def _answers(order: Order) -> Mapping[str, Side]:
    from inputs import BadInputs
    from rostering.saved.answers import read_answers

    if order.answers is None:
        return {}
    try:
        said = read_answers(order.answers, tuple(Side))
    except BadInputs as bad:
        bad_input(bad.faults, as_json=order.as_json)
    return {key: Side(word) for key, word in said.items()}


def _asked(merge: "Merge", order: Order) -> "Merge":
    """The merge once somebody who is there was asked about every open clash."""
    from rostering.report.console import screen
    from rostering.report.console.merged import clash_shown
    from rostering.report.merged import told_clashes

    if order.as_json or not sys.stdin.isatty():
        return merge
    console, left = screen(), set[str]()
    while new := [t for t in told_clashes(merge) if t.clash.key not in left]:
        told = new[0]
        for part in clash_shown(told):
            console.print(part)
        side = _choice()
        if side is None:
            left.add(told.clash.key)
        else:
            merge = replace(merge, chosen={**merge.chosen, told.clash.key: side})
    return merge


def _choice() -> Side | None:
    words = {**{side.value: side for side in Side}, "m": Side.MINE, "t": Side.THEIRS}
    said = typer.prompt("Take mine or theirs (nothing leaves it open)", default="")
    return words.get(str(said).strip().lower())


def _leave_open(merge: "Merge", faults: "Iterable[Fault]", order: Order) -> None:
    """Tell of the open clashes, and write the file in which they can be answered."""
    from rostering.report.console import screen
    from rostering.report.console.faults import fault_document
    from rostering.report.console.merged import clashes_shown, merge_shown
    from rostering.report.files import make_ready, write_whole
    from rostering.report.merged import clashes_csv, told_clashes

    path = order.out / CLASHES
    try:
        make_ready(order.out)
        write_whole(path, clashes_csv(merge))
    except OSError as refusal:
        cannot_write(order.out, refusal, as_json=order.as_json)
    if order.as_json:
        documents = [dict(told.texts) for told in told_clashes(merge)]
        warned = [fault_document(fault) for fault in faults]
        say_json({"clashes": documents, "answers": str(path), "faults": warned})
        return
    console = screen()
    for part in (*merge_shown(merge), *clashes_shown(merge)):
        console.print(part)
    console.print("No rota was written. Write mine or theirs under take in the file")
    console.print(f"{path}, then the same command with --answers {path}")


def _mended(merge: "Merge") -> "Mended | None":
    from rostering.merging.edits import edits
    from rostering.merging.nearest import mended

    kept = {
        fill
        for edit in edits(merge.base.fills, merge.rota.fills)
        for fill in edit.spot.fills(edit.left | edit.joined)
    }
    return mended(merge.rota, merge.rules, kept=kept)


def _tell(ended: _Ended, opened: OpenedBook, order: Order) -> None:
    from rostering.report.console import screen
    from rostering.report.console.breaches import audit_shown
    from rostering.report.console.faults import faults_shown
    from rostering.report.console.merged import merge_shown, repair_offered
    from rostering.report.console.summary import written_shown
    from rostering.report.document import audit_document

    merge = ended.merge
    if order.as_json:
        found = audit_document(merge.audit, opened.problem)
        say_json({"clashes": [], "audit": found, "written": names_of(ended.written)})
        return
    is_broken = bool(merge.audit.hard) and ended.rota is merge.rota
    console = screen()
    for part in (
        *faults_shown(ended.faults),
        *merge_shown(merge),
        "",
        *audit_shown(merge.audit, opened.problem, opened.rules),
        *repair_offered(merge.rota, ended.mended, is_taken=order.is_repaired),
        *written_shown(ended.written, to_publish=not is_broken),
    ):
        console.print(part)
