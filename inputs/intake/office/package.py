"""An Office file as the parts it is packed from, and how they refer to each other."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from defusedxml import ElementTree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """One part's reference to another, or to something outside the file."""

    id: str
    kind: str
    """The last word of its type: worksheet, comments, vmlDrawing."""
    target: str
    """The name of the part; as it is written for something outside."""
    is_outside: bool = False


@dataclass
class Package:
    """The parts of a file by name, in the order in which they are packed."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, content: bytes) -> "Package":
        """Unpack a file.

        Raises:
            zipfile.BadZipFile: It cannot be unpacked.
        """
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            return cls({name.lstrip("/"): archive.read(name) for name in names})

    def packed(self) -> bytes:
        """The parts as one file: the same for the same parts."""
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return packed.getvalue()

    def relations(self, part: str = "") -> tuple[Relation, ...]:
        """What the part refers to; without a part, what the file begins with."""
        content = self.parts.get(relations_of(part))
        return () if content is None else tuple(_relations(part, content))

    def target(self, part: str, *kinds: str) -> str:
        """The first part of one of these kinds that the part refers to, or nothing."""
        for relation in self.relations(part):
            if relation.kind in kinds and relation.target in self.parts:
                return relation.target
        return ""

    def tree(self, part: str) -> "Element":
        """The part as a tree of elements."""
        return ElementTree.fromstring(self.parts[part])

    def content_type(self, part: str) -> str:
        """What the part is said to be; empty where nothing names it."""
        for entry in self.tree(CONTENT_TYPES).iterfind("{*}Override"):
            if entry.get("PartName", "").lstrip("/") == part:
                return entry.get("ContentType", "")
        return ""


def relations_of(part: str) -> str:
    """The name of the part that holds another part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(part: str, content: bytes) -> Iterator[Relation]:
    folder = posixpath.dirname(part)
    for element in ElementTree.fromstring(content).iterfind("{*}Relationship"):
        is_outside = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        yield Relation(element.get("Id", ""), kind, target, is_outside)
