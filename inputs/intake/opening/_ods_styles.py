"""How the cells of an OpenDocument spreadsheet look, by the names of their styles."""

from dataclasses import dataclass

from inputs.intake.office.xml import Attributes, walk
from inputs.intake.opening._colours import WHITE
from inputs.intake.opening._looks import PLAIN, Look


@dataclass
class _Style:
    """A style as it is written: what it does not say, its parent says."""

    parent: str = ""
    fill: str | None = None
    is_struck: bool | None = None
    is_hidden: bool = False


class OdsStyles:
    """The styles of one spreadsheet."""

    def __init__(self, *parts: bytes) -> None:
        """Read the styles of these parts: the common ones first, then its own."""
        self._styles: dict[tuple[str, str], _Style] = {}
        self._looks: dict[str, Look] = {}
        self._now = _Style()
        for part in parts:
            walk(part, self._start, _nothing)

    def look(self, name: str) -> Look:
        """How a cell of the style looks."""
        if name not in self._looks:
            fill = struck = None
            for style in self._line(name):
                fill = style.fill if fill is None else fill
                struck = style.is_struck if struck is None else struck
            is_plain = not fill and not struck
            look = PLAIN if is_plain else Look(fill or "", is_struck=bool(struck))
            self._looks[name] = look
        return self._looks[name]

    def is_struck(self, text_style: str) -> bool | None:
        """Whether a piece of text is struck through; None if that tells nothing."""
        style = self._styles.get(("text", text_style))
        return None if style is None else style.is_struck

    def is_hidden(self, sheet_style: str) -> bool:
        """Whether a sheet of the style is hidden."""
        style = self._styles.get(("table", sheet_style))
        return style is not None and style.is_hidden

    def _line(self, name: str) -> list[_Style]:
        """The style and its parents, the nearest first."""
        line: list[_Style] = []
        while (style := self._styles.get(("table-cell", name))) and style not in line:
            line.append(style)
            name = style.parent
        return line

    def _start(self, name: str, said: Attributes) -> None:
        if name == "style:style":
            self._now = _Style(said.get("style:parent-style-name", ""))
            key = said.get("style:family", ""), said.get("style:name", "")
            self._styles[key] = self._now
        elif name == "style:table-cell-properties":
            if colour := said.get("fo:background-color"):
                self._now.fill = _digits(colour)
        elif name == "style:text-properties":
            if line := said.get("style:text-line-through-style"):
                self._now.is_struck = line != "none"
        elif name == "style:table-properties":
            self._now.is_hidden = said.get("table:display") == "false"


def _digits(colour: str) -> str:
    digits = colour.removeprefix("#").upper()
    return "" if digits == WHITE or not colour.startswith("#") else digits


def _nothing(name: str) -> None:
    """Pass over the end of an element."""
