"""How much of what happened is caught, by place, kind, day and hour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.report.console.bars import bar
from rostering.report.console.heat import DAYS, by_morning
from rostering.report.console.screen import DOUBTFUL, OPEN, heading, indented, table
from rostering.report.console.starts import percent
from rostering.worth.demand import Area, Demand, Part

FIGURES = 34
"""The width of a line without its place, cars and bar."""
HEADS = "place", "cars"
FEW = 8
"""Up to so many kinds are told apart, and so many places named."""


def caught_shown(demand: Demand, width: int) -> Iterator[RenderableType]:
    """By place, then by kind and day of the week beside the hour of the day."""
    share = percent(demand.caught(), len(demand.incidents))
    yield heading(f"The rota would catch {share} of them, an estimate")
    yield indented(_areas(demand, width))
    if any(not area.units for area in demand.areas):
        said = (
            "A place is an area, a district, a base or a call sign of the sheet Units; "
            "what happens elsewhere is caught by no car. Where a car serves it, add it "
            "to the car's districts."
        )
        yield indented(Text(said, style=DOUBTFUL))
    yield Text()
    beside = Table.grid(padding=(0, 4, 0, 0))
    kinds = {each.kind for each in demand.incidents}
    left = [_by_kind(demand)] * (len(kinds) > 1) + [_by_day(demand)]
    beside.add_row(_stacked(left), _by_hour(demand))
    yield indented(beside)


def _stacked(tables: Sequence[Table]) -> Table:
    made = Table.grid()
    for each in tables:
        if made.row_count:
            made.add_row("")
        made.add_row(each)
    return made


def _by_kind(demand: Demand) -> Table:
    found = demand.parts(lambda each: each.kind)
    ordered = sorted(found.items(), key=lambda item: (-item[1].happened, item[0]))
    rows = [(kind or "of no kind", part) for kind, part in ordered[:FEW]]
    others = [part for _, part in ordered[FEW:]]
    if others:
        rows.append((f"{len(others)} other kinds", _sum(others)))
    return _parts("kind", rows)


def _sum(parts: Sequence[Part]) -> Part:
    caught = sum((part.caught for part in parts), Fraction())
    return Part(sum(part.happened for part in parts), caught)


def _by_day(demand: Demand) -> Table:
    return _parts("day", _named(demand.parts(lambda x: x.when.weekday()), DAYS))


def _named(
    found: Mapping[int, Part], names: Sequence[str]
) -> Iterator[tuple[str, Part]]:
    return ((name, found[n]) for n, name in enumerate(names) if n in found)


def _by_hour(demand: Demand) -> Table:
    found = demand.parts(lambda each: each.when.hour)
    hours = (hour for hour in by_morning() if hour in found)
    return _parts("hour", ((f"{hour:02}:00", found[hour]) for hour in hours))


def _parts(head: str, rows: Iterable[tuple[str, Part]]) -> Table:
    made = table(head, "incidents", "caught", "share")
    for column in made.columns[1:]:
        column.justify = "right"
    for name, part in rows:
        made.add_row(Text(name), *_figures(part.happened, part.caught))
    return made


def _figures(happened: int, caught: Fraction) -> tuple[str, str, str]:
    return f"{happened:,}", f"{float(caught):,.0f}", percent(caught, happened)


def _areas(demand: Demand, width: int) -> Table:
    made = table(*HEADS, "incidents", "caught", "share", "")
    for column in made.columns[2:5]:
        column.justify = "right"
    named = [(_places(area), ", ".join(area.units) or "none") for area in demand.areas]
    taken = sum(max(map(len, its)) for its in zip(HEADS, *named, strict=True))
    room = max(0, min(40, width - FIGURES - taken))
    for area, (place, cars) in zip(demand.areas, named, strict=True):
        caught = area.caught(demand.rota)
        figures = _figures(area.happened, caught)
        share = bar(float(caught), area.happened, room)
        style = "" if area.units else OPEN
        made.add_row(Text(place), Text(cars, style=style), *figures, share)
    return made


def _places(area: Area) -> str:
    named = ", ".join(area.places[:FEW])
    more = len(area.places) - FEW
    return f"{named} and {more} more" if more > 0 else named
