"""The cover ladder on the screen: whom to ask, and why not the others."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Problem
from rostering.explain.words import cells
from rostering.report.console.cars import short_day
from rostering.report.console.screen import (
    DOUBTFUL,
    FAINT,
    OPEN,
    counted,
    heading,
    indented,
    table,
)
from rostering.report.gains import worth_by_tier

if TYPE_CHECKING:
    from rostering.explain.options import Objection
    from rostering.repair.ladder import Ladder, Rung

FEW = 6
"""Up to so many names a line gives before it says how many more there are."""


def ladder_shown(ladder: "Ladder", most: int) -> Iterator[RenderableType]:
    """Whom to ask in order, then what keeps everybody else out."""
    problem = ladder.rota.problem
    yield heading(_head(ladder))
    if ladder.place.instead_of is not None:
        yield Text(f"In place of {problem.person[ladder.place.instead_of].name}.")
    if ladder.lacking:
        names = " and ".join(post.name for post in ladder.lacking)
        said = f"The car lacks its {names} too: a yes here does not crew it yet."
        yield Text(said, style=DOUBTFUL)
    possible = ladder.possible
    yield Text()
    if possible:
        yield _table(possible[:most], problem)
    else:
        yield Text("There is nobody whom it is any use to ask.", style=OPEN)
    if possible:
        said = "Rest before and after; the fullest 7 days, and hours a week on average."
        yield Text(said, style=FAINT)
    if len(possible) > most:
        said = f"and {len(possible) - most} more; --most {len(possible)} shows them all"
        yield Text(said, style=FAINT)
    yield from _barred(ladder)


def _head(ladder: "Ladder") -> str:
    shift, span = ladder.place.shift, ladder.place.shift.span
    clock = f"{span.local_start:%H:%M}–{span.local_end:%H:%M}"
    when = f"{short_day(shift.day)}  {shift.unit}  {shift.turn}  {clock}"
    return f"{when}  {ladder.place.post.name}"


def _table(rungs: "tuple[Rung, ...]", problem: Problem) -> Table:
    made = table("", "ask", "rest", "7 days", "a week", "asked", "a yes is worth")
    made.columns[0].justify = "right"
    for number, rung in enumerate(rungs, start=1):
        figures = rung.figures
        made.add_row(
            str(number),
            Text(_asks(rung, problem)),
            Text(f"{_rest(figures.rest_before)}\n{_rest(figures.rest_after)}"),
            _hours(figures.week),
            _hours(figures.average),
            _asked(rung),
            Text(_worth(rung)),
        )
    return made


def _worth(rung: "Rung") -> str:
    return "\n".join(said for said, _ in worth_by_tier(rung.charges)) or "as before"


def _asks(rung: "Rung", problem: Problem) -> str:
    """Who, and what must be agreed first, with its cells."""
    lines = [problem.person[rung.fill.person].name]
    for easing in rung.easings:
        words = easing.words(problem)
        where = cells(easing.places(problem))
        lines.append(f"{words[:1].upper()}{words[1:]}{where}")
    for unit in dict.fromkeys(fill.shift.unit for fill in rung.gives_up):
        others = [f.person for f in rung.gives_up if f.shift.unit == unit]
        stands = "stands down" if len(others) > 1 else "goes without"
        lines.append(f"Leaves {unit}, which {stands}")
    return "\n".join(lines)


def _rest(rest: timedelta | None) -> str:
    """Before and after; more than two days is as good as any."""
    return "–" if rest is None else _hours(rest)


def _hours(length: timedelta) -> str:
    return f"{length.total_seconds() / 3600:.0f} h"


def _asked(rung: "Rung") -> str:
    if not rung.asked:
        return "–"
    last = rung.asked[0]
    times = f"{len(rung.asked)}× " if len(rung.asked) > 1 else ""
    return f"{times}{short_day(last.at.date())}: {last.answer}"


def _barred(ladder: "Ladder") -> Iterator[RenderableType]:
    """The others by what keeps them out."""
    problem = ladder.rota.problem
    groups: defaultdict[str, list[tuple[str, Objection]]] = defaultdict(list)
    for rung in ladder.rungs:
        if not rung.is_possible:
            first = rung.against[0]
            name = problem.person[rung.fill.person].name
            groups[first.briefly or first.rule].append((name, first))
    if not groups:
        return
    yield Text()
    number = sum(map(len, groups.values()))
    yield Text(f"{counted(number, 'other')} of the role cannot be asked:", style=FAINT)
    for briefly, alike in sorted(groups.items(), key=lambda g: (len(g[1]), g[0])):
        where = cells([objection.place for _, objection in alike])
        yield indented(Text(f"{len(alike):>2} {briefly}{where}: {_told(alike)}"))


def _told(alike: "list[tuple[str, Objection]]") -> str:
    """A few with what is against each, or the names of many."""
    if len(alike) == 1:
        ((name, objection),) = alike
        return f"{name} ({objection.because})"
    names = [name for name, _ in alike]
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more
