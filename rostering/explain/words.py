"""Putting many small reasons into one line."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rostering.domain import Place

MOST_CELLS = 4
"""How many cells a line names before it says that there are more."""


def in_one_line(stops: Iterable[tuple[str, Place | None]]) -> str:
    """`2 away ([trust.xlsx]Leave!C14, C31); 3 resting`: the rarest reason first."""
    groups: defaultdict[str, list[Place | None]] = defaultdict(list)
    for briefly, place in stops:
        groups[briefly].append(place)
    ordered = sorted(groups.items(), key=lambda group: (len(group[1]), group[0]))
    return "; ".join(
        f"{len(places)} {briefly}{cells(places)}" for briefly, places in ordered
    )


def cells(places: Sequence[Place | None]) -> str:
    """` ([trust.xlsx]Leave!C14, C31)`; nothing where there are none, or too many."""
    known = list(dict.fromkeys(p for p in places if p is not None and p.file))
    if not known or len(known) > MOST_CELLS:
        return ""
    return f" ({listed(known)})"


def listed(places: Iterable[Place]) -> str:
    """`[trust.xlsx]Leave!C14, C31, [joint.xlsx]Pins!D2`: each sheet is named once."""
    said, sheet = [], ("", "")
    for place in sorted(places):
        is_same = (place.file, place.sheet) == sheet
        said.append(place.cell if is_same else str(place))
        sheet = (place.file, place.sheet)
    return ", ".join(said)
