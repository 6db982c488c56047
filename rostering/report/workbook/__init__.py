"""A rota as rota.xlsx: by car to be edited, by person, its gaps, hours and audit."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from rostering.report.built import BuiltRota
from rostering.report.document import about
from rostering.report.workbook.cars import add_cars
from rostering.report.workbook.choices import Choices
from rostering.report.workbook.hours import add_hours
from rostering.report.workbook.kept import add_about, add_built
from rostering.report.workbook.lists import add_audit, add_gaps, add_shares, add_unmet
from rostering.report.workbook.notes import add_notes
from rostering.report.workbook.people import add_people
from rostering.report.workbook.printing import days_in_words
from rostering.saved.sheets import ABOUT, BUILT, CARS, PEOPLE

__all__ = ["to_workbook"]

_PROPERTIES = "docProps/core.xml"
_MOMENT = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


def to_workbook(built: BuiltRota, folder: Path = Path()) -> bytes:
    """The content of rota.xlsx, kept in the folder: the same for the same rota."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = f"Rota, {days_in_words(built.rota.problem.period)}"
    book.properties.creator = "rota"
    add_cars(book.create_sheet(CARS), built, Choices(built))
    add_people(book.create_sheet(PEOPLE, 1), built)
    add_gaps(book.create_sheet("Gaps"), built)
    if not built.view:
        add_hours(book.create_sheet("Hours"), built)
    add_shares(book.create_sheet("Fairness"), built)
    if not built.view:
        add_audit(book.create_sheet("Audit"), built)
        add_unmet(book.create_sheet("Not met"), built)
    add_notes(book.create_sheet("Notes"), built)
    add_built(book.create_sheet(BUILT), built)
    add_about(book.create_sheet(ABOUT), about(built, folder))
    written = BytesIO()
    book.save(written)
    first = f"{built.rota.problem.period.first.isoformat()}T00:00:00Z"
    return _steady(written, first.encode())


def _steady(written: BytesIO, moment: bytes) -> bytes:
    """The same workbook without the time at which it was written."""
    steady = BytesIO()
    with zipfile.ZipFile(steady, "w") as archive:
        for name, content in _members(written):
            if name == _PROPERTIES:
                content = re.sub(_MOMENT, moment, content)  # noqa: PLW2901
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return steady.getvalue()


def _members(written: BytesIO) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(written) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)
