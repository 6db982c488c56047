"""A merge on the screen."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from rostering.domain import Rota
from rostering.merging.merge import Merge
from rostering.merging.nearest import Mended
from rostering.merging.side import Side
from rostering.report.console.screen import OPEN, counted, heading
from rostering.report.edits import repair_in_words, spot_in_words
from rostering.report.merged import ToldClash, told_clashes


def merge_shown(merge: Merge) -> Iterator[RenderableType]:
    """How much each side changed, and what was decided."""
    counts = [sum(p.is_changed(side) for p in merge.places) for side in Side]
    mine, theirs = (counted(count, "place") for count in counts)
    yield Text(f"Mine changes {mine}, theirs {theirs}.")
    for side in Side:
        number = sum(taken is side for _, taken in merge.settled)
        if number:
            yield Text(f"{counted(number, 'clash')}: taken as {side.value} has it.")


def clashes_shown(merge: Merge) -> Iterator[RenderableType]:
    """Every open clash, both sides beside what was there before."""
    if merge.clashes:
        yield heading(f"{counted(len(merge.clashes), 'clash')} to decide")
    for told in told_clashes(merge):
        yield from clash_shown(told)


def clash_shown(told: ToldClash) -> Iterator[RenderableType]:
    """One clash, both sides beside what was there before."""
    yield Text(told.where, style=OPEN)
    versions = (("before", told.before), ("mine", told.mine), ("theirs", told.theirs))
    for name, people in versions:
        yield Padding(Text(f"{name:<7} {people}"), (0, 0, 0, 2))
    if told.together:
        yield Padding(Text(f"Both together: {told.together}"), (0, 0, 0, 2))


def repair_offered(
    rota: Rota, found: Mended | None, *, is_taken: bool
) -> Iterator[RenderableType]:
    """The smallest repair of what the merged rota breaks, taken or only offered."""
    if found is None:
        return
    changes = repair_in_words(rota, found)
    proved = " (proved)" if found.is_least else ""
    done = "was made" if is_taken else "would be; --repair makes it"
    yield heading(f"The smallest repair{proved} {done}")
    for spot, change in changes.items():
        yield Padding(Text(f"{spot_in_words(spot)}: {change}"), (0, 0, 0, 2))
