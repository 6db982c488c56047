"""What a rota is worth, in the terminal: estimates with their reckoning and sources."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.report.console.columns import in_columns
from rostering.report.console.screen import (
    DOUBTFUL,
    FAINT,
    counted,
    heading,
    indented,
    table,
)

if TYPE_CHECKING:
    from rostering.worth.worth import Estimate, Worth


def worth_shown(found: "Worth", width: int) -> Iterator[RenderableType]:
    """Every estimate, then the figures that it rests on."""
    blocks = [tuple(_worth(found))]
    if found.weekend or found.others:
        figures = heading("Figures, each to be changed by --figure NAME=VALUE")
        blocks.append((figures, indented(_figures(found))))
    yield from in_columns(blocks, width)


def _worth(found: "Worth") -> Iterator[RenderableType]:
    yield heading("Worth, an estimate by published figures")
    weekend = counted(len(found.weekend), "joint shift")
    yield Text(f"{weekend} of the weekend, and {len(found.others)} of other days.")
    if found.without_officers:
        said = (
            f"{counted(found.without_officers, 'crewed shift')} without an officer: "
            "the figures are not of such cars. Other roles of officers: --officer ROLE"
        )
        yield Text(said, style=DOUBTFUL)
    if not found.weekend and not found.others:
        yield Text("Of such cars nothing is published, so nothing is estimated.")
        return
    if found.others and not found.figures["other_days"].value:
        said = (
            "How often cars are sent on other days is not published: no incident is "
            "counted then. If half as many happen: --figure other_days=50"
        )
        yield Text(said, style=DOUBTFUL)
    yield indented(_estimates(found))
    yield Text()
    for each in found.estimates:
        yield indented(Text(f"{_begun(each.what)}: {each.how}.", style=FAINT))
    yield Text()


def _estimates(found: "Worth") -> Table:
    made = table("estimate", "", "in pounds")
    for column in made.columns[1:]:
        column.justify = "right"
        column.no_wrap = True
    for each in found.estimates:
        unit = {"hours": " h"}.get(each.unit, "")
        amount = f"{float(each.amount):,.0f}{unit}"
        made.add_row(Text(each.what), amount, _pounds(each))
    return made


def _pounds(each: "Estimate") -> str:
    if each.pounds is None:
        return ""
    said = f"£{float(each.pounds):,.0f}"
    return f"({said})" if each.is_again else said


def _figures(found: "Worth") -> Table:
    made = table("name", "value", "what it is, and who says so")
    made.columns[0].no_wrap = True
    made.columns[1].justify = "right"
    for figure in found.used:
        told = Text.assemble(
            f"{figure.unit} {figure.about}", (f"\n{figure.source}", FAINT)
        )
        made.add_row(figure.name, f"{float(figure.value):g}", told)
    return made


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
