"""Edits of a rota on the screen."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from rostering.merging.judging import Verdict
from rostering.merging.places import Spot
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    OPEN,
    counted,
    heading,
    indented,
)
from rostering.report.edits import ToldEdit, ToldEdits, spot_in_words

_STYLES = {Verdict.BREAKS: OPEN, Verdict.WORSE: DOUBTFUL, Verdict.FINE: DONE}


def edits_shown(told: ToldEdits, against: str) -> Iterator[RenderableType]:
    """Every edit by its cell, and what it breaks or worsens."""
    if not told.edits:
        yield Text(f"No edits, against {against}.")
        yield Text()
        return
    yield heading(f"{counted(len(told.edits), 'edit')}, against {against}")
    for each in told.edits:
        verdict = each.judged.verdict
        said = Text(f"{_cell(each):<5} {each.where}: {each.change}: ")
        yield said.append(verdict.value, style=_STYLES[verdict])
        if each.sentences:
            yield Padding(Text(each.sentences), (0, 0, 0, 6))
    yield Text()


def repair_shown(told: ToldEdits) -> Iterator[RenderableType]:
    """The smallest repair of what the rota breaks, place by place."""
    if told.repair:
        proved = " (proved)" if told.is_least else ""
        places = counted(len(told.repair), "place")
        yield heading(f"The smallest repair changes {places}{proved}")
        for spot, change in told.repair.items():
            yield indented(Text(f"{spot_in_words(spot)}: {change}"))
        yield Text()
    elif told.judgement.audit.hard:
        yield Text("No repair was found: pins may clash.", style=OPEN)
        yield Text()


def _cell(each: ToldEdit) -> str:
    place = each.judged.edit.place
    return place.cell if place else ""


def edit_document(each: ToldEdit) -> dict[str, object]:
    """An edit for other programs."""
    edit = each.judged.edit
    shift = edit.spot.shift
    return {
        "cell": str(edit.place) if edit.place else "",
        "date": shift.day.isoformat(),
        "unit": shift.unit,
        "turn": shift.turn,
        "post": edit.spot.post,
        "before": sorted(edit.before),
        "after": sorted(edit.after),
        "verdict": each.judged.verdict.value,
        "findings": list(each.findings),
        "could_stand_there": list(each.instead),
        "smallest_repair": each.fix,
    }


def repaired(spot: Spot, change: str) -> dict[str, str]:
    """A change of a repair for other programs."""
    shift = spot.shift
    return {
        "date": shift.day.isoformat(),
        "unit": shift.unit,
        "turn": shift.turn,
        "post": spot.post,
        "change": change,
    }
