"""A CSV file as a table: its sheet is known by the file's own name."""

import codecs
import csv
from collections.abc import Collection, Iterator
from io import StringIO
from pathlib import PurePath

from inputs._cells import Line, Table, cleaned
from inputs._faults import Faults
from inputs._safety import MOST_BYTES
from rostering.domain import Place

SEPARATORS = ",;\t"
WANTED = "a text file with commas between values (.csv)"
_TRIED = 10
"""How many lines are looked at to find out what stands between values."""


def read_csv(
    name: str, content: bytes, headers: Collection[str], faults: Faults
) -> list[Table]:
    """The file's one table; `headers` are the names that its columns may have."""
    place = Place(name, "", "")
    read = None if len(content) > MOST_BYTES else decoded(content)
    if not content or read is None:
        found = "a file that is no text" if content else "an empty file"
        faults.error(place, found, WANTED)
        return []
    text, _ = read
    try:
        lines = tuple(_lines(name, text, separator_of(text, headers)))
    except csv.Error:
        faults.error(place, "a damaged file", WANTED)
        return []
    return [Table(name, PurePath(name).stem, lines)]


def decoded(content: bytes) -> tuple[str, str] | None:
    """The text and its encoding, as spreadsheets of today and of yesterday write it."""
    is_marked = content.startswith(codecs.BOM_UTF8)
    encodings = ["utf-8-sig" if is_marked else "utf-8", "cp1252"]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else (text, encoding)
    return None


def separator_of(text: str, headers: Collection[str]) -> str:
    """The sign between values: the one by which most known names stand apart."""
    return max(SEPARATORS, key=lambda sign: _known(text, sign, headers))


def _known(text: str, separator: str, headers: Collection[str]) -> int:
    """How many known names the best of the first lines has, split like this."""
    top = text.splitlines()[:_TRIED]
    split = [
        [part.strip('"* ').lower() for part in line.split(separator)] for line in top
    ]
    return max((sum(part in headers for part in parts) for parts in split), default=0)


def _lines(name: str, text: str, separator: str) -> Iterator[Line]:
    records = csv.reader(StringIO(text, newline=""), delimiter=separator)
    for number, record in enumerate(records, 1):
        values = tuple(map(cleaned, record))
        if any(value is not None for value in values):
            yield Line(name, PurePath(name).stem, number, values)
