"""A crew in a line: each post with who fills it, or what is open."""

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from rostering.report.console.screen import FAINT, OPEN, OPEN_MARK, SPARE_MARK
from rostering.report.console.signs import name_text
from rostering.report.known import Known
from rostering.saved.lines import RotaLine, State

_EMPTY = ((State.OPEN, OPEN_MARK, OPEN), (State.SPARE, SPARE_MARK, FAINT))
"""How an empty place is marked and set, by its state."""


def crew_text(lines: Sequence[RotaLine], between: str, known: Known) -> Text:
    """`paramedic Ann Lee; officer Bob Day, Cat Fox; □ officer open`."""
    if {State.FILLED, State.OPEN} & {line.state for line in lines} == {State.OPEN}:
        return Text(f"{OPEN_MARK} not crewed", style=OPEN)
    parts = []
    for post, alike in groupby(lines, key=lambda line: line.post):
        its = list(alike)
        filled = [line for line in its if line.state is State.FILLED]
        named = [name_text(line, known) for line in filled if line.is_named]
        if named:
            parts.append(Text.assemble((f"{post} ", FAINT), Text(", ").join(named)))
        if unnamed := len(filled) - len(named):
            parts.append(Text(f"{post}{_times(unnamed)}"))
        for state, mark, style in _EMPTY:
            places = sum(line.state is state for line in its)
            if places:
                said = f"{mark} {post} {state}{_times(places)}"
                parts.append(Text(said, style=style))
    return Text(between).join(parts)


def _times(number: int) -> str:
    return f" ×{number}" if number > 1 else ""
