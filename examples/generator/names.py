"""Invented names, put together by chance."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

_LISTS = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").split("\n\n")
FIRST, LAST, TOWNS = (tuple(words.split()) for words in _LISTS)


def invented_names(rng: Random) -> Iterator[str]:
    """Names without end, none of them twice."""
    used = set()
    while True:
        name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        if name not in used:
            used.add(name)
            yield name
