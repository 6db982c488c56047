"""Two rotas side by side, in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.report.comparison import Comparison, Moved, moved
from rostering.report.console.columns import Block, in_columns
from rostering.report.console.screen import (
    DOUBTFUL,
    FAINT,
    HEADING,
    counted,
    heading,
    indented,
    table,
)
from rostering.report.side_by_side import Figure, Row, Section, sections

FEW = 12
"""Up to so many people are named."""


def comparison_shown(found: Comparison, width: int) -> Iterator[RenderableType]:
    """Every figure of both, and who works otherwise."""
    for letter, name in zip("AB", found.names, strict=True):
        yield Text.assemble((f"{letter}  ", HEADING), name)
    yield Text()
    blocks = [_block(section) for section in sections(found) if section.rows]
    yield from in_columns([*blocks, tuple(_people(found))], width)


def _block(section: Section) -> Block:
    means = indented(Text(section.means, style=FAINT))
    return heading(section.title), means, indented(_table(section)), Text()


def _table(section: Section) -> Table:
    made = table("", "A", "B", "B − A")
    for column in made.columns[1:]:
        column.justify = "right"
        column.no_wrap = True
    for row in section.rows:
        style = HEADING if row.differs and not row.is_part else ""
        said = Text(f"{'  ' if row.is_part else ''}{row.what}", style=style)
        figures = (_figure(x, row.places) for x in (row.before, row.after))
        made.add_row(said, *figures, _difference(row))
    return made


def _figure(figure: Figure, places: int) -> str:
    return "–" if figure is None else f"{float(figure):,.{places}f}"


def _difference(row: Row) -> str:
    """`+2.5`, between the figures as they are told; nothing where it is not known."""
    if row.before is None or row.after is None or not row.differs:
        return ""
    before, after = (round(float(x), row.places) for x in (row.before, row.after))
    more = round(after - before, row.places) or 0.0
    return f"{more:+,.{row.places}f}".replace("-", "−")


def _people(found: Comparison) -> Iterator[RenderableType]:
    people = moved(found)
    if not people:
        yield Text("Everybody works the same.")
        return
    who = counted(len(people), "person")
    days = len(found.changes)
    yield heading(f"{who} with other duties: {days} of their days differ")
    yield indented(_moved(people[:FEW]))
    if len(people) > FEW:
        yield indented(Text(f"and {len(people) - FEW} more", style=DOUBTFUL))
    first, second = found.names
    yield Text(f"Each of them: rota diff {first} {second}", style=FAINT)


def _moved(people: Sequence[Moved]) -> Table:
    made = table("name", "role", "shifts in A", "in B", "days that differ")
    for column in made.columns[2:]:
        column.justify = "right"
    for each in people:
        figures = (str(x) for x in (*each.shifts, each.days))
        made.add_row(Text(each.name), Text(each.role), *figures)
    return made
