"""Every alias of every code, as `codes.csv` lists them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import cache

from inputs._clocks import CLOCK
from inputs.intake.values.code_names import Code, lines

Times = tuple[time, time]
POLICE, SPECIALS = "police", "specials"


class Mark(StrEnum):
    """What a word beside a code says of it."""

    MORNING = "am"
    AFTERNOON = "pm"
    PROVISIONAL = "provisional"
    """Asked for, or not settled yet."""
    CANCELLED = "cancelled"
    CHANGED = "changed"
    SETTLED = "settled"
    """Granted or agreed, which changes nothing."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One line of the table."""

    text: str
    side: str
    """ambulance, police or specials, who alone use it so; empty for everybody."""
    code: Code | None
    """None for a word that only marks the code beside it."""
    mark: Mark | None
    times: Times | None
    """When it usually begins and ends."""

    @property
    def is_answer(self) -> bool:
        """Whether it answers if somebody can work, and is no code of a rota."""
        return self.side == SPECIALS

    @property
    def is_times(self) -> bool:
        """Whether it is nothing but times, such as `2-10`."""
        return self.times is not None and self.text[0].isdigit()


_APART = re.compile(r"[./\u2044\s]+")


def bare(text: str) -> str:
    """The text as codes are compared: in capitals, without dots, slashes and spaces."""
    capitals = text.upper().replace("\ufe0f", "")
    return _APART.sub("", capitals) or capitals


@cache
def _aliases() -> Mapping[str, tuple[Alias, ...]]:
    """Every alias by its bare text, but those that stand for many."""
    found: defaultdict[str, list[Alias]] = defaultdict(list)
    for alias in _rows():
        if not _is_open(alias):
            found[bare(alias.text)].append(alias)
    return {text: tuple(rows) for text, rows in found.items()}


def known(text: str) -> tuple[Alias, ...]:
    """Every line of the table for a text, whoever uses it so.

    What is written apart stands for one code only where the table has it so or where
    single letters stand apart: `A L` is AL, and `LEAVE R` is no LEAVER.
    """
    key = bare(text)
    found = _aliases().get(key, ())
    if found:
        pieces = _pieces(text)
        is_one = len(pieces) <= 1 or _are_letters(text, pieces)
        return tuple(row for row in found if is_one or _pieces(row.text) == pieces)
    forms = _open_aliases()
    spelt = (key, text.upper())
    return tuple(alias for form, alias in forms if any(map(form.fullmatch, spelt)))


def _pieces(text: str) -> list[str]:
    return [piece for piece in _APART.split(text.upper()) if piece]


def _are_letters(text: str, pieces: Sequence[str]) -> bool:
    """Whether single letters stand apart, all in one way."""
    ways = {way.strip() for way in _APART.findall(text.strip(" ."))}
    return len(ways) == 1 and all(len(piece) == 1 for piece in pieces)


@cache
def code_at(times: Times) -> Code | None:
    """The one code for which such times stand in the table."""
    codes = {row.code for row in _rows() if row.is_times and row.times == times}
    return codes.pop() if len(codes) == 1 else None


@cache
def _open_aliases() -> tuple[tuple[re.Pattern[str], Alias], ...]:
    """Aliases with a place for any number (#) or for any words (*)."""
    return tuple(
        (re.compile(_pattern(alias.text)), alias)
        for alias in _rows()
        if _is_open(alias)
    )


def _is_open(alias: Alias) -> bool:
    return "#" in alias.text or "*" in alias.text


def _pattern(text: str) -> str:
    escaped = re.escape(text)
    return escaped.replace(r"\#", "[0-9]{1,3}").replace(r"\*", ".+")


@cache
def _rows() -> tuple[Alias, ...]:
    return tuple(map(_alias, lines()))


def _alias(line: Mapping[str, str]) -> Alias:
    start, end = line["usual start"], line["usual end"]
    return Alias(
        line["alias"],
        line["side"],
        Code(line["code"]) if line["code"] else None,
        Mark(line["mark"]) if line["mark"] else None,
        (CLOCK.read(start), CLOCK.read(end)) if start else None,
    )
