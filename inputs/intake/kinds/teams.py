"""From a base rota, and the list of who is on which line, to rows of Teams."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from inputs._cells import CellValue
from inputs._kinds import NotUnderstood
from inputs.intake.doubts import Topic
from inputs.intake.entries import Block, Shape
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._lines import Line, Square
from inputs.intake.kinds._times import A_RANGE, said_times
from inputs.intake.kinds.desk import Desk, Outcome, Page
from inputs.intake.sayings import NOTHING
from inputs.intake.values.code_table import Times
from inputs.intake.values.dates import read_date
from inputs.intake.wanted import Wanted

_A_TEAM = "the police team that is on this line"


def is_of_base_rota(block: Block) -> bool:
    """Whether it is a base rota, or a list of who is on which of its lines."""
    fields = {head.field for head in block.headings}
    is_list = Field.LINE in fields and Field.DATE not in fields
    return block.shape is Shape.BASE_LINES or (block.shape is Shape.LIST and is_list)


def read_base_rota(desk: Desk, blocks: Iterable[Block]) -> list[Outcome]:
    """A row of Teams for each team that is put on a line: all of them, or none.

    Where each line is one week, people go down the lines from week to week, and from
    the last line to the first: a team's pattern is its own line and those after it. A
    rota that has every week of each line is taken as it stands.
    """
    readers = [
        (block.shape, EntryReader(Page(desk, block), entry))
        for block in blocks
        for entry in block.entries
    ]
    squares = [
        Square.of(reader) for shape, reader in readers if shape is Shape.BASE_LINES
    ]
    puttings = [reader for shape, reader in readers if shape is not Shape.BASE_LINES]
    if any(map(_names_a_person, puttings)):
        because = "a base rota of people: whom the book plans, it plans anew"
        return [Outcome(reader.entry, passed=because) for _, reader in readers]
    rota = _BaseRota(desk, Line.all_in(squares), puttings)
    rows = tuple(rota.rows())
    doubts = tuple(
        dict.fromkeys(doubt for _, reader in readers for doubt in reader.doubts)
    )
    if doubts:
        return [Outcome(reader.entry, doubts=doubts) for _, reader in readers]
    if not rows:
        because = "a base rota on which no team is put"
        return [Outcome(reader.entry, passed=because) for _, reader in readers]
    return [
        Outcome(reader.entry, rows=() if n else rows, is_joined=n > 0)
        for n, (_, reader) in enumerate(readers)
    ]


def _names_a_person(reader: EntryReader) -> bool:
    """Whether somebody, and no team, is put on a line."""
    is_person = reader.entry.text(Field.ID, Field.NAME, Field.SURNAME)
    return bool(is_person) and not reader.entry.text(Field.TEAM)


class _BaseRota:
    """The lines of a base rota, and the teams on them."""

    def __init__(
        self, desk: Desk, lines: list[Line], puttings: Iterable[EntryReader]
    ) -> None:
        self._desk = desk
        self._lines = lines
        self._teams: defaultdict[str, dict[str, EntryReader]] = defaultdict(dict)
        for reader in puttings:
            cell = reader.entry.cell(Field.TEAM)
            if cell is not None:
                named = self._named(cell.text)
                self._teams[reader.entry.text(Field.LINE)][named] = reader
        for line in lines:
            if said := desk.said(Topic.TEAM, f"line {line.name}"):
                self._teams[line.name][said] = line.reader

    def rows(self) -> Iterator[Wanted]:
        """The row of each team; what is lacking is doubted with its reader."""
        if not any(self._teams.values()):
            self._ask_for_teams()
        for line in self._lines:
            for team, reader in self._teams[line.name].items():
                if team != NOTHING:
                    values = self._row(line, team, reader)
                    given = {k: v for k, v in values.items() if v is not None}
                    places = line.reader.entry.anchor.place, reader.entry.anchor.place
                    yield Wanted("Teams", given, tuple(dict.fromkeys(places)))

    def _named(self, word: str) -> str:
        said = self._desk.said(Topic.TEAM, word)
        return said or self._desk.words.team(word) or word

    def _ask_for_teams(self) -> None:
        choices = (*self._desk.words.teams, NOTHING)
        for line in self._lines:
            about = Topic.TEAM, f"line {line.name}"
            line.reader.ask(line.reader.entry.anchor, _A_TEAM, about, choices)

    def _row(self, line: Line, team: str, reader: EntryReader) -> dict[str, CellValue]:
        values: dict[str, CellValue] = {
            "team": team,
            "district": self._district(team, reader),
            "anchor": self._anchor(line),
            "pattern": line.pattern(self._lines),
        }
        for turn, word in line.turns(self._lines).items():
            times = self._times(team, turn, word, reader)
            if times is not None:
                values |= {f"{turn} start": times[0], f"{turn} end": times[1]}
        return values

    def _district(self, team: str, reader: EntryReader) -> str | None:
        """As the book has it, or as was said for the whole file."""
        district = self._desk.words.district(team)
        district = district or self._desk.said(Topic.FILL, "district")
        if district is None:
            known = self._desk.words.districts
            wanted = "the district of its teams; the file does not name it"
            reader.ask(reader.entry.anchor, wanted, (Topic.FILL, "district"), known)
        return district

    def _anchor(self, line: Line) -> date | None:
        """The day on which the lines begin, by the title or as was said."""
        said = self._desk.said(Topic.FILL, "anchor")
        if said is not None:
            try:
                return read_date(said)
            except NotUnderstood:
                pass
        elif line.first_day is not None:
            return line.first_day
        wanted = "the day on which its lines begin, such as 04/01/2027"
        anchor = line.reader.entry.anchor
        line.reader.ask(anchor, wanted, (Topic.FILL, "anchor"))
        return None

    def _times(
        self, team: str, turn: str, word: str, reader: EntryReader
    ) -> Times | None:
        """As the team, or else every team of the book, has the turn."""
        words = self._desk.words
        known = words.team_times(team, turn) or frozenset(
            times for other in words.teams for times in words.team_times(other, turn)
        )
        said = said_times(reader, word)
        if said is not None or len(known) == 1:
            return said or next(iter(known))
        reader.ask(reader.entry.anchor, f"{A_RANGE}: {word}", (Topic.TURN, word))
        return None
