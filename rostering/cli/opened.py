"""Opening a book: its problem and its rules, or every fault in both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.exits import bad_input, fail, put_right

if TYPE_CHECKING:
    from constraints import Rule
    from inputs import Reading
    from inputs.reading import Change
    from rostering.domain import Fault, Problem
    from rostering.memory import Held, Record, Remembered


@dataclass(frozen=True)
class OpenedBook:
    """A book that was read and understood."""

    path: Path
    problem: "Problem"
    rules: "tuple[Rule, ...]"
    warnings: "tuple[Fault, ...]"
    files: Mapping[str, str]
    remembered: "Remembered | None" = None
    """What its ledger tells of the time before the period; None without a ledger."""
    weights: str = ""
    """The name of the weights that were picked, if any."""

    @property
    def held(self) -> "Held | None":
        """What of its ledger counts; None without a ledger."""
        return None if self.remembered is None else self.remembered.record.held

    @property
    def planned_again(self) -> date | None:
        """The last day published, where days up to it are planned once more."""
        known = self.remembered
        days = known.record.days if known is not None else frozenset()
        last = max(days, default=None)
        return last if last and last >= self.problem.period.first else None


def open_book(
    path: Path,
    *,
    first: date | None = None,
    weeks: int | None = None,
    as_json: bool = False,
    held: "Held | None" = None,
    weights: str = "",
) -> OpenedBook:
    """Read the book and its rule settings; end with all faults if there are any.

    Args:
        path: The workbook or the folder.
        first: The first day to plan; without it the ledger or the book tells.
        weeks: How many weeks to plan; without it the book tells.
        as_json: Whether to say what is wrong as JSON.
        held: What its ledger held at an earlier time; None for all that it holds now.
        weights: The name of a preset; the book's own settings still win.
    """
    from inputs import BadInputs, in_order

    known = on_record(path, held, as_json=as_json)
    try:
        return understood(path, first=first, weeks=weeks, known=known, weights=weights)
    except BadInputs as bad:
        found = sorted(bad.faults, key=lambda fault: in_order(fault.place))
        bad_input(found, as_json=as_json, advice=_advice(path, found))


def understood(
    path: Path,
    *,
    first: date | None = None,
    weeks: int | None = None,
    known: "Record | None" = None,
    weights: str = "",
    changed: "Change | None" = None,
) -> OpenedBook:
    """Read the book and its rule settings, with what its ledger has on record.

    What is `changed` is otherwise than it stands in the book.

    Raises:
        BadInputs: There is something in either that must be put right first.
    """
    from inputs import BadInputs, read
    from rostering.domain import Severity
    from rostering.rulebook import remembering, rulebook, setting_faults

    try:
        if changed is None:
            reading = _read(path, first, weeks, known)
        else:
            reading = read(path, first=first, weeks=weeks, changed=changed)
    except BadInputs as bad:
        raise BadInputs((*bad.faults, *setting_faults(bad.settings))) from None
    weighted = _weighted(reading.problem, weights)
    rules, doubts = rulebook(weighted)
    faults = (*reading.warnings, *doubts)
    if any(fault.severity is Severity.ERROR for fault in faults):
        raise BadInputs(faults)
    problem = remembering(weighted, rules)
    opened = OpenedBook(path, problem, rules, faults, reading.files, weights=weights)
    return opened if known is None else _with_memory(opened, known)


def _weighted(problem: "Problem", weights: str) -> "Problem":
    """The problem with the settings of a preset where the book says nothing."""
    if not weights:
        return problem
    from rostering.rulebook.presets import presets

    return replace(problem, settings=presets()[weights].over(problem.settings))


def on_record(
    path: Path, held: "Held | None" = None, *, as_json: bool
) -> "Record | None":
    """What the book's ledger has on record; None without a ledger."""
    from rostering.saved.beside import ledger_path

    if not ledger_path(path).exists():
        return None
    from rostering.ledger import Ledger, Refusal
    from rostering.memory import record

    try:
        return record(Ledger.beside(path), held=held)
    except Refusal as refusal:
        fail(str(refusal), refusal.advice, as_json=as_json)


def _read(
    path: Path, first: date | None, weeks: int | None, known: "Record | None"
) -> "Reading":
    """Read the book for the days asked, or those after what is published already.

    Where it asks for nothing then, it tells itself what to plan.
    """
    from inputs import read

    after = None
    if known is not None and first is None:
        from rostering.memory import first_day_after

        after = first_day_after(known)
    if after is not None:
        reading = read(path, first=after, weeks=weeks)
        if reading.problem.shifts:
            return reading
    return read(path, first=first, weeks=weeks)


def _with_memory(opened: OpenedBook, known: "Record") -> OpenedBook:
    from rostering.memory import remember

    remembered = remember(opened.problem, known, opened.rules)
    return replace(
        opened,
        problem=remembered.problem,
        warnings=(*opened.warnings, *remembered.warnings),
        remembered=remembered,
    )


def _advice(path: Path, faults: "Sequence[Fault]") -> str:
    if not path.exists():
        return "Give the path of your book; `rota new FOLDER` writes an empty one."
    return f"{put_right(faults)}, then see that `rota check {path}` finds no more."
