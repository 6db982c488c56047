"""The XML of workbooks as a stream, whatever a hostile file may hold."""

from collections.abc import Callable, Iterator
from xml.parsers import expat

Attributes = dict[str, str]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
GAP = " "
"""Stands between an element's namespace and its name."""


class Forbidden(ValueError):
    """The XML declares what no spreadsheet declares."""


def main(name: str) -> str:
    """The full name of an element of spreadsheets."""
    return f"{MAIN}{GAP}{name}"


def follow(
    content: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Tell of every element as it begins and ends, by its full name, and of all text.

    Raises:
        Forbidden: It declares a document type, as all that blows up in memory does.
        xml.parsers.expat.ExpatError: It is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=GAP)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = forbid
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(content, True)


def elements(content: bytes) -> Iterator[tuple[str, Attributes]]:
    """Every element with its attributes, by its name alone, as they begin."""
    found: list[tuple[str, Attributes]] = []
    follow(content, lambda name, held: found.append((local(name), held)))
    return iter(found)


def local(name: str) -> str:
    """The name of an element without its namespace."""
    return name.rpartition(GAP)[2]


def forbid(name: str, *_: object) -> None:
    """Refuse a document type.

    Raises:
        Forbidden: Always.
    """
    raise Forbidden(name)
