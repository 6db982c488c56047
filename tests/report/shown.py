"""A drawn rota as `rota show` has it: from its files alone."""

import json
from io import StringIO
from pathlib import Path

from rostering.domain.time import DateRange
from rostering.drawing import parse
from rostering.report.as_it_stands import as_it_stands
from rostering.report.console.screen import Screen
from rostering.report.document import to_json
from rostering.report.known import known_of
from rostering.report.since import since
from rostering.rulebook import rulebook
from rostering.saved.lines import lines_of
from rostering.saved.reading import rota_of


def saved(drawing):
    """The drawn rota, written to rota.json and read back."""
    rota = parse(drawing)
    rules, _ = rulebook(rota.problem)
    built = as_it_stands(rota, Path("book"), {}, rules)
    content = to_json(built, Path())
    return rota_of(Path("rota.json"), json.loads(content))


def known(read, before=None, days=None):
    """What is known of it, with the changes since another drawing."""
    period = read.document["period"]
    from datetime import date

    whole = DateRange(*(date.fromisoformat(period[end]) for end in ("from", "to")))
    shown = days or whole
    changed = None
    if before is not None:
        was = lines_of(parse(before))
        every = {line.day for line in (*was, *read.lines)}
        changed = since("book@1", was, read.lines, every)
    return known_of(read, shown, changed, is_whole=days is None)


def drawn(parts, width, *, colour=False):
    """The text of it, with no more space at the ends of lines than colours need."""
    console = Screen(
        file=StringIO(),
        width=width,
        highlight=False,
        emoji=False,
        markup=False,
        force_terminal=colour,
        color_system="256" if colour else None,
    )
    for part in parts:
        console.print(part)
    lines = console.file.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines)
