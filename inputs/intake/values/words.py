"""A sender's text as it is compared, and refusals that say what was wanted."""

import re
import unicodedata
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from inputs._cells import CellValue, cleaned
from inputs._kinds import NotUnderstood

P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 200
"""How many characters a value may have; what is longer is a letter, not a value."""
_QUOTES = str.maketrans("\u2018\u2019\u02bc\u00b4\u0060", "'''''")


def plain(value: CellValue) -> CellValue:
    """The value without stray spaces, odd dashes and the mark that makes it text.

    Raises:
        NotUnderstood: It is too long to be one value.
    """
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise NotUnderstood("one value; this is too long to be one")
        text = cleaned(value.translate(_QUOTES))
        return cleaned(text.lstrip("'")) if isinstance(text, str) else text
    is_whole = isinstance(value, float) and value.is_integer() and abs(value) > 1
    return int(value) if is_whole and isinstance(value, float) else value


def folded(text: str) -> str:
    """The text in small letters without accents, as it is compared."""
    letters = unicodedata.normalize("NFKD", text.translate(_QUOTES).casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def collapsed(text: str) -> str:
    """The text's letters and digits alone, folded."""
    return re.sub(r"[\W_]", "", folded(text))


def or_none(read: Callable[P, T], *args: P.args, **named: P.kwargs) -> T | None:
    """What the reader gives, or nothing where it does not understand."""
    try:
        return read(*args, **named)
    except NotUnderstood:
        return None


def wanting(wanted: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a reader's refusals say what was wanted where they do not say better."""

    def decorate(read: Callable[P, T]) -> Callable[P, T]:
        @wraps(read)
        def careful(*args: P.args, **named: P.kwargs) -> T:
            try:
                return read(*args, **named)
            except NotUnderstood as refusal:
                if refusal.wanted:
                    raise
                raise NotUnderstood(wanted, refusal.likely) from None

        return careful

    return decorate
