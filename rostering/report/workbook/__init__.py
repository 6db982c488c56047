"""A built rota as rota.xlsx: by car, by person, its gaps, its audit."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook

from rostering.report.built import BuiltRota
from rostering.report.workbook.cars import add_cars
from rostering.report.workbook.lists import add_audit, add_gaps, add_shares, add_unmet
from rostering.report.workbook.people import add_people

__all__ = ["to_workbook"]

_PROPERTIES = "docProps/core.xml"
_MOMENT = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


def to_workbook(built: BuiltRota) -> bytes:
    """The content of rota.xlsx: the same for the same rota."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_cars(book.create_sheet("Rota"), built)
    add_people(book.create_sheet("By person"), built)
    add_shares(book.create_sheet("Shares"), built)
    add_gaps(book.create_sheet("Gaps"), built)
    add_audit(book.create_sheet("Audit"), built)
    add_unmet(book.create_sheet("Not met"), built)
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
