"""The colours of a workbook as six digits, whichever way they are written."""

import colorsys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.styles.colors import COLOR_INDEX

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WHITE, BLACK = "FFFFFF", "000000"
_INK, _PAPER = 64, 65
"""The indexes of the colours that a screen uses by itself."""
_THEME_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)
"""Where a theme's colours stand: a theme lists dark before light, cells the reverse."""
_OFFICE_THEME = (
    *("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31"),
    *("A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"),
)


def theme_colours(theme: "Element") -> list[str]:
    """The colours of a theme, in the order in which cells count them."""
    scheme = theme.find(".//{*}clrScheme")
    if scheme is None:
        return office_colours()
    found = [
        (colour.get("lastClr") or colour.get("val") or BLACK)[-6:].upper()
        for entry in scheme
        for colour in entry
    ]
    return [found[n] for n in _THEME_ORDER if n < len(found)]


def office_colours() -> list[str]:
    """The colours of a workbook that brings no theme."""
    return [_OFFICE_THEME[n] for n in _THEME_ORDER]


def colour(
    element: "Element | None", theme: Sequence[str], palette: Sequence[str] = ()
) -> str:
    """The six digits of a colour; black where none is named, as Excel shows it."""
    if element is None:
        return BLACK
    index = int(element.get("indexed", -1))
    place = int(element.get("theme", -1))
    base = BLACK
    if rgb := element.get("rgb"):
        base = rgb[-6:].upper()
    elif 0 <= place < len(theme):
        base = theme[place]
    elif index >= 0:
        base = _indexed(index, palette or COLOR_INDEX)
    return _tinted(base, float(element.get("tint", 0)))


def _indexed(index: int, palette: Sequence[str]) -> str:
    if index in (_INK, _PAPER):
        return BLACK if index == _INK else WHITE
    return palette[index][-6:].upper() if index < len(palette) else BLACK


def _tinted(digits: str, tint: float) -> str:
    """The colour made lighter or darker.

    The formula is that of ECMA-376 part 1, 18.8.19: the lightness goes the share `tint`
    of its way to white, or to black if that is below nought.
    """
    if not tint:
        return digits
    red, green, blue = (int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    lightness *= 1 - abs(tint)
    lightness += max(tint, 0)
    mixed = colorsys.hls_to_rgb(hue, min(1, max(0, lightness)), saturation)
    return "".join(f"{round(share * 255):02X}" for share in mixed)
