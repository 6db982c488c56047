"""A rule's drawn examples as little pictures: a line a person, a column a day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.domain import Kind
from rostering.drawing.facts import FACTS
from rostering.drawing.reading import FIRST_DAY
from rostering.drawing.tokens import TURNS
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    OPEN,
    heading,
    indented,
    table,
)

_BEFORE = "│"
"""Parts the days before the period from those in it."""


def examples_shown(rule: Rule) -> Iterator[RenderableType]:
    """Every example of the rule, what keeps it first, and how to read them.

    Safety is never a wish, and so nobody is told what it would cost as one.
    """
    made = table("", "drawn")
    made.show_header = False
    made.show_lines = True
    made.columns[0].no_wrap = True
    for title, style, drawing in _groups(rule):
        made.add_row(Text(title, style=style), _picture(drawing))
    yield heading("Drawn examples")
    yield indented(made)
    yield Text(_KEY, style=FAINT)


def _groups(rule: Rule) -> Iterator[tuple[str, str, str]]:
    yield from (("kept", DONE, drawing) for drawing in rule.kept)
    yield from (("broken", OPEN, drawing) for drawing in rule.broken)
    if rule.kind is not Kind.SAFETY:
        for drawing, cost in rule.charged:
            yield f"charge {cost}", DOUBTFUL, drawing


def _picture(drawing: str) -> Table:
    """The people under the weekdays, and the facts below."""
    lines = [line.split() for line in drawing.strip().splitlines() if line.strip()]
    starts = [words[1] for words in lines if words[0] == "start"]
    first = date.fromisoformat(starts[0]) if starts else FIRST_DAY
    people = [words for words in lines if words[0] not in FACTS and words[0] != "start"]
    facts = [" ".join(words) for words in lines if words not in people]
    made = Table.grid(padding=0)
    made.add_column(overflow="fold")
    made.add_row(Text(_grid(people, first)))
    made.add_row(Text("\n".join(facts), style=FAINT)) if facts else None
    return made


def _grid(people: Sequence[Sequence[str]], first: date) -> str:
    """The marks of each person in columns, one a day, the days before it apart."""
    pasts = [[word[1:] or "-" for word in words if word[0] == "."] for words in people]
    rests = [[word for word in words[1:] if word[0] != "."] for words in people]
    longest = max(map(len, pasts), default=0)
    rows = [
        [*[""] * (longest - len(past)), *past, *([_BEFORE] if longest else []), *rest]
        for past, rest in zip(pasts, rests, strict=True)
    ]
    length = max(map(len, rows), default=0) - bool(longest)
    begin = first - timedelta(days=longest)
    days = [f"{begin + timedelta(days=n):%a}"[:2] for n in range(length)]
    if longest:
        days.insert(longest, _BEFORE)
    names = ["", *(words[0] for words in people)]
    columns = [names, *zip_longest(days, *rows, fillvalue="")]
    widths = [max(map(len, column)) for column in columns]
    lines = zip(*columns, strict=True)
    return "\n".join(
        " ".join(mark.ljust(w) for mark, w in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


_TURNS = ", ".join(
    f"{letter} {turn} {start:%H:%M}-{end:%H:%M}"
    for letter, (turn, start, end) in TURNS.items()
)
_KEY = (
    f"A line a person, a mark a day, from {FIRST_DAY.day} {FIRST_DAY:%B %Y} on unless "
    f"a start is given: {_TURNS}, with the car’s number if there are several and + "
    f"between two on one day; - rest, A leave, T training 08:00-16:00; days before the "
    f"period stand before {_BEFORE}. Bob@A is of team A. Lines below give facts."
)
"""How a picture is read."""
