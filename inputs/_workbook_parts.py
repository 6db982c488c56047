"""The parts of a workbook: where its sheets stand, its texts and its styles."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from inputs._number_formats import EPOCH, EPOCH_OF_1904, NumberFormat, number_formats
from inputs._shared_texts import shared_texts
from inputs._xml import elements, local

_ON = frozenset({"1", "true", "t"})


@dataclass(frozen=True)
class WorkbookParts:
    """One workbook, taken apart."""

    archive: zipfile.ZipFile

    def sheets(self) -> Iterator[tuple[str, bytes]]:
        """The title and the content of every sheet of cells, in order."""
        names = frozenset(self.archive.namelist())
        for name, held in self._workbook:
            if name == "sheet":
                link = next((v for k, v in held.items() if local(k) == "id"), "")
                if not link:
                    continue
                kind, part = self._links[link]
                if part in names and not kind.endswith("chartsheet"):
                    yield held["name"], self.archive.read(part)

    @cached_property
    def epoch(self) -> datetime:
        """The day from which its dates count."""
        held = next((h for name, h in self._workbook if name == "workbookPr"), {})
        return EPOCH_OF_1904 if held.get("date1904") in _ON else EPOCH

    @cached_property
    def texts(self) -> list[str]:
        """The texts that its cells share."""
        part = self._part("sharedStrings")
        return shared_texts(self.archive.read(part)) if part else []

    @cached_property
    def formats(self) -> list[NumberFormat]:
        """How numbers are shown, by number of style."""
        part = self._part("styles")
        return (number_formats(self.archive.read(part)) if part else []) or [
            NumberFormat()
        ]

    @cached_property
    def _name(self) -> str:
        """The part that lists the sheets."""
        found = _links(self.archive, "")
        return next(part for kind, part in found.values() if "officeDocument" in kind)

    @cached_property
    def _workbook(self) -> list[tuple[str, dict[str, str]]]:
        return list(elements(self.archive.read(self._name)))

    @cached_property
    def _links(self) -> dict[str, tuple[str, str]]:
        return _links(self.archive, self._name)

    def _part(self, kind: str) -> str:
        """The part of such a kind that the workbook refers to, or nothing."""
        names = frozenset(self.archive.namelist())
        found = (part for k, part in self._links.values() if k == kind)
        return next((part for part in found if part in names), "")


def _links(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The kind and the name of each part that a part refers to, by the link's id."""
    folder, name = posixpath.split(part)
    content = archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for element, held in elements(content):
        if element == "Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, held["Target"]))
            kind = held.get("Type", "").rpartition("/")[2]
            found[held.get("Id", "")] = kind, target.lstrip("/")
    return found
