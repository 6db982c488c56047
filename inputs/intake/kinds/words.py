"""The words of the book: its cars, roles, skills and teams, and when they work."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from functools import cached_property

from inputs._book import Book
from inputs._clocks import TEAM
from inputs._faults import Faults
from inputs.cover import COVER, CoverRow
from inputs.crews import CREWS
from inputs.history import HISTORY
from inputs.leave import LEAVE
from inputs.people import PEOPLE, PersonRow
from inputs.skills import SKILL, valid_months_in
from inputs.teams import TEAMS, teams_in
from inputs.units import UNITS, UnitRow
from rostering.domain import AbsenceKind, DateRange, Team

Times = tuple[time, time]
_CALLSIGN = re.compile(r"([a-z]*)[^a-z0-9]*0*([0-9]+)")


class BookWords:
    """What the book calls its things, and when its cars and teams usually work."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.people: Mapping[str, PersonRow] = {
            row.id: row for row in book.rows(PEOPLE)
        }

    @cached_property
    def units(self) -> tuple[UnitRow, ...]:
        """The cars."""
        return self.book.rows(UNITS)

    @cached_property
    def callsigns(self) -> tuple[str, ...]:
        """The cars by name."""
        return tuple(dict.fromkeys(row.callsign for row in self.units))

    @cached_property
    def skills(self) -> tuple[str, ...]:
        """The skills that people may hold."""
        return tuple(sorted(set(self.book.names(SKILL).spellings.values())))

    @cached_property
    def teams(self) -> tuple[str, ...]:
        """The response teams by name."""
        return tuple(dict.fromkeys(row.team for row in self.book.rows(TEAMS)))

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Whom posts admit."""
        crews = self.book.rows(CREWS)
        named = (role for row in crews for rank in row.roles for role in sorted(rank))
        return tuple(dict.fromkeys(named))

    def post_of(self, role: str) -> str:
        """The one post that admits the role; empty where it could be several."""
        crews = self.book.rows(CREWS)
        posts = {row.post for row in crews if any(role in rank for rank in row.roles)}
        return posts.pop() if len(posts) == 1 else ""

    def employers(self, side: str) -> tuple[str, ...]:
        """Trusts for the ambulance's side, forces for the police's, or both."""
        trusts = [row.trust for row in self.units if side in ("ambulance", "")]
        forces = [row.force for row in self.units if side != "ambulance"]
        return tuple(dict.fromkeys([*trusts, *forces]))

    def unit(self, word: str) -> str | None:
        """The car that the word means; None for none, or for more than one."""
        exact = [name for name in self.callsigns if plain(name) == plain(word)]
        if exact:
            return exact[0]
        alike = [name for name in self.callsigns if _is_same_car(name, word)]
        return alike[0] if len(alike) == 1 else None

    def resembles_car(self, word: str) -> bool:
        """Whether the word looks like a car of the book, and might be a slip."""
        said = _CALLSIGN.fullmatch(word.casefold().strip())
        marks = [_CALLSIGN.fullmatch(name.casefold()) for name in self.callsigns]
        letters = {mark[1] for mark in marks if mark}
        return said is not None and (said[1] in letters or not said[1])

    def unit_at(self, base: str) -> str | None:
        """The one car that starts from the base, or works in the area, so called."""
        found = {
            row.callsign
            for row in self.units
            if plain(base) in map(plain, (row.base, row.area, *row.districts))
        }
        return found.pop() if len(found) == 1 else None

    def unit_of_district(self, district: str) -> str | None:
        """The one car that goes by the turns of the district's teams."""
        found = {row.callsign for row in self.units if district in row.districts}
        return found.pop() if len(found) == 1 else None

    def skill(self, word: str) -> str | None:
        """The skill so called."""
        return _one(word, self.skills)

    def team(self, word: str) -> str | None:
        """The team so called."""
        return _one(word, self.teams)

    @cached_property
    def valid_months(self) -> Mapping[tuple[str, str], int]:
        """How long a skill lasts, by role and skill."""
        return valid_months_in(self.book)

    @cached_property
    def first_day(self) -> date | None:
        """The earliest day of which it speaks: of work, cover or a team's pattern."""
        days = {row.dates.first for row in self.book.rows(COVER)}
        days |= {row.anchor for row in self.book.rows(TEAMS)}
        days |= {row.day for row in self.book.rows(HISTORY)}
        return min(filter(None, days), default=None)

    @property
    def districts(self) -> tuple[str, ...]:
        """The districts of its teams and cars."""
        named = [row.district for row in self.book.rows(TEAMS)]
        named += [district for unit in self.units for district in unit.districts]
        return tuple(dict.fromkeys(named))

    def district(self, team: str) -> str | None:
        """The team's district; None for a team that is not in the book."""
        rows = self.book.rows(TEAMS)
        return next((row.district for row in rows if row.team == team), None)

    def cover_times(
        self, day: date, units: Iterable[str], turn: str = ""
    ) -> frozenset[Times]:
        """When these cars work on such a day, on any turn or on one."""
        wanted = set(units)
        rows = [
            row
            for row in self.book.rows(COVER)
            if row.unit in wanted
            and day.weekday() in row.days
            and turn in ("", row.turn)
        ]
        dated = [row for row in rows if day in row.dates]
        return frozenset(
            times for row in dated or rows for times in self._times(row, day)
        )

    def times_of(self, turn: str) -> frozenset[Times]:
        """When anybody of the book works on the turn, on any day; on all for none."""
        cover = self.book.rows(COVER)
        clocked = {
            (row.start, row.end)
            for row in cover
            if turn in ("", row.turn)
            and isinstance(row.start, time)
            and isinstance(row.end, time)
        }
        teams = {
            (start, end)
            for team in self._teams
            for name, start, end in team.times
            if turn in ("", name)
        }
        return frozenset(clocked | teams)

    def team_times(self, team: str, turn: str) -> frozenset[Times]:
        """When the team works on the turn."""
        return frozenset(
            (start, end)
            for known in self._teams
            for name, start, end in known.times
            if known.name == team and name == turn
        )

    def has_turn(self, team: str, day: date) -> bool:
        """Whether the team works on the day, by its pattern."""
        return any(t.name == team and t.span_on(day) for t in self._teams)

    def is_on_leave(self, person: str, day: date) -> bool:
        """Whether the book has the person away that day, for more than rest."""
        return any(day in days for days in self._leave.get(person, ()))

    @cached_property
    def _leave(self) -> Mapping[str, Sequence[DateRange]]:
        days: defaultdict[str, list[DateRange]] = defaultdict(list)
        for row in self.book.rows(LEAVE):
            if row.kind is not AbsenceKind.REST:
                days[row.person].append(row.days)
        return days

    @cached_property
    def _teams(self) -> Sequence[Team]:
        return teams_in(self.book, Faults())

    def _times(self, row: CoverRow, day: date) -> Iterable[Times]:
        """The row's times; of the districts' teams on the turn where it says so."""
        if isinstance(row.start, time) and isinstance(row.end, time):
            return [(row.start, row.end)]
        units = [unit for unit in self.units if unit.callsign == row.unit]
        districts = {name for unit in units for name in unit.districts}
        return [
            (
                start if row.start == TEAM else row.start,
                end if row.end == TEAM else row.end,
            )
            for team in self._teams
            if team.district in districts and team.turn_on(day) == row.turn
            for turn, start, end in team.times
            if turn == row.turn
        ]


def plain(word: str) -> str:
    """The word's letters and digits, small."""
    return re.sub(r"[\W_]", "", word.casefold())


def _one(word: str, known: Iterable[str]) -> str | None:
    found = [name for name in known if plain(name) == plain(word)]
    return found[0] if len(found) == 1 else None


def _is_same_car(callsign: str, word: str) -> bool:
    """Whether they are alike but for signs, noughts and a letter: JR-01, JR 1, JRU1."""
    known, said = (_CALLSIGN.fullmatch(x.casefold().strip()) for x in (callsign, word))
    if known is None or said is None or known[2] != said[2]:
        return False
    return said[1] == known[1] or said[1][:-1] == known[1] != ""
