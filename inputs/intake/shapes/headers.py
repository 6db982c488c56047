"""What the headings of every system we know mean: the table `headers.csv`."""

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from inputs.intake.fields import Field


class Standing(StrEnum):
    """How a heading stands to others of its table."""

    PLAIN = ""
    OTHER = "other"
    """Tells the same as a better column; not used where that stands beside it."""
    PRIVATE = "private"
    """Never to be stored or shown."""
    REASON = "reason"
    """The kind of an absence where all its words are kinds; otherwise private."""


@dataclass(frozen=True, slots=True)
class Header:
    """One heading that is known: what its column may tell, most likely first."""

    fields: tuple[Field, ...]
    standing: Standing = Standing.PLAIN


_SHORTEST = 4
"""Letters below which any heading is near to too many others."""
_ALIKE = 0.75
"""How alike a near miss must be, of 1: headings are made of the same few words."""
_REMEMBERED = 4096
_PRIVATE_WORDS = re.compile(
    r"\b(address|postcode|birth|dob|nino|national insurance|ni n[ou]\w*|phone|mobile"
    r"|tel|e ?mail|ethnic\w*|relig\w*|disab\w*|salary|next of kin|emergency|medical"
    r"|diagnos\w*|illness|symptom\w*|sickness reason|level \d reason)\b"
)


def plain(text: str) -> str:
    """The heading in small letters, without marks: `Employee No.` is `employee no`."""
    lowered = text.casefold().replace("%", " pct ").replace("#", " no ")
    return " ".join(re.sub(r"[^\w\s]|_", " ", re.sub(r"['’.]", "", lowered)).split())


def unnumbered(text: str) -> str:
    """The plain heading without a number at its end: `From 2` is `from`."""
    return re.sub(r" [1-9]$", "", plain(text))


@cache
def headers() -> dict[str, Header]:
    """Every heading that is known, by its plain spelling."""
    table = files(__package__).joinpath("headers.csv").read_text(encoding="utf-8")
    return {
        row["header"]: Header(
            tuple(map(Field, filter(None, row["fields"].split(";")))),
            Standing(row["standing"]),
        )
        for row in csv.DictReader(table.splitlines())
    }


@lru_cache(_REMEMBERED)
def header_of(text: str) -> Header | None:
    """What the heading means; None for one that nobody has told us of."""
    words = plain(text)
    if known := headers().get(words) or headers().get(unnumbered(text)):
        return known
    if _PRIVATE_WORDS.search(words):
        return Header((), Standing.PRIVATE)
    return None


@lru_cache(_REMEMBERED)
def near_miss(text: str) -> str:
    """The known heading that was probably meant, or nothing."""
    words = plain(text)
    if len(words) < _SHORTEST:
        return ""
    near = process.extractOne(
        words,
        tuple(headers()),
        scorer=OSA.normalized_similarity,
        score_cutoff=_ALIKE,
    )
    return str(near[0]) if near else ""
