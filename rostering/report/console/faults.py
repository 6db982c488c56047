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
    made = table("file", "sheet", "cell", "found", "wanted", "did you mean")
    for column in made.columns[:3]:
        column.no_wrap = True
    for column in made.columns[3:]:
        column.overflow = "fold"
    for fault in faults:
        place = fault.place
        cell = place.cell if place.sheet else ""
        texts = (place.file, place.sheet, cell, fault.found or "nothing", fault.wanted)
        made.add_row(*map(Text, (*texts, fault.likely)))
    return made


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
