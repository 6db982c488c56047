"""Writing a built rota to its folder: rota.csv, rota.json, rota.xlsx and rota.html."""

from dataclasses import dataclass
from pathlib import Path

from rostering.report.built import BuiltRota
from rostering.report.document import to_json
from rostering.report.files import NAMES, write_together
from rostering.report.page import to_page
from rostering.report.workbook import to_workbook
from rostering.saved.comma import to_csv


@dataclass(frozen=True, slots=True)
class Written:
    """Where a rota was written, and where the one before it is kept."""

    files: tuple[Path, ...]
    kept: Path | None


def write_rota(built: BuiltRota, folder: Path) -> Written:
    """Write all files of the rota, or none.

    Raises:
        OSError: They cannot be written.
    """
    contents = (
        to_csv(built.lines),
        to_json(built, folder),
        to_workbook(built, folder),
        to_page(built),
    )
    kept = write_together(folder, dict(zip(NAMES, contents, strict=True)))
    return Written(tuple(folder / name for name in NAMES), kept)
