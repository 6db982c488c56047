"""The people of a book as an import must know them, to tell whom a file means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from inputs._cells import shown
from inputs._dates import DATE, LAST_DATE
from inputs._kinds import Kind, NotUnderstood
from inputs.intake.standing import Standing
from inputs.intake.wanted import Wanted
from inputs.people import PEOPLE
from inputs.units import UNITS
from rostering.domain import NOWHERE, Place

AMBULANCE, POLICE, SPECIALS = "ambulance", "police", "specials"
"""The sides of a joint unit, as files and their codes belong to one."""
_RANKS = {
    **dict.fromkeys(("SC", "S/SGT", "S/INSP"), SPECIALS),
    **dict.fromkeys(("PARA", "NQP", "TECH", "AAP", "ECSW"), AMBULANCE),
}
_ROLES = {"paramedic": AMBULANCE, "regular": POLICE, "special": SPECIALS}


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the book, or one whom a file adds to it."""

    id: str
    name: str
    role: str = ""
    employer: str = ""
    side: str = ""
    """ambulance, police or specials; empty where the book does not tell."""
    first: date | None = None
    last: date | None = None
    place: Place = NOWHERE


def side_of_rank(rank: str) -> str:
    """The side of a rank as names are read; nothing for none."""
    return _RANKS.get(rank, POLICE if rank else "")


def people_standing(standing: Standing) -> Iterator[Known]:
    """Everybody whose row can be read."""
    sides = _sides(standing)
    for row in standing.book.rows(PEOPLE):
        side = _side(row.role, row.employer, sides)
        place = row.place("id")
        yield Known(
            row.id, row.name, row.role, row.employer, side, row.first, row.last, place
        )


def people_wanted(rows: Iterable[Wanted], standing: Standing) -> Iterator[Known]:
    """Everybody whom rows of an import would add."""
    sides = _sides(standing)
    for row in rows:
        if row.sheet != PEOPLE.name:
            continue
        words = {column: shown(value) for column, value in row.values.items()}
        role, employer = words.get("role", "").lower(), words.get("employer", "")
        yield Known(
            words.get("id", ""),
            words.get("name", ""),
            role,
            employer,
            _side(role, employer, sides),
            _day(DATE, row, "from"),
            _day(LAST_DATE, row, "to"),
            row.places[0],
        )


def _sides(standing: Standing) -> dict[str, str]:
    """The side of each employer that the sheet Units names."""
    units = standing.book.rows(UNITS)
    trusts = {unit.trust.casefold(): AMBULANCE for unit in units}
    return {unit.force.casefold(): POLICE for unit in units} | trusts


def _side(role: str, employer: str, sides: dict[str, str]) -> str:
    """Where the person belongs: a special's force employs regular officers too."""
    side = sides.get(employer.casefold(), "")
    if side in (POLICE, "") and _ROLES.get(role) == SPECIALS:
        return SPECIALS
    return side or _ROLES.get(role, "")


def _day(kind: Kind[date] | Kind[date | None], row: Wanted, column: str) -> date | None:
    try:
        return kind.read(row.values.get(column))
    except NotUnderstood:
        return None
