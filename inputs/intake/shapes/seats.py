"""What the headings of a crew sheet say: cars and posts, and names below them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from inputs.intake.cells import Cell
from inputs.intake.fields import Field
from inputs.intake.shapes.headers import header_of

_UNIT = re.compile(
    r"(?!(?:week|wk|line|day|level|month|page|team|lpt|sec|section|term|no)\b)"
    r"(?P<unit>[A-Z]{1,5}[ -]?[0-9]{1,3}[A-Z]?)\b[\s:/-]*(?P<post>.*)",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?P<unit>.*?)[\s:/-]*\b(?P<post>para(?:medic)?s?|police|pcs?|police officers?"
    r"|officers?|specials?|special constables?|sc|scs|drivers?|attendants?|clinicians?"
    r"|tech(?:nician)?s?|ecsw|aap|nqp|physio\w*|nurses?|doctors?|crew(?: ?[0-9])?)"
    r"\b\W*",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:[\n;&+]|\band\b|(?<!\b[A-Za-z])/)\s*", re.IGNORECASE)
"""Between two names; the stroke of `A/PS` or `S/Sgt` is none."""


@dataclass(frozen=True)
class Seat:
    """What the headings over a column of names say."""

    unit: str
    post: str

    @property
    def words(self) -> Mapping[Field, str]:
        """What it tells of everybody below it."""
        told = {Field.UNIT: self.unit, Field.POST: self.post}
        return {name: text for name, text in told.items() if text}


def seat_of(text: str, upper: str) -> Seat | None:
    """The unit and the post that a heading names, with the one above it."""
    post = _POST.fullmatch(text)
    if post and upper and not post["unit"] and not header_of(upper):
        return Seat(upper, post["post"])
    unit = _UNIT.fullmatch(text)
    if unit:
        return Seat(unit["unit"], unit["post"])
    return Seat(post["unit"], post["post"]) if post else None


def names_in(cell: Cell) -> list[Cell]:
    """The cell once for each name that stands in it."""
    if not isinstance(cell.value, str):
        return [cell]
    names = [
        " ".join(part.split()) for part in _JOINT.split(cell.original or cell.value)
    ]
    return [replace(cell, value=name, original="") for name in names if name] or [cell]
