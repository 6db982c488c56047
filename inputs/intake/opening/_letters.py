"""From the bytes of a text file to its letters, whichever program wrote them."""

import codecs
import re
from dataclasses import dataclass

from inputs.intake.opening._format import SPREADSHEET, Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WRITERS = {
    "cp1252": "Windows",
    "mac_roman": "an old Macintosh",
    "cp850": "MS-DOS",
}
"""Who may have written letters beyond ASCII in single bytes, the likeliest first."""
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_SIGN = re.compile(r"(?=(.?)([^\x00-\x7f])(.?))")
_WORD = re.compile(r"\w*[^\x00-\x7f]\w*")
_OPENING = "\u2018\u201c\u201a\u201e"
"""Quotation marks that stand before a word and never after a letter."""
_IN_WORDS = "\u2019\u2013\u2014\u00b7"
"""The apostrophe, dashes and the middle dot."""
_RARE = "\u0192\u00a4\u2030\u2020\u2021\u02c6\u00a6\u00ac\u00af\u00b6\u00b8\u00a8"


@dataclass(frozen=True, slots=True)
class Letters:
    """The text of a file, and how sure it is."""

    text: str
    guess: str = ""
    """What was taken for granted; empty where the file itself makes it certain."""
    example: str = ""
    """A word by which people can tell whether that is right."""


def letters_of(content: bytes) -> Letters:
    """The text of the file.

    Raises:
        Refused: It is no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Letters(_checked(_decoded(content, encoding)))
    if 0 in content:
        is_little = content[1::2].count(0) > content[::2].count(0)
        encoding = "utf-16-le" if is_little else "utf-16-be"
        return Letters(_checked(_decoded(content, encoding)))
    if (text := _decoded(content, "utf-8")) is not None:
        return Letters(_checked(text))
    texts = {writer: _decoded(content, writer) for writer in _WRITERS}
    best = min(texts, key=lambda writer: _oddness(texts[writer]))
    text = _checked(texts[best])
    word = _WORD.search(text)
    guess = f"letters as {_WRITERS[best]} writes them"
    return Letters(text, guess, word[0] if word else "")


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _checked(text: str | None) -> str:
    if text is None or _NO_TEXT.search(text):
        raise Refused("a file that is no text and no workbook", SPREADSHEET)
    return text


def _oddness(text: str | None) -> float:
    """How many signs stand where no writer puts them.

    Of short lists with a few names in them, statistics of languages tell nothing.
    """
    if text is None:
        return float("inf")
    return sum(_is_odd(*match.groups()) for match in _SIGN.finditer(text))


def _is_odd(before: str, sign: str, after: str) -> bool:
    if sign.isalpha():
        is_loud = before.islower() or (before.isupper() and after.islower())
        is_shouted = sign.isupper() and is_loud
        return is_shouted or sign in _RARE or before.isdigit() or after.isdigit()
    if sign in _OPENING and before.isalpha():
        return True
    is_inside = before.isalpha() and after.isalpha() and sign not in _IN_WORDS
    return is_inside or sign in _RARE or "\u2500" <= sign <= "\u25ff"
