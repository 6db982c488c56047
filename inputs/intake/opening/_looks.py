"""How the cells of a workbook look, by the number of their style."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.styles.numbers import BUILTIN_FORMATS

from inputs.intake._marks import MARK_COLOUR
from inputs.intake.opening._colours import WHITE, colour, office_colours, theme_colours

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from inputs.intake.office.package import Package

HATCHED = "hatched"
_DOTTED = {
    "gray0625": "F0F0F0",
    "gray125": "E0E0E0",
    "lightGray": "C0C0C0",
    "mediumGray": "808080",
    "darkGray": "404040",
}
"""Patterns of dots, by the grey that they look like."""


_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.')
_LENGTH = re.compile(r"\[(h+|m+|s+)\]")
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of a cell."""

    fill: str = ""
    number_format: str = "General"
    is_struck: bool = False
    has_day: bool = False
    """Whether a number is shown as a date."""
    has_clock: bool = False
    """Whether a number is shown as a time of day."""
    is_length: bool = False
    """Whether a number is shown as a length of time."""


PLAIN = Look()


def look_of(number_format: str, fill: str = "", *, is_struck: bool = False) -> Look:
    """The look with this number format, which tells how a number is shown."""
    first = _ASIDE.sub("", number_format.lower().split(";")[0])
    if first in ("general", "standard"):
        return Look(fill, number_format, is_struck)
    signs = set(_IN_BRACKETS.sub("", first))
    is_length = _LENGTH.search(first) is not None
    has_clock = not is_length and bool(signs & {"h", "s"})
    has_day = not is_length and bool(
        signs & {"d", "y"} or ("m" in signs and not has_clock)
    )
    return Look(fill, number_format, is_struck, has_day, has_clock, is_length)


def looks_of(package: "Package", workbook: str) -> list[Look]:
    """Every style of the workbook; none where it has no styles."""
    part = package.target(workbook, "styles")
    if not part:
        return []
    styles = package.tree(part)
    themed = package.target(workbook, "theme")
    theme = theme_colours(package.tree(themed)) if themed else office_colours()
    fills = dict(enumerate(_fills(styles, theme)))
    fonts = enumerate(styles.iterfind("{*}fonts/{*}font"))
    struck = {number: _is_on(font.find("{*}strike")) for number, font in fonts}
    formats = dict(BUILTIN_FORMATS) | {
        _number(entry, "numFmtId"): entry.get("formatCode", "General")
        for entry in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    return [
        look_of(
            formats.get(_number(xf, "numFmtId"), "General"),
            fills.get(_number(xf, "fillId"), ""),
            is_struck=struck.get(_number(xf, "fontId"), False),
        )
        for xf in styles.iterfind("{*}cellXfs/{*}xf")
    ]


def fill_of(fill: "Element", theme: Sequence[str], palette: Sequence[str] = ()) -> str:
    """The colour of a fill, without what was put there to mark a doubt."""
    stop = fill.find("{*}gradientFill/{*}stop/{*}color")
    if stop is not None:
        return _seen(colour(stop, theme, palette))
    pattern = fill.find("{*}patternFill")
    kind = "none" if pattern is None else pattern.get("patternType", "none")
    if pattern is None or kind == "none":
        return ""
    if kind != "solid":
        return _DOTTED.get(kind, HATCHED)
    shown = colour(pattern.find("{*}fgColor"), theme, palette)
    if shown == MARK_COLOUR:
        # Without a second colour it is told by the list of doubts, if at all.
        shown = colour(pattern.find("{*}bgColor"), theme, palette)
    return _seen(shown)


def _fills(styles: "Element", theme: Sequence[str]) -> Iterator[str]:
    palette = [c.get("rgb", "") for c in styles.iterfind(".//{*}rgbColor")]
    for fill in styles.iterfind("{*}fills/{*}fill"):
        yield fill_of(fill, theme, palette)


def _seen(digits: str) -> str:
    return "" if digits == WHITE else digits


def _is_on(element: "Element | None") -> bool:
    return element is not None and element.get("val", "1") not in ("0", "false")


def _number(element: "Element", name: str) -> int:
    return int(element.get(name, 0))
