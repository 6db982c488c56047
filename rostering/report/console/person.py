"""One person's own rota: every shift and every day away, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import MINUTE, day_in_words, in_words
from rostering.report.console.bars import KEY, hours_bar
from rostering.report.console.cars import day_text, short_day
from rostering.report.console.screen import FAINT, counted, heading, table
from rostering.report.console.signs import (
    NEW,
    NEW_MARK,
    OVERTIME,
    OVERTIME_MARK,
    busy_text,
    legend,
    turn_styles,
)
from rostering.report.known import NOTHING, Known
from rostering.report.paid import Paid
from rostering.saved.diaries import Engagement
from rostering.saved.lines import RotaLine, State

LONGEST = 60
"""The widest bar of hours."""


def person_shown(
    lines: Sequence[RotaLine], person: str, width: int = 80, known: Known = NOTHING
) -> Iterator[RenderableType]:
    """All shifts of one person, with whom and for how long, and all days away."""
    own = [line for line in lines if line.person == person]
    length = sum((line.span.length for line in own), timedelta())
    total = f"{counted(len(own), 'shift')}, {in_words(length)}"
    yield heading(f"{_who(own, known, person)}: {total}")
    if own:
        first, last = own[0].day, own[-1].day
        said = f"{day_in_words(first)} to {day_in_words(last)}"
        yield Text(said, style=FAINT)
    yield from _contract(known.hours.get(person), width)
    yield _Listing(lines, own, known).drawn(person)
    yield from legend(own, known.narrowed(person))


def _who(own: Sequence[RotaLine], known: Known, person: str) -> str:
    found = own[0] if own else known.diaries[person]
    return f"{found.name} ({person}, {found.role})"


def _contract(hours: Paid | None, width: int) -> Iterator[Text]:
    """The hours beside those of the contract, as a bar."""
    if hours is None or hours.contract is None:
        return
    total, asked = (in_words(x * MINUTE) for x in (hours.total, hours.contract))
    said = f" {total} of {asked} in the whole rota"
    room = min(LONGEST, width - len(said))
    yield Text.assemble(hours_bar(hours, hours.most, room), said)
    yield Text(KEY, style=FAINT)


@dataclass(frozen=True)
class _Listing:
    """A line a shift or a stretch of days away."""

    lines: Sequence[RotaLine]
    own: Sequence[RotaLine]
    known: Known

    def drawn(self, person: str) -> Table:
        """Everything in order of time."""
        has_posts = len({line.post for line in self.own}) > 1
        heads = ["date", "hours", "length", "car", "turn", "post", "with"]
        if not has_posts:
            heads.remove("post")
        made = table(*heads)
        for column in made.columns[:-1]:
            column.no_wrap = True
        for _, cells in sorted(self._rows(person), key=lambda row: row[0]):
            shown = cells if has_posts else [*cells[:5], *cells[6:]]
            made.add_row(*shown)
        return made

    def _rows(self, person: str) -> Iterator[tuple[date, Sequence[Text]]]:
        styles = turn_styles(self.lines)
        for line in self.own:
            yield line.day, self._shift(line, styles[line.turn])
        for line in self.known.gone(person):
            if line.day in self.known.days:
                yield line.day, self._gone(line)
        for each in self.known.engagements(person):
            yield each.first, self._away(each)

    def _shift(self, line: RotaLine, style: str) -> Sequence[Text]:
        date_text = day_text(line.day, short_day(line.day), self.known)
        if self.known.is_changed(line):
            date_text = Text.assemble((f"{NEW_MARK} ", NEW), date_text)
        length = Text(in_words(line.span.length))
        if line in self.known.overtime:
            length.append(f" {OVERTIME_MARK}", OVERTIME)
        facts = map(Text, (line.clock, line.unit, line.turn, line.post))
        clock, unit, turn, post = facts
        turn.stylize(style)
        others = Text(", ".join(self._others(line)))
        return date_text, clock, length, unit, turn, post, others

    def _gone(self, line: RotaLine) -> Sequence[Text]:
        said = f"{NEW_MARK} {short_day(line.day)}"
        was = Text(f"no longer {line.unit} {line.turn} {line.clock}", style=FAINT)
        return Text(said, style=NEW), *[Text()] * 5, was

    def _away(self, each: Engagement) -> Sequence[Text]:
        days = (each.last - each.first).days + 1
        mark = busy_text(each.busy)
        said = f"{each.busy} to {short_day(each.last)}" if days > 1 else each.busy.value
        first = Text(short_day(each.first))
        return first, mark, *[Text()] * 4, Text(said, style=FAINT)

    def _others(self, line: RotaLine) -> list[str]:
        """The names of everybody else on the same shift."""
        shift = line.shift_id
        same = [x for x in self.lines if x.shift_id == shift and x != line]
        return [x.name for x in same if x.state is State.FILLED]
