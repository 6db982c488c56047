"""Week blocks down the sheet, and rotas of teams by line."""

from datetime import date, time
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, FIRST, leave
from tests.intake.corpus.files.charts import fill_turns
from tests.intake.corpus.grids import Grid
from tests.intake.corpus.registry import drawn


def _weeks(drawing: Drawing, first: date, head: str, *, has_dates: bool) -> None:
    """Four blocks of a week each; in each somebody has two days of leave."""
    page = drawing.page("Weekly")
    for week in range(4):
        monday = first + DAY * 7 * week
        days = [monday + DAY * step for step in range(7)]
        grid = Grid(PARAMEDICS[:5], days)
        start = days[1 + week % 3]
        grid.enter_all(drawing, [leave(PARAMEDICS[week], "annual", start, start + DAY)])
        fill_turns(drawing, grid)
        drawing.passed(*page.add(head.format(monday, week=week + 1)))
        page.add("Name", *(f"{day:%a}" for day in days))
        if has_dates:
            page.add(None, *(Ink(day, number_format="dd/mm") for day in days))
        grid.draw(page)
        page.add()


@drawn("weeks-monday.xlsx", "leave", "a block for each week, from Monday")
def _monday(drawing: Drawing, random: Random) -> None:
    _weeks(drawing, FIRST, "Week commencing {:%d/%m/%Y}", has_dates=False)


@drawn("weeks-sunday.xlsx", "leave", "weeks that start on Sunday")
def _sunday(drawing: Drawing, random: Random) -> None:
    _weeks(drawing, FIRST - DAY, "w/c {0:%a} {0.day} {0:%b %Y}", has_dates=False)


@drawn("weeks-dated.csv", "leave", "weeks with the dates under the weekdays")
def _dated(drawing: Drawing, random: Random) -> None:
    _weeks(drawing, FIRST, "Week {week}", has_dates=True)


@drawn("chart-ranges.xlsx", "duties", "a chart filled with times such as 1500x0100")
def _ranges(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    days = [FIRST + DAY * step for step in range(14)]
    grid = Grid(REGULARS, days)
    spellings = ("1500x0100", "15-01", "15:00-01:00", "L(15-01)", "1500-0100 JR4")
    for turn, one in enumerate(REGULARS):
        for step in range(turn % 3, 14, 3):
            spelling = spellings[(turn + step) % len(spellings)]
            ink = grid.put(one, days[step], Ink(spelling))
            unit = "JR-04" if "JR4" in spelling else None
            drawing.row(
                "History",
                [ink, grid.names[one.id]],
                person=one.id,
                date=days[step],
                start=time(15),
                end=time(1),
                unit=unit,
            )
    grid.fill(dict.fromkeys(days, "RD"))
    grid.tell_rest(drawing)
    grid.head(page, "true")
    grid.draw(page)


@drawn(
    "chart-excel-dates.xlsx", "duties", "18-02 that Excel has turned into 18 February"
)
def _excel_dates(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    days = [FIRST + DAY * step for step in range(7)]
    grid = Grid(REGULARS, days)
    for turn, one in enumerate(REGULARS):
        day = days[turn % 7]
        is_turned = turn % 2 == 0
        looks = Ink(date(2027, 2, 18), number_format="d-mmm")
        ink = grid.put(one, day, looks if is_turned else Ink("18-02"))
        times = {"date": day, "start": time(18), "end": time(2)}
        drawing.row("History", [ink, grid.names[one.id]], person=one.id, **times)
    grid.fill(dict.fromkeys(days, "RD"))
    grid.tell_rest(drawing)
    grid.head(page, "slashes")
    grid.draw(page)
