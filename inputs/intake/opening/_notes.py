"""The comments on the cells of a sheet, old notes and new conversations alike."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from inputs.intake.opening._strings import unescaped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from inputs.intake.office.package import Package


def notes_of(package: "Package", sheet_part: str) -> Mapping[str, str]:
    """What is written beside cells, by their address."""
    notes: dict[str, str] = {}
    # A conversation is kept twice: its copy among the notes is for older programs.
    for kind, read in (("comments", _notes), ("threadedComment", _conversations)):
        for relation in package.relations(sheet_part):
            if relation.kind == kind and relation.target in package.parts:
                notes |= read(package.tree(relation.target))
    return notes


def _notes(root: "Element") -> dict[str, str]:
    authors = [element.text or "" for element in root.iterfind("{*}authors/{*}author")]
    return {
        comment.get("ref", ""): _without_author(_text(comment), authors)
        for comment in root.iterfind("{*}commentList/{*}comment")
    }


def _text(comment: "Element") -> str:
    return unescaped("".join(_pieces(comment))).strip()


def _pieces(comment: "Element") -> Iterator[str]:
    for path in ("{*}text/{*}t", "{*}text/{*}r/{*}t"):
        for element in comment.iterfind(path):
            yield element.text or ""


def _without_author(text: str, authors: list[str]) -> str:
    """The comment without the name that Excel puts above it."""
    first, colon, rest = text.partition(":")
    return rest.strip() if colon and first.strip() in authors else text


def _conversations(root: "Element") -> dict[str, str]:
    said: defaultdict[str, list[str]] = defaultdict(list)
    for comment in root.iterfind("{*}threadedComment"):
        text = comment.findtext("{*}text") or ""
        said[comment.get("ref", "")].append(text.strip())
    return {cell: "\n".join(texts) for cell, texts in said.items()}
