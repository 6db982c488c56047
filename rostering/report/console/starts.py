"""What other hours of a turn would change, in the terminal."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.report.console.columns import Block, in_columns
from rostering.report.console.screen import (
    FAINT,
    HEADING,
    OPEN,
    counted,
    heading,
    indented,
    table,
)

if TYPE_CHECKING:
    from rostering.worth.starts import Start

NOTE = (
    "The same crews and the same length of shift, for the whole rota. On top: unsocial "
    "hours and the like, in hours of plain time{}. Breaches: of rules on rest and "
    "hours that must hold. Night workers: nights are a third or more of their days of "
    "work; whoever gives time freely is not counted. Whether people offer those hours, "
    "and how their teams' turns fit, is not looked at: change the book and build it."
)


def starts_shown(
    found: "Sequence[Start]", total: int, width: int
) -> Iterator[RenderableType]:
    """Every turn at each hour, and which of them catches most."""
    turns = groupby(found, key=lambda each: each.turn)
    blocks = [_block(turn, tuple(its), total) for turn, its in turns]
    yield from in_columns(blocks, width)
    if found:
        has_pounds = any(each.pounds is not None for each in found)
        yield Text(NOTE.format(" and in pounds" if has_pounds else ""), style=FAINT)


def _block(turn: str, its: "Sequence[Start]", total: int) -> Block:
    head = heading(f"If the turn {turn} started at another hour")
    words = indented(Text(_in_words(its, total)))
    return head, indented(_table(its, total)), words, Text()


def _table(its: "Sequence[Start]", total: int) -> Table:
    has_pounds = any(each.pounds is not None for each in its)
    pounds = ["in pounds"] * has_pounds
    heads = ("caught", "on top", *pounds, "shortest rest", "breaches", "night workers")
    made = table("start", *heads)
    for column in made.columns[1:]:
        column.justify = "right"
    best = max(each.caught for each in its)
    for each in its:
        rest = each.shortest_rest
        caught, on_top = percent(each.caught, total), f"{float(each.on_top):,.1f} h"
        made.add_row(
            Text(f"{each.clock:%H:%M}{' now' if each.is_now else ''}"),
            Text(caught, style=HEADING if each.caught == best else ""),
            on_top,
            *[f"£{each.pounds or 0:,.0f}"] * has_pounds,
            "–" if rest is None else f"{float(rest):.1f} h",
            Text(str(each.breaches), style=OPEN if each.breaches else ""),
            str(each.night_workers),
        )
    return made


def _in_words(its: "Sequence[Start]", total: int) -> str:
    """Which start catches most, and what it changes beside the best of now."""
    now = max((each for each in its if each.is_now), key=lambda each: each.caught)
    best = max(its, key=lambda each: (each.caught, -each.breaches, -_apart(each, now)))
    if best.caught <= now.caught:
        return f"None of them catches more than {now.clock:%H:%M}."
    more = percent(best.caught - now.caught, total).replace("%", " points")
    told = [
        _more(best.on_top - now.on_top),
        f"{counted(best.breaches, 'breach')} (now {now.breaches})",
        f"{counted(best.night_workers, 'night worker')} (now {now.night_workers})",
    ]
    return f"{best.clock:%H:%M} catches most, {more} more: {', '.join(told)}."


def _apart(one: "Start", other: "Start") -> int:
    """Minutes between two starts."""
    first, second = (60 * each.clock.hour + each.clock.minute for each in (one, other))
    return abs(first - second)


def _more(hours: Fraction) -> str:
    """`12.5 h more on top`."""
    word = "less" if hours < 0 else "more"
    return f"{abs(float(hours)):,.1f} h {word} on top"


def percent(part: Fraction, whole: int) -> str:
    """`73.0%`."""
    return f"{100 * float(part) / whole:.1f}%" if whole else ""
