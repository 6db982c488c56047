"""Which column of a list of incidents is which, whatever its system calls it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from inputs._cells import Line, shown

COLUMNS = ("time", "date", "place", "kind")
NEEDED = ("time", "place")

_SPOKEN = {
    "time": "time, date time, datetime, date and time, timestamp, time of call, "
    "call time, incident time, time reported, reported, time received, received, "
    "call received, call connect, start time, created, opened, occurred, when, start",
    "date": "date, day, date of call, call date, incident date, date reported, "
    "date received, start date, created date",
    "place": "place, area, district, location, call sign, callsign, unit, car, base, "
    "station, sector, beat, town, locality, where, ward, division",
    "kind": "kind, type, incident type, call type, service, services, agency, "
    "attended by, category, nature, class",
}
"""What systems call each column, those that say it best first."""
_PHRASES = {name: tuple(said.split(", ")) for name, said in _SPOKEN.items()}
_ELSE = (
    "arrival arrived at clear cleared closed code end finish id left modified no "
    "number on ref reference scene stop taken to updated"
)
_OTHERS = frozenset(_ELSE.split())
"""Words in the names of columns that tell of something else."""

NAMES = frozenset(
    phrase.replace(" ", sign)
    for phrases in _PHRASES.values()
    for phrase in phrases
    for sign in (" ", "_", "/", "-", "")
)
"""All of them in the spellings of files, by which a file's separator is found."""


def positions_in(line: Line, given: Mapping[str, str]) -> dict[str, int]:
    """Where each column stands in a line of headers, as far as it has them.

    Args:
        line: The line that may be that of the headers.
        given: What somebody says a column is headed.
    """
    heads = [_words(shown(value)) for value in line.values]
    found: dict[str, int] = {}
    for name in COLUMNS:
        free = [n for n, head in enumerate(heads) if head and n not in found.values()]
        wanted = [_words(given[name])] if name in given else _PHRASES[name]
        best = next(_best(heads, free, wanted, is_given=name in given), None)
        if best is not None:
            found[name] = best
    if "time" not in found and "date" in found and "date" not in given:
        found["time"] = found.pop("date")
    return found


def _best(
    heads: Sequence[str], free: Sequence[int], phrases: Sequence[str], *, is_given: bool
) -> Iterator[int]:
    """The columns so called, first as a whole, then with other words besides."""
    for phrase in phrases:
        yield from (n for n in free if heads[n] == phrase)
    if is_given:
        return
    for phrase in phrases:
        wanted = set(phrase.split())
        for n in free:
            words = set(heads[n].split())
            if wanted <= words and not _OTHERS & (words - wanted):
                yield n


def _words(text: str) -> str:
    """`Date/Time of call` as `date time of call`."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
