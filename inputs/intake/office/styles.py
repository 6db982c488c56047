"""Styles of a workbook in which cells differ from others only by their colour."""

import re

from inputs.intake._marks import MARK_COLOUR
from inputs.intake.office.splice import Splices, prefix_of, with_attribute
from inputs.intake.office.xml import Attributes, local, stream
from inputs.intake.opening._looks import HATCHED

_ITEMS = {"fonts": "font", "fills": "fill", "cellXfs": "xf"}
_WHITE = "FFFFFF"
_KIND = re.compile(rb"""patternType\s*=\s*["'](\w+)""")
_FILL_ID = re.compile(rb"""\sfillId\s*=\s*["'](\d+)""")
NEW_STYLES = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border/></borders>'
    b'<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    b'<cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>'
)
"""For a workbook that has no styles at all."""


class Styles:
    """The styles of one workbook, to which others are added."""

    def __init__(self, content: bytes) -> None:
        self._splices = Splices(content)
        self._starts: dict[str, int] = {}
        self._ends: dict[str, tuple[int, str]] = {}
        self._items: dict[str, list[bytes]] = {name: [] for name in _ITEMS}
        self._stack: list[tuple[str, int]] = []
        self._counts: dict[str, int] = {}
        self._prefix = ""
        self._parser = stream(self._start, self._end)
        self._parser.Parse(content, True)
        self._counts = {name: len(items) for name, items in self._items.items()}

    def add(self, container: str, item: str) -> int:
        """The number of a font, fill or style that is as written here.

        Args:
            container: `fonts`, `fills` or `cellXfs`.
            item: Its XML, with `~` for the prefix of its elements.
        """
        return self._add(container, item.replace("~", self._prefix).encode())

    def marked(self, style: int, colour: str) -> int:
        """The style of a cell like this one, marked; the colour is its own so far."""
        if colour == HATCHED:
            return self._filled(style, self._hatched(style, MARK_COLOUR))
        return self._filled(style, _solid(MARK_COLOUR, colour or _WHITE))

    def unmarked(self, style: int, colour: str) -> int:
        """The style of a cell like this one that is marked no more."""
        if colour == HATCHED:
            return self._filled(style, self._hatched(style))
        return self._filled(style, _solid(colour, colour) if colour else _no_fill())

    def is_marked(self, style: int) -> bool:
        """Whether a cell with the style is marked."""
        return f'"FF{MARK_COLOUR}"'.encode() in self._fill(style)

    def spliced(self) -> bytes:
        """The part with what was added."""
        for container, items in self._items.items():
            new = items[self._counts[container] :]
            if new:
                start = self._starts[container]
                end, tag = self._splices.tag(start)
                counted = with_attribute(tag, "count", len(items))
                self._splices.replace(start, end, counted)
                self._splices.put_inside(*self._ends[container], b"".join(new))
        return self._splices.spliced()

    def _add(self, container: str, item: bytes) -> int:
        items = self._items[container]
        added = items[self._counts[container] :]
        if item in added:
            return self._counts[container] + added.index(item)
        items.append(item)
        return len(items) - 1

    def _filled(self, style: int, fill: str) -> int:
        number = self.add("fills", fill)
        old = self._xf(style)
        end = old.index(b">") + 1
        tag = with_attribute(old[:end], "fillId", number)
        tag = with_attribute(tag, "applyFill", 1)
        return self._add("cellXfs", tag + old[end:])

    def _hatched(self, style: int, behind: str = "") -> str:
        kind = _KIND.search(self._fill(style))
        name = kind[1].decode() if kind else "darkUp"
        ground = f'<~bgColor rgb="FF{behind}"/>' if behind else ""
        return (
            f'<~fill><~patternFill patternType="{name}">'
            f'<~fgColor rgb="FF000000"/>{ground}</~patternFill></~fill>'
        )

    def _xf(self, style: int) -> bytes:
        styles = self._items["cellXfs"]
        return styles[style if style < len(styles) else 0]

    def _fill(self, style: int) -> bytes:
        number = _FILL_ID.search(self._xf(style))
        fills = self._items["fills"]
        index = int(number[1]) if number else 0
        return fills[index] if index < len(fills) else b""

    def _start(self, name: str, _: Attributes) -> None:
        at = self._parser.CurrentByteIndex
        if not self._stack:
            self._prefix = prefix_of(name)
        if local(name) in _ITEMS:
            self._starts[local(name)] = at
        self._stack.append((local(name), at))

    def _end(self, name: str) -> None:
        at = self._parser.CurrentByteIndex
        name_here, start = self._stack.pop()
        if name_here in _ITEMS:
            self._ends[name_here] = at, name
        parent = self._stack[-1][0] if self._stack else ""
        if _ITEMS.get(parent) == name_here:
            end = self._splices.end_of(at, name)
            self._items[parent].append(self._splices.content[start:end])


def _solid(front: str, behind: str) -> str:
    return (
        '<~fill><~patternFill patternType="solid">'
        f'<~fgColor rgb="FF{front}"/><~bgColor rgb="FF{behind}"/>'
        "</~patternFill></~fill>"
    )


def _no_fill() -> str:
    return '<~fill><~patternFill patternType="none"/></~fill>'
