"""Styles under which a workbook shows a date as a date and a time as a time."""

import re
from datetime import date, time
from xml.sax.saxutils import unescape

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_datetime

from inputs._cells import CellValue
from inputs._clocks import CLOCK
from inputs._dates import DATE
from inputs.intake.office.splice import Splices, with_attribute

_STYLES = re.compile(rb"<((?:\w+:)?)cellXfs\b[^>]*>(.*?)</\1cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<((?:\w+:)?)xf\b[^>]*?(?:/>|>.*?</\1xf>)", re.DOTALL)
_FORMATS = re.compile(rb"<((?:\w+:)?)numFmts\b[^>]*>(.*?)</\1numFmts>", re.DOTALL)
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_ROOT = re.compile(rb"<(?:\w+:)?styleSheet\b[^>]*>")
_FIRST_OWN = 164
"""Below this number the formats are Excel's own."""


class ValueStyles:
    """The styles of one workbook, to which others are added where a value needs it."""

    def __init__(self, content: bytes) -> None:
        """Read the styles.

        Raises:
            ValueError: There are none.
        """
        self._splices = Splices(content)
        found = _STYLES.search(content)
        if found is None:
            raise ValueError
        self._all = found
        self._styles = [match[0] for match in _STYLE.finditer(found[2])]
        self._formats = _FORMATS.search(content)
        inside = self._formats[2] if self._formats else b""
        tags = [match[0] for match in _FORMAT.finditer(inside)]
        self._codes = {
            int(_attribute(tag, "numFmtId")): unescape(
                _attribute(tag, "formatCode"), {"&quot;": '"', "&apos;": "'"}
            )
            for tag in tags
        }
        self._first = len(self._styles)
        self._first_codes = set(self._codes)
        self._made: dict[tuple[int, str], int] = {}

    def fitting(self, style: int, value: CellValue) -> int:
        """The style, or one that differs from it only in showing the value rightly."""
        wanted = _format_for(value)
        if not wanted or is_datetime(self._code(style)) == is_datetime(wanted):
            return style
        if (style, wanted) not in self._made:
            number = self._number_of(wanted)
            old = self._styles[style] if style < self._first else self._styles[0]
            end = old.index(b">") + 1
            tag = with_attribute(old[:end], "numFmtId", number)
            tag = with_attribute(tag, "applyNumberFormat", 1)
            self._made[style, wanted] = len(self._styles)
            self._styles.append(tag + old[end:])
        return self._made[style, wanted]

    def spliced(self) -> bytes:
        """The part with what was added."""
        if len(self._styles) > self._first:
            self._count(self._all, len(self._styles), self._styles[self._first :])
            self._add_formats()
        return self._splices.spliced()

    def _add_formats(self) -> None:
        new = {n: c for n, c in self._codes.items() if n not in self._first_codes}
        prefix = self._all[1].decode()
        tags = [
            f'<{prefix}numFmt numFmtId="{number}" formatCode="{code}"/>'.encode()
            for number, code in new.items()
        ]
        if tags and self._formats:
            self._count(self._formats, len(self._codes), tags)
        elif tags:
            root = _ROOT.search(self._splices.content)
            assert root is not None
            head = f'<{prefix}numFmts count="{len(tags)}">'.encode()
            tail = f"</{prefix}numFmts>".encode()
            self._splices.insert(root.end(), b"".join([head, *tags, tail]))

    def _count(self, found: re.Match[bytes], count: int, new: list[bytes]) -> None:
        """Add elements to a list of them, and say how many there are now."""
        end, tag = self._splices.tag(found.start())
        self._splices.replace(found.start(), end, with_attribute(tag, "count", count))
        self._splices.insert(found.end(2), b"".join(new))

    def _code(self, style: int) -> str:
        tag = self._styles[style] if style < len(self._styles) else self._styles[0]
        number = int(_attribute(tag[: tag.index(b">")], "numFmtId") or 0)
        return self._codes.get(number) or BUILTIN_FORMATS.get(number, "General")

    def _number_of(self, code: str) -> int:
        for number, known in self._codes.items():
            if known == code:
                return number
        number = max([_FIRST_OWN - 1, *self._codes]) + 1
        self._codes[number] = code
        return number


def _format_for(value: CellValue) -> str:
    """The format that a value needs; empty where any will do."""
    if isinstance(value, time):
        return CLOCK.number_format
    return DATE.number_format if isinstance(value, date) else ""


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rf"""\s{name}\s*=\s*["']([^"']*)""".encode(), tag)
    return found[1].decode() if found else ""
