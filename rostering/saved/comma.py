"""Lines as comma-separated text that no spreadsheet takes for formulas, and back."""

import codecs
import csv
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import StringIO

from rostering.domain.signs import seen
from rostering.saved.lines import COLUMNS, RotaLine

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_MISREAD_MARK = codecs.BOM_UTF8.decode("cp1252")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


def to_csv(lines: Iterable[RotaLine]) -> bytes:
    """The content of rota.csv.

    It begins with the mark of UTF-8: without it Excel shows ZoÃ« for Zoë, and saves it.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in lines:
        values = line.texts
        writer.writerow([guarded(seen(values[column])) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def from_csv(content: bytes) -> tuple[list[str], list[Mapping[str, str]]]:
    """The headers, and each row's values by header; None where it is no text.

    Raises:
        ValueError: The content is no text with separated values.
    """
    text = _decoded(content)
    top = text.partition("\n")[0]
    separator = max(",;\t", key=top.count)
    try:
        records = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error as damage:
        raise ValueError(str(damage)) from None
    headers = [header.strip().lower() for header in records[0]] if records else []
    rows: list[Mapping[str, str]] = [
        dict(zip(headers, map(unguarded, record), strict=False))
        for record in records[1:]
    ]
    return headers, rows


def guarded(text: str) -> str:
    """The text with an apostrophe before it, if a spreadsheet would run it."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that guards it."""
    return text[1:] if _GUARDED.match(text) else text


def _decoded(content: bytes) -> str:
    """The text as the spreadsheets of today and of yesterday save it."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return _mended(text)
    raise ValueError("no text")


def _mended(text: str) -> str:
    """The text as it was before a program took UTF-8 for letters, mark and all."""
    if text.startswith(_MISREAD_MARK):
        with suppress(UnicodeError):
            return text.encode("cp1252").decode("utf-8-sig")
    return text
