"""What happened, and how much of it a rota would catch, in the terminal."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import day_in_words
from rostering.report.console.heat import DAYS, HOUR_NAMES, by_morning
from rostering.report.console.screen import (
    FAINT,
    HEADING,
    OPEN,
    counted,
    heading,
    indented,
    table,
)
from rostering.report.console.shares import bar

if TYPE_CHECKING:
    from rostering.worth.demand import Demand
    from rostering.worth.starts import Start

SHADES = ((0.75, "██"), (0.5, "▓▓"), (0.25, "▒▒"), (0.0001, "░░"))
"""From which part of the busiest hour on an hour has which shade."""
FIGURES = 58
"""The width of a line without its bar."""


def demand_shown(
    demand: "Demand", found: "Sequence[Start]", width: int
) -> Iterator[RenderableType]:
    """When it happened, where, how much is caught, and what other starts would do."""
    if demand.days is None:
        yield Text("There is no incident to look at.")
        return
    first, last = (day_in_words(day) for day in demand.days)
    total = len(demand.incidents)
    yield heading(f"{counted(total, 'incident')}, {first} to {last}")
    if any(demand.kinds):
        kinds = (f"{kind or 'of no kind'} {n}" for kind, n in demand.kinds.items())
        yield Text(", ".join(kinds), style=FAINT)
    yield Text()
    yield _hours(demand)
    yield Text("██ the busiest hours of the week, ▓▓ half as busy, ▒▒, ░░", style=FAINT)
    yield Text()
    share = _percent(demand.caught(), total)
    yield heading(f"The rota would catch {share} of them, an estimate")
    yield indented(_areas(demand, width))
    yield Text()
    yield from _starts(found, total)


def _hours(demand: "Demand") -> Table:
    made = table("", HOUR_NAMES)
    most = max(demand.slots.values())
    for number, day in enumerate(DAYS):
        marks = (_shade(demand.slots[number, hour], most) for hour in by_morning())
        made.add_row(day, " ".join(marks))
    return made


def _shade(number: int, most: int) -> str:
    return next((mark for part, mark in SHADES if number >= part * most), "  ")


def _areas(demand: "Demand", width: int) -> Table:
    made = table("place", "cars", "incidents", "caught", "share", "")
    for column in made.columns[2:5]:
        column.justify = "right"
    room = max(0, min(20, width - FIGURES))
    for area in demand.areas:
        caught = area.caught(demand.rota)
        made.add_row(
            Text(", ".join(area.places)),
            Text(", ".join(area.units) or "none", style="" if area.units else OPEN),
            str(area.happened),
            f"{float(caught):.0f}",
            _percent(caught, area.happened),
            bar(float(caught), area.happened, room),
        )
    return made


def _starts(found: "Sequence[Start]", total: int) -> Iterator[RenderableType]:
    for turn, its in groupby(found, key=lambda each: each.turn):
        yield heading(f"If the turn {turn} started at another hour")
        yield indented(_table(tuple(its), total))
        yield Text()
    if found:
        yield Text(
            "The same crews and the same length of shift, for the whole rota. On top: "
            "unsocial hours and the like, in hours of plain time. Breaches: of rules "
            "on rest and hours that must hold. Night workers: nights are a third or "
            "more of their days of work; whoever gives time freely is not counted. "
            "Whether people offer those hours, and how their teams' turns fit, is not "
            "looked at: change the book and build it.",
            style=FAINT,
        )


def _table(its: "Sequence[Start]", total: int) -> Table:
    heads = ("start", "caught", "on top", "shortest rest", "breaches", "night workers")
    made = table(*heads)
    for column in made.columns[1:]:
        column.justify = "right"
    best = max(each.caught for each in its)
    for each in its:
        rest = each.shortest_rest
        made.add_row(
            Text(f"{each.clock:%H:%M}{' now' if each.is_now else ''}"),
            Text(
                _percent(each.caught, total),
                style=HEADING if each.caught == best else "",
            ),
            f"{float(each.on_top):,.1f} h",
            "–" if rest is None else f"{float(rest):.1f} h",
            Text(str(each.breaches), style=OPEN if each.breaches else ""),
            str(each.night_workers),
        )
    return made


def _percent(part: Fraction, whole: int) -> str:
    return f"{100 * float(part) / whole:.1f}%"
