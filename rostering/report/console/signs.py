"""The shapes and colours in the picture of a rota; none tells by colour alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from rostering.domain.busy import Busy
from rostering.domain.time import monday_of
from rostering.report.console.screen import (
    FAINT,
    OPEN,
    OPEN_MARK,
    SPARE_MARK,
)
from rostering.report.known import Known
from rostering.saved.lines import RotaLine, State

NEW_MARK = "≠"
OVERTIME_MARK = "+"
HOLIDAY_MARK = "★"
OUTSIDE_MARK = "/"
BUSY_MARKS = {Busy.LEAVE: "▬", Busy.TRAINING: "▲", Busy.COURT: "◆", Busy.AWAY: "●"}
NEW, OVERTIME, HOLIDAY = "bold yellow", "bold magenta", "bold magenta"
BUSY_STYLES = {
    Busy.LEAVE: "green",
    Busy.TRAINING: "bright_blue",
    Busy.COURT: "bright_blue",
    Busy.AWAY: "bright_black",
}
MONDAY, SUNDAY = 0, 6
BETWEEN = "  "
"""Between one sign and the next."""
_COLOURS = ("cyan", "magenta", "blue", "green", "bright_cyan", "bright_magenta")


@dataclass(frozen=True)
class _Legend:
    """Signs side by side, each on one line with its words where they fit."""

    signs: Sequence[Text]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Text]:
        """As many to a line as there is room for."""
        line = Text()
        for sign in self.signs:
            if (
                line
                and line.cell_len + len(BETWEEN) + sign.cell_len > options.max_width
            ):
                yield line
                line = Text()
            line = Text(BETWEEN).join([line, sign]) if line else sign
        yield line


def turn_styles(lines: Iterable[RotaLine]) -> dict[str, str]:
    """A colour for each turn; its name, or the beginning of it, is its shape."""
    turns = sorted({line.turn for line in lines})
    return dict(zip(turns, cycle(_COLOURS), strict=False))


def name_text(line: RotaLine, known: Known) -> Text:
    """`≠ Ann Lee +`: somebody on a shift, with what is unusual about it."""
    said = Text(line.name)
    if known.is_new(line):
        said = Text.assemble((f"{NEW_MARK} ", NEW), said)
    if line in known.overtime:
        said.append(f" {OVERTIME_MARK}", OVERTIME)
    return said


def busy_text(busy: Busy, length: int = 1) -> Text:
    """The shape of a day away, as long as is wanted where it goes on for days."""
    is_bar = busy in (Busy.LEAVE, Busy.AWAY)
    return Text(BUSY_MARKS[busy] * (length if is_bar else 1), BUSY_STYLES[busy])


def legend(
    lines: Sequence[RotaLine], known: Known, *, is_grid: bool = False
) -> Iterator[RenderableType]:
    """What the shapes mean: only those that can be in the picture.

    Args:
        lines: All that is drawn.
        known: What is known beside them.
        is_grid: Whether whole weeks are drawn, whatever their days.
    """
    first, last = known.days.first, known.days.last
    is_cut = (first and first.weekday() != MONDAY) or (
        last and last.weekday() != SUNDAY
    )
    outside = [_sign(OUTSIDE_MARK, FAINT, "not shown")] if is_grid and is_cut else []
    signs = (*_explained(lines, known), *outside)
    if signs:
        yield _Legend(signs)


def _explained(lines: Sequence[RotaLine], known: Known) -> Iterator[Text]:
    crewed = {line.shift_id for line in lines if line.state is State.FILLED}
    states = {x.state for x in lines if x.state is State.OPEN or x.shift_id in crewed}
    if State.OPEN in states:
        yield _sign(OPEN_MARK, OPEN, "open")
    if State.SPARE in states:
        yield _sign(SPARE_MARK, FAINT, "spare")
    if known.since is not None and known.has_changes:
        yield _sign(NEW_MARK, NEW, f"changed since {known.since.name}")
    if known.overtime & set(lines):
        yield _sign(OVERTIME_MARK, OVERTIME, "overtime")
    for busy in _busy(lines, known):
        yield _sign(BUSY_MARKS[busy], BUSY_STYLES[busy], busy.value)
    names = [name for day, name in known.holidays.items() if day in known.days]
    if names:
        said = ", ".join(dict.fromkeys(name for name in names if name))
        words = f"bank holiday: {said}" if said else "bank holiday"
        yield _sign(HOLIDAY_MARK, HOLIDAY, words)


def _busy(lines: Sequence[RotaLine], known: Known) -> list[Busy]:
    """What anybody does in the weeks of these lines, as far as they are shown."""
    if not lines:
        return []
    first = monday_of(min(line.day for line in lines))
    last = monday_of(max(line.day for line in lines)) + timedelta(days=6)
    found = {
        each.busy
        for who in known.diaries
        for each in known.engagements(who)
        if each.first <= last and first <= each.last
    }
    return [busy for busy in Busy if busy in found]


def _sign(mark: str, style: str, words: str) -> Text:
    return Text.assemble((mark, style), (f" {words}", FAINT))
