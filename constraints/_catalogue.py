"""What planners of joint units must keep to, row by row, and where each row is kept."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the law, an agreement, safety or good practice asks."""

    id: str
    kind: str
    """What it is: law, safety, contract, policy, soft, convention, metric …"""
    title: str
    reference: str
    """The law, agreement or guide behind it, in words."""
    elsewhere: str
    """Where it is kept besides by rules, or why it is not the rota's business."""


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every row by its id, in the order of the catalogue."""
    text = files("constraints").joinpath("catalogue.csv").read_text(encoding="utf-8")
    entries = (Entry(**row) for row in csv.DictReader(text.splitlines()))
    return {entry.id: entry for entry in entries}
