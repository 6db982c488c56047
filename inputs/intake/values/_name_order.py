"""Which words of a name are the surname, by commas, capitals and initials."""

import re
from collections.abc import Sequence
from itertools import takewhile

_PARTICLES = frozenset({"mc", "mac", "o'", "fitz", "st", "st."}) | frozenset(
    {"de", "del", "della", "der", "des", "dos", "das", "du", "von", "zu"}
)
"""Words that begin a surname wherever they stand."""
_INNER_PARTICLES = frozenset({"la", "le", "da", "do", "di", "van", "den", "ter", "ten"})
_INNER_PARTICLES |= frozenset({"bin", "ibn", "al", "el", "ap", "ab", "san", "santa"})
"""Words that begin a surname unless they begin the name: Al Smith is an Alan."""
_DOTTED = re.compile(r"[^\W\d_]\.?|(?:[^\W\d_]\.){1,4}[^\W\d_]?")
_TOGETHER = re.compile("[A-Z]{2,3}")
_CAPITALS = re.compile(r"(?:Mc|Mac|O'|D')?[^\W\d_a-z](?:[^\W\d_a-z]|['-])+")

Parted = tuple[str, Sequence[str], bool]
"""The surname, the forenames or initials, and whether their order is certain."""


def parted(text: str) -> Parted:
    """The surname and the other words of a name with nothing around it."""
    surname, comma, rest = text.partition(", ")
    if comma:
        return surname, rest.replace(",", " ").split(), True
    words = _joined(text.split())
    if len(words) <= 1:
        return "".join(words), (), True
    return _by_initials(words) or _by_capitals(words) or (words[-1], words[:-1], False)


def initials_of(word: str, surname: str) -> str:
    """The letters of a word that is nothing but initials; empty for a forename."""
    if _DOTTED.fullmatch(word):
        return word.replace(".", "").upper()
    is_shouted = surname.isupper() and bool(set(word) & set("AEIOUY"))
    return word if _TOGETHER.fullmatch(word) and not is_shouted else ""


def _joined(words: Sequence[str]) -> list[str]:
    """The words, each with the particles before it."""
    joined: list[str] = []
    waiting: list[str] = []
    for at, word in enumerate(words):
        next_word = words[at + 1].lower() if at + 1 < len(words) else ""
        lowered = word.lower()
        is_inner = lowered in _INNER_PARTICLES and (
            at > 0 or next_word in _PARTICLES | _INNER_PARTICLES
        )
        if next_word and (lowered in _PARTICLES or is_inner):
            waiting.append(word)
        else:
            joined.append(" ".join([*waiting, word]))
            waiting = []
    return joined


def _by_initials(words: Sequence[str]) -> Parted | None:
    """The order where it begins or ends with initials: J Smith, Smith J."""
    surname, first = words[-1], words[0]
    if initials_of(first, surname) and not initials_of(surname, first):
        return surname, words[:-1], True
    if initials_of(surname, first) and not initials_of(first, surname):
        count = sum(1 for _ in takewhile(lambda x: initials_of(x, first), words[::-1]))
        return " ".join(words[:-count]), words[-count:], True
    return None


def _by_capitals(words: Sequence[str]) -> Parted | None:
    """The order where only the surname is in capitals: SMITH John."""
    shouted = [_CAPITALS.fullmatch(word.split()[-1]) is not None for word in words]
    count = sum(shouted)
    if not 0 < count < len(words):
        return None
    if all(shouted[:count]):
        return " ".join(words[:count]), words[count:], True
    if all(shouted[-count:]):
        return " ".join(words[-count:]), words[:-count], True
    return None
