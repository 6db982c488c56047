"""Charts on which colours, strokes and comments say what words do not."""

from datetime import date
from random import Random

from tests.intake.corpus.cast import PARAMEDICS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, leave
from tests.intake.corpus.files.charts import JANUARY, fill_turns
from tests.intake.corpus.grids import Grid, legend
from tests.intake.corpus.registry import drawn

YELLOW, RED, GREEN = "FFFF00", "FF0000", "92D050"
_MEANINGS = {YELLOW: "annual", RED: "sick", GREEN: "training"}
_WORDS = {YELLOW: "Annual leave", RED: "Sick", GREEN: "Training"}


def _coloured(drawing: Drawing, *, is_known: bool) -> Grid:
    """Three days of a colour for each; true where the colours are explained."""
    page = drawing.page("January 2027")
    grid = Grid(PARAMEDICS, JANUARY)
    for turn, one in enumerate(PARAMEDICS):
        fill = list(_MEANINGS)[turn % 3]
        first = date(2027, 1, 5 + turn)
        days = [first + DAY * step for step in range(3)]
        inks = [grid.put(one, day, Ink(fill=fill)) for day in days]
        event = leave(one, _MEANINGS[fill], first, days[-1])
        if is_known:
            drawing.row("Leave", [*inks, grid.names[one.id]], **event.row)
        else:
            drawing.doubt("colour", *inks)
    fill_turns(drawing, grid)
    grid.head(page, "true")
    grid.draw(page)
    return grid


@drawn("colours-legend.xlsx", "leave", "colours alone, explained in a key below")
def _legend(drawing: Drawing, random: Random) -> None:
    _coloured(drawing, is_known=True)
    page = drawing.pages[0]
    page.add()
    legend(page, {}, _WORDS)


@drawn("colours-unsaid.xlsx", "leave", "colours alone that nobody has explained")
def _unsaid(drawing: Drawing, random: Random) -> None:
    _coloured(drawing, is_known=False)


@drawn(
    "colours-said.xlsx",
    "leave",
    "the same, and somebody has said what they mean",
    *(f"colour {fill} = {meaning}" for fill, meaning in _MEANINGS.items()),
)
def _said(drawing: Drawing, random: Random) -> None:
    _coloured(drawing, is_known=True)


@drawn(
    "chart-struck.xlsx", "leave", "leave struck out, in brackets, queried, commented"
)
def _struck(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    grid = Grid(PARAMEDICS, JANUARY)
    for turn, one in enumerate(PARAMEDICS):
        day = date(2027, 1, 11 + turn)
        event = leave(one, "annual", day, day)
        match turn % 4:
            case 0:
                grid.enter_all(drawing, [event])
            case 1:
                drawing.passed(*grid.enter(event, is_struck=True))
            case 2:
                drawing.passed(grid.put(one, day, Ink("(AL)")))
            case _:
                inks = [*grid.enter(event, note="agreed by Sam"), grid.names[one.id]]
                drawing.row("Leave", inks, **event.row)
    fill_turns(drawing, grid)
    grid.head(page, "true")
    grid.draw(page)


@drawn("chart-two-codes.xlsx", "leave", "half days, notes and two codes in one cell")
def _two_codes(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    grid = Grid(PARAMEDICS, JANUARY)
    for turn, one in enumerate(PARAMEDICS):
        day = date(2027, 1, 11 + turn)
        half: dict[str, str] = [{}, {"end": "*"}, {"start": "*"}, {}][turn % 4]
        text = ("AL (swap Dave)", "AL am", "AL pm", "A/L")[turn % 4]
        ink = grid.put(one, day, Ink(text))
        row = leave(one, "annual", day, day).row | half
        drawing.row("Leave", [ink, grid.names[one.id]], **row)
    fill_turns(drawing, grid)
    grid.head(page, "true")
    grid.draw(page)


@drawn("chart-requested.xlsx", "leave", "A/L REQ and AL? are asked for, not granted")
def _requested(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    grid = Grid(PARAMEDICS, JANUARY)
    for turn, one in enumerate(PARAMEDICS):
        day = date(2027, 1, 11 + turn)
        text = ("AL", "A/L REQ", "AL?")[turn % 3]
        ink = grid.put(one, day, Ink(text))
        row = leave(one, "annual", day, day).row
        status = {} if text == "AL" else {"status": "requested"}
        drawing.row("Leave", [ink, grid.names[one.id]], **row, **status)
    fill_turns(drawing, grid)
    grid.head(page, "true")
    grid.draw(page)
