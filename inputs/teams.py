"""The sheet Teams: the police response teams and their patterns of turns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from inputs._book import Book
from inputs._clocks import CLOCK, END_CLOCK
from inputs._columns import Reference, Row, SheetForm, family, optional, required
from inputs._dates import DATE
from inputs._faults import Faults
from inputs._imported import imported
from inputs._repeats import once
from inputs._values import NAME, PATTERN, whole
from rostering.domain import REST, Team

TEAM = Reference("Teams", "team")


@dataclass(frozen=True, kw_only=True)
class TeamRow(Row):
    """One response team."""

    team: str = required("team", NAME, "What the team is called.")
    district: str = required(
        "district",
        NAME,
        "Its district, as Units names it.",
        refers=Reference("Teams", "district"),
    )
    anchor: date = required("anchor", DATE, "A day on which its pattern begins.")
    pattern: tuple[str, ...] = required(
        "pattern", PATTERN, "First letters of its turns, one a day; - is rest."
    )
    starts: Mapping[str, time] = family(
        "<turn> start", CLOCK, "When the turn starts: a column for each turn."
    )
    ends: Mapping[str, time] = family("<turn> end", END_CLOCK, "When the turn ends.")
    least_on_duty: int = optional(
        "least on duty",
        whole(0, 999),
        "How many of the team must stay on its own turn.",
        default=0,
    )
    imported: str = imported()


TEAMS = SheetForm("Teams", "Response teams and their shift patterns.", TeamRow)


def teams_in(book: Book, faults: Faults) -> tuple[Team, ...]:
    """The teams by name."""
    rows = once(book.rows(TEAMS), lambda row: row.team.casefold(), "team", faults)
    teams = [_team(row) for row in rows if _is_complete(row, faults)]
    return tuple(sorted(teams, key=lambda team: team.name))


def _is_complete(row: TeamRow, faults: Faults) -> bool:
    """Whether every turn has both times and every letter is one turn's first."""
    complete = True
    for turn in sorted(row.starts.keys() ^ row.ends.keys()):
        lacking = "end" if turn in row.starts else "start"
        column = f"{turn} {lacking}"
        wanted = f"a clock time: the {turn} turn has no {lacking}"
        faults.error(row.place(column), "nothing", wanted)
        complete = False
    turns = _turns(row)
    for letter in sorted(set(row.pattern) - {REST}):
        named = [turn for turn in turns if turn.upper().startswith(letter)]
        if len(named) == 1:
            continue
        wanted = f"letters that each begin one turn of {', '.join(turns) or 'none'}"
        faults.add(row.error("pattern", f"{wanted}, and - for rest; {letter} does not"))
        complete = False
    return complete


def _turns(row: TeamRow) -> list[str]:
    return sorted(row.starts.keys() | row.ends.keys())


def _team(row: TeamRow) -> Team:
    turns = _turns(row)
    by_letter = {turn[0].upper(): turn for turn in turns} | {REST: REST}
    return Team(
        name=row.team,
        district=row.district,
        anchor=row.anchor,
        pattern=tuple(by_letter[letter] for letter in row.pattern),
        times=tuple((turn, row.starts[turn], row.ends[turn]) for turn in turns),
        least_on_duty=row.least_on_duty,
        place=row.place("team"),
    )
