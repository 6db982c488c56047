"""Faults as a table: where, what was found, what was wanted, what was likely meant."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Fault, Severity
from rostering.report.console.screen import DOUBTFUL, OPEN, counted, heading, table


def faults_shown(faults: Sequence[Fault]) -> Iterator[RenderableType]:
    """All faults, those that stop the work first."""
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    warnings = [fault for fault in faults if fault.severity is Severity.WARNING]
    if errors:
        yield Text(f"{counted(len(errors), 'fault')} to put right", style=OPEN)
        yield fault_table(errors)
    if warnings:
        title = f"{counted(len(warnings), 'warning')}: read, but worth a look"
        yield Text(title, style=DOUBTFUL)
        yield fault_table(warnings)


def fault_table(faults: Iterable[Fault]) -> Table:
    """One line a fault."""
    rows = [_texts(fault) for fault in faults]
    used = [n for n, _ in enumerate(_HEADS) if any(row[n] for row in rows)]
    made = table(*(_HEADS[n] for n in used))
    for n, column in zip(used, made.columns, strict=True):
        column.no_wrap = n < len(_ADDRESS)
        column.overflow = "fold"
    for row in rows:
        made.add_row(*(Text(row[n]) for n in used))
    return made


_ADDRESS = ("file", "sheet", "cell")
_HEADS = (*_ADDRESS, "found", "wanted", "did you mean")


def _texts(fault: Fault) -> tuple[str, ...]:
    place = fault.place
    cell = place.cell if place.sheet else ""
    found = fault.found or "nothing"
    return place.file, place.sheet, cell, found, fault.wanted, fault.likely


def fault_document(fault: Fault) -> dict[str, str]:
    """A fault for other programs."""
    return {
        "severity": fault.severity.value,
        "file": fault.place.file,
        "sheet": fault.place.sheet,
        "cell": fault.place.cell,
        "found": fault.found,
        "wanted": fault.wanted,
        "likely": fault.likely,
    }


def warned(faults: Sequence[Fault], command: str) -> Iterator[RenderableType]:
    """A line that says how many warnings there are and where to see them."""
    if faults:
        yield heading(f"{counted(len(faults), 'warning')} (`{command}` shows them)")
