"""Formulas that were never counted: a blank in their place would be a lie."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from defusedxml import ElementTree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FORMULA = re.compile(rb"<f[ />]")
_SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def uncounted_formulas(content: bytes) -> dict[str, dict[str, str]]:
    """Formulas without a result: by sheet, by address."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = _parts_with_formulas(archive)
        if not parts:
            return {}
        return {
            title: dict(_uncounted(archive, part))
            for title, part in _titles(archive)
            if part in parts
        }


def _parts_with_formulas(archive: zipfile.ZipFile) -> set[str]:
    return {
        name
        for name in archive.namelist()
        if name.startswith("xl/worksheets/") and _FORMULA.search(archive.read(name))
    }


def _titles(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's title and the part of the file that holds it."""
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {
        link.get("Id"): link.get("Target", "")
        for link in links.iter(f"{_LINKS}Relationship")
    }
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    for sheet in book.iter(f"{_SHEETS}sheet"):
        target = targets.get(sheet.get(_LINK_ID), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        yield sheet.get("name", ""), part


def _uncounted(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    with archive.open(part) as source:
        for _, element in ElementTree.iterparse(source):
            if element.tag == f"{_SHEETS}c" and _is_uncounted(element):
                formula = element.findtext(f"{_SHEETS}f") or ""
                yield element.get("r", ""), f"={formula}"
            elif element.tag == f"{_SHEETS}row":
                element.clear()


def _is_uncounted(cell: "Element") -> bool:
    """Tell a formula without a result from one whose result is an empty text."""
    has_formula = cell.find(f"{_SHEETS}f") is not None
    return has_formula and cell.get("t") != "str" and not cell.findtext(f"{_SHEETS}v")
