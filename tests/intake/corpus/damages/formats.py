"""Sheets saved as something else."""

from datetime import datetime

from tests.intake.corpus.clean import Sheet
from tests.intake.corpus.damages.registry import Stage, damage
from tests.intake.corpus.drawing import Ink

_TEXTS = ("csv", "utf-8", ","), ("csv", "cp1252", ";"), ("tsv", "utf-16", "\t")


@damage("as plain text", Stage.FORMAT)
def _plain(sheet: Sheet) -> None:
    ending, sheet.drawing.encoding, sheet.drawing.delimiter = sheet.random.choice(
        _TEXTS
    )
    _rename(sheet, ending)


@damage("as an old workbook", Stage.FORMAT)
def _old(sheet: Sheet) -> None:
    _rename(sheet, "xls")


@damage("as an open document", Stage.FORMAT)
def _open(sheet: Sheet) -> None:
    _rename(sheet, "ods")


def _rename(sheet: Sheet, ending: str) -> None:
    """Save the sheet as something else, unless that would lose what it says."""
    inks = [ink for line in sheet.page.lines for ink in line.inks if ink is not None]
    is_text = ending in ("csv", "tsv")
    if any(ink.across > 1 or _is_fraction(ink) for ink in inks) and is_text:
        return
    if not any(type(ink.value) is datetime for ink in inks):
        stem = sheet.drawing.file.rsplit(".", 1)[0]
        sheet.drawing.file = f"{stem}.{ending}"


def _is_fraction(ink: Ink) -> bool:
    """Whether it is a time of day as a part of one."""
    return isinstance(ink.value, float) and ink.value < 1
