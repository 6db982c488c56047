"""Opening a book: its problem and its rules, or every fault in both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.exits import bad_input, put_right

if TYPE_CHECKING:
    from constraints import Rule
    from rostering.domain import Fault, Problem


@dataclass(frozen=True)
class OpenedBook:
    """A book that was read and understood."""

    path: Path
    problem: "Problem"
    rules: "tuple[Rule, ...]"
    warnings: "tuple[Fault, ...]"
    files: Mapping[str, str]


def open_book(
    path: Path,
    *,
    first: date | None = None,
    weeks: int | None = None,
    as_json: bool = False,
) -> OpenedBook:
    """Read the book and its rule settings; end with all faults if there are any."""
    from inputs import BadInputs, in_order, read
    from rostering.domain import Severity
    from rostering.rulebook import remembering, rulebook, setting_faults

    try:
        reading = read(path, first=first, weeks=weeks)
    except BadInputs as bad:
        doubts = setting_faults(bad.settings)
        found = sorted((*bad.faults, *doubts), key=lambda fault: in_order(fault.place))
        bad_input(found, as_json=as_json, advice=_advice(path, found))
    rules, doubts = rulebook(reading.problem)
    faults = (*reading.warnings, *doubts)
    if any(fault.severity is Severity.ERROR for fault in faults):
        bad_input(faults, as_json=as_json, advice=_advice(path, faults))
    problem = remembering(reading.problem, rules)
    return OpenedBook(path, problem, rules, faults, reading.files)


def _advice(path: Path, faults: "Sequence[Fault]") -> str:
    if not path.exists():
        return "Give the path of your book; `rota new FOLDER` writes an empty one."
    return f"{put_right(faults)}, then see that `rota check {path}` finds no more."
