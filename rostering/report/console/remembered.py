"""What a book's ledger is remembered for, in a few lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from rostering.report.console.screen import counted

if TYPE_CHECKING:
    from rostering.memory import Remembered


def remembered_shown(remembered: "Remembered | None") -> Iterator[RenderableType]:
    """How many duties are remembered, of which versions and files; or nothing."""
    if remembered is None:
        return
    if remembered.is_empty:
        yield Text("Remembered: nothing; its ledger has nothing of the weeks before.")
        return
    names = {version.number: version.name for version in remembered.record.versions}
    parts = [
        f"{counted(duties, 'duty')} of {names[number]}"
        for number, duties in remembered.versions.items()
    ]
    if remembered.corrected:
        files = dict.fromkeys(str(n.facts["file"]) for n in remembered.record.notes)
        told = counted(remembered.corrected, "duty")
        parts.append(f"{told} as corrected by {', '.join(files)}")
    if remembered.on_leave:
        taken = counted(remembered.on_leave, "duty")
        parts.append(f"without {taken} that leave took since")
    yield Text(f"Remembered: {'; '.join(parts)}.")


def remembered_document(remembered: "Remembered | None") -> dict[str, object]:
    """The same for other programs."""
    if remembered is None:
        return {}
    versions = {str(number): count for number, count in remembered.versions.items()}
    return {
        "remembered": {
            "duties": versions,
            "worked": remembered.corrected,
            "on_leave": remembered.on_leave,
        }
    }
