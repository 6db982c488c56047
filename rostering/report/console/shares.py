"""Who has how much of the rota, role by role, with bars to compare by eye."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.report.console.bars import KEY, bar, hours_bar
from rostering.report.console.screen import FAINT, heading, table
from rostering.report.known import NOTHING, Known
from rostering.report.paid import Paid
from rostering.report.shares import Share, shares_by_role
from rostering.saved.lines import RotaLine

ALWAYS = ("shifts", "hours", "weekends", "late")
MORE, MORE_FROM = ("cars", "partners"), 100
"""Figures for which a screen of so many columns has room."""
BARS, BARS_FROM = ("weekends", "late"), 130
"""Figures that have bars of their own on a screen of so many columns."""
AVERAGE = "average"
LONGEST, SMALL = 40, 10
"""The widths of a bar of hours, at most, and of a bar of another figure."""


def shares_shown(
    lines: Sequence[RotaLine], width: int, known: Known = NOTHING
) -> Iterator[RenderableType]:
    """One table a role, whoever has most hours first."""
    roles = list(shares_by_role(lines))
    if not roles:
        yield Text("Nobody is named in this rota, so no shares can be told.")
        return
    longest = max(len(share.name) for _, theirs in roles for share in theirs)
    names = max(longest, len(AVERAGE))
    for role, theirs in roles:
        hours = [_hours(share, known) for share in theirs]
        yield heading(role)
        yield _Drawing(theirs, hours, names, width).drawn()
        yield Text()
    if known.hours and known.is_whole:
        yield Text(KEY, style=FAINT)


@dataclass(frozen=True)
class _Drawing:
    """The people of one role."""

    theirs: Sequence[Share]
    hours: Sequence[Paid]
    longest: int
    """Columns for a name, so that the tables of all roles stand in line."""
    width: int

    @property
    def names(self) -> tuple[str, ...]:
        """The figures that there is room for."""
        return (*ALWAYS, *(MORE if self.width >= MORE_FROM else ()))

    def drawn(self) -> Table:
        """A row a person: figures, the hours as a bar, and the average."""
        made = self._table()
        most = max(each.most for each in self.hours)
        for share, hours in zip(self.theirs, self.hours, strict=True):
            drawn = hours_bar(hours, most, self._room)
            balance = [Text(_balance(hours))] if self._has_contracts else []
            made.add_row(Text(share.name), *self._figures(share), drawn, *balance)
        if len(self.theirs) > 1:
            made.add_row(AVERAGE, *self._average(), style=FAINT)
        return made

    def _table(self) -> Table:
        heads = [head for name in self.names for head in self._heads(name)]
        last = ["balance"] if self._has_contracts else []
        made = table("name", *heads, "", *last)
        made.columns[0].min_width = min(self.longest, self.width // 3)
        for column in made.columns[1:]:
            column.justify = "right" if column.header else "left"
            column.no_wrap = True
        return made

    @property
    def _has_contracts(self) -> bool:
        return any(each.contract is not None for each in self.hours)

    @property
    def _room(self) -> int:
        """What the figures and the names leave."""
        heads = [head for name in self.names for head in self._heads(name)]
        taken = sum(max(len(head), 0 if head else SMALL) + 2 for head in heads)
        taken += self.longest + 2
        taken += len("balance") + 2 if self._has_contracts else 0
        return max(0, min(LONGEST, self.width - taken))

    def _heads(self, name: str) -> tuple[str, ...]:
        """The heads of a figure's columns, of which a bar has none."""
        return (name, "") if self._is_drawn(name) else (name,)

    def _is_drawn(self, name: str) -> bool:
        return name in BARS and self.width >= BARS_FROM

    def _figures(self, share: Share) -> Iterator[Text]:
        for name in self.names:
            value = getattr(share, name)
            yield Text(f"{value:g}")
            if self._is_drawn(name):
                most = max(getattr(each, name) for each in self.theirs)
                yield bar(value, most, SMALL)

    def _average(self) -> Iterator[str]:
        for name in self.names:
            yield f"{mean(getattr(each, name) for each in self.theirs):.1f}"
            if self._is_drawn(name):
                yield ""


def _hours(share: Share, known: Known) -> Paid:
    """Beside the contract where the whole rota is shown, of which a contract is."""
    worked = Paid(round(share.hours * 60))
    return known.hours.get(share.person, worked) if known.is_whole else worked


def _balance(hours: Paid) -> str:
    """`+2.5`, `−14`: hours above the contract or below it; nothing without one."""
    if hours.contract is None:
        return ""
    over = (hours.total - hours.contract) / 60
    sign = "−" if over < 0 else "+"
    return f"{sign}{abs(over):.1f}".removesuffix(".0")
