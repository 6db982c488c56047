"""Wall-charts of a month: people down the side, days across."""

from datetime import date
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS, Person
from tests.intake.corpus.drawing import Drawing, Page, inked
from tests.intake.corpus.events import DAY, absences, leave
from tests.intake.corpus.grids import Grid, bar, legend, month
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.registry import drawn

JANUARY = month(2027, 1)
TURNS = ("L", "L", "E", "E", "RD", "RD", "RD")
KEY = {
    "L": "Late 15:00-01:00",
    "E": "Early 07:00-17:00",
    "RD": "Rest day",
    "AL": "Annual leave",
    "SICK": "Sickness",
    "STL": "Study leave",
}


def chart(
    drawing: Drawing,
    random: Random,
    *,
    heads: str = "numbers",
    hand: Hand | None = None,
    people: tuple[Person, ...] = PARAMEDICS,
    name: str = "Jan 2027",
    title: str = "JRU ROTA - JANUARY 2027",
) -> tuple[Grid, Page]:
    """A chart of January with absences that must come out and turns to pass over."""
    page = drawing.page(name)
    grid = Grid(people, JANUARY, hand or Hand())
    drawn_leave = absences(random, people, kinds=("annual", "sick", "study"), per=2)
    inside = [event for event in drawn_leave if (event.last or JANUARY[0]) in JANUARY]
    grid.enter_all(drawing, inside)
    fill_turns(drawing, grid)
    drawing.passed(*page.add(bar(len(JANUARY), title)))
    if heads == "numbers":
        grid.letters(page)
    grid.head(page, heads)
    grid.draw(page)
    return grid, page


def fill_turns(drawing: Drawing, grid: Grid) -> None:
    """Write turns and rest wherever nothing stands; leave takes nothing of them."""
    before = set(grid.inks)
    grid.fill({day: TURNS[day.day % 7] for day in grid.days})
    drawing.passed(*(ink for square, ink in grid.inks.items() if square not in before))


@drawn("wall-chart.xlsx", "leave", "a month of codes, letters over day numbers, totals")
def _chart(drawing: Drawing, random: Random) -> None:
    grid, page = chart(drawing, random)
    page.add()
    totals = ["Total on leave", *(3 for _ in grid.days)]
    drawing.passed(*page.add(*totals))
    drawing.passed(*page.add("Signed: A. Manager"))
    key = drawing.page("Key")
    legend(key, KEY, {})


@drawn("wall-chart.xls", "leave", "the same as an old workbook, true dates")
def _old(drawing: Drawing, random: Random) -> None:
    chart(drawing, random, heads="true", hand=Hand(names="comma"))


@drawn("wall-chart.ods", "leave", "the same in LibreOffice")
def _libre(drawing: Drawing, random: Random) -> None:
    chart(drawing, random, heads="true", hand=Hand(names="capitals"))


@drawn("wall-chart.csv", "leave", "a chart saved as text, dates across the top")
def _text(drawing: Drawing, random: Random) -> None:
    chart(drawing, random, heads="slashes")


@drawn("wall-chart-macros.xlsm", "leave", "a chart with macros, days as Mon 4")
def _macros(drawing: Drawing, random: Random) -> None:
    chart(drawing, random, heads="labelled", people=REGULARS, hand=Hand(names="ranked"))


@drawn("wall-chart-bars.xlsx", "leave", "leave as bars of merged cells")
def _bars(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    grid = Grid(PARAMEDICS, JANUARY)
    for turn, one in enumerate(PARAMEDICS):
        first = date(2027, 1, 4) + DAY * turn
        last = first + DAY * (2 + turn)
        ink = bar((last - first).days + 1, "AL" if turn % 2 else "ANNUAL LEAVE")
        for day in JANUARY:
            if first <= day <= last:
                grid.put(one, day, ink)
        row = leave(one, "annual", first, last).row
        drawing.row("Leave", [ink, grid.names[one.id]], **row)
    fill_turns(drawing, grid)
    grid.head(page, "true")
    grid.draw(page)


@drawn("wall-chart-ends.xlsx", "leave", "columns of totals and notes after the days")
def _ends(drawing: Drawing, random: Random) -> None:
    _, page = chart(drawing, random, heads="true")
    page.lines[1].inks += inked("Hrs", "A/L left")
    for line in page.lines[2:]:
        ends = inked(150, 22.5)
        line.inks += ends
        drawing.passed(*ends)
    drawing.passed(*page.add("Printed by R. Desk"))


@drawn("wall-chart-hidden.xlsx", "leave", "hidden rows, columns and a hidden sheet")
def _hidden(drawing: Drawing, random: Random) -> None:
    _, page = chart(drawing, random, heads="true")
    page.lines[4].is_hidden = page.lines[5].is_hidden = True
    page.hidden_columns |= {6, 7}
    lists = drawing.page("DO NOT EDIT", is_hidden=True)
    for code in ("AL", "SICK", "L", "E"):
        drawing.passed(*lists.add(code))


@drawn("wall-chart-two-months.xlsx", "leave", "leave across two sheets, a month each")
def _two_months(drawing: Drawing, random: Random) -> None:
    for number, name in ((1, "Jan 27"), (2, "Feb 27")):
        page = drawing.page(name)
        grid = Grid(PARAMEDICS[:4], month(2027, number))
        for turn, one in enumerate(PARAMEDICS[:4]):
            first = date(2027, number, 5 + turn)
            event = leave(one, "annual", first, first + DAY * 3)
            grid.enter_all(drawing, [event])
        fill_turns(drawing, grid)
        grid.head(page, "numbers")
        grid.draw(page)


@drawn("wall-chart-counts.xlsx", "leave", "counts of who is in under the days")
def _counts(drawing: Drawing, random: Random) -> None:
    grid, page = chart(drawing, random)
    for label in ("On leave", "Lates", "Early cover", "Staff on duty"):
        counts = (random.randrange(4) for _ in grid.days)
        drawing.passed(*page.add(label, *counts))
    drawing.passed(*page.add("Hours", *(random.randrange(20, 70) + 0.5 for _ in "ab")))
