"""Charts of turns whose times the book or the sender's own key tells; base lines."""

from datetime import date, time
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, FIRST, absences
from tests.intake.corpus.grids import Grid, legend
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn
from tests.intake.corpus.systems import DMS_ABSENCE, ESR_ABSENCE

_DAYS = [FIRST + DAY * step for step in range(14)]
_TEAM_TIMES = {
    "E": (time(7), time(17)),
    "L": (time(15), time(1)),
    "N": (time(21), time(7)),
}


def _turns(drawing: Drawing, grid: Grid, times: dict[str, tuple[time, time]]) -> None:
    """Fill the grid with turns, each of which must come out, and with rest."""
    for number, one in enumerate(grid.people):
        for step, day in enumerate(grid.days):
            code = [*times, "RD", "RD"][(number + step) % (len(times) + 2)]
            ink = grid.put(one, day, Ink(code))
            if code == "RD":
                continue
            start, end = times[code]
            row = {"person": one.id, "date": day, "start": start, "end": end}
            drawing.row("History", [ink, grid.names[one.id]], **row)
    grid.tell_rest(drawing)


@drawn("chart-turns.xlsx", "duties", "a police chart of E, L and N: the teams' times")
def _police(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    grid = Grid(REGULARS, _DAYS, Hand(names="ranked"))
    _turns(drawing, grid, _TEAM_TIMES)
    grid.head(page, "true")
    grid.draw(page)


@drawn("chart-key-times.xlsx", "duties", "turns whose times only the key tells")
def _key(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    grid = Grid(PARAMEDICS, _DAYS)
    times = {"E": (time(6), time(16)), "L": (time(14, 30), time(0, 30))}
    _turns(drawing, grid, times)
    grid.head(page, "true")
    grid.draw(page)
    page.add()
    words = {"E": "Early 06:00-16:00", "L": "Late 14:30-00:30", "RD": "Rest day"}
    legend(page, words, {})


@drawn("dms-force-day.csv", "duties", "a duty after midnight, under the day before")
def _force_day(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    page.add(
        "Collar No",
        "Rank",
        "Surname",
        "Forename",
        "Date",
        "Rostered Start",
        "Rostered End",
    )
    for turn, one in enumerate(REGULARS):
        day = FIRST + DAY * turn
        is_late = turn % 2 == 0
        start, end = (time(0, 30), time(9)) if is_late else (time(15), time(1))
        names = one.id, "PC", one.surname, one.forename
        inks = page.add(*names, day, start, end)
        begun = day + DAY if is_late else day
        row = {"person": one.id, "date": begun, "start": start, "end": end}
        drawing.row("History", inks, **row)


@drawn("tables-side-by-side.xlsx", "leave", "two lists beside each other on one sheet")
def _beside(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    drawing.passed(*titled(page, "Absence of both services"))
    left = absences(random, PARAMEDICS, per=1)
    right = absences(random, REGULARS, per=1)
    page.add(*ESR_ABSENCE.columns, None, None, *DMS_ABSENCE.columns)
    for one, other in zip(left, right, strict=True):
        inks = ESR_ABSENCE.draw_row(drawing, page, one, Hand())
        beside = DMS_ABSENCE.draw_row(drawing, page, other, Hand())
        page.lines.pop()
        page.lines[-1].inks[len(inks) :] = [None, None, *beside]


@drawn("chart-namesakes.xlsx", "leave", "J Smith on a chart: John or Jane?")
def _namesakes(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    people = (PARAMEDICS[0], PARAMEDICS[5], PARAMEDICS[2])
    grid = Grid(people, _DAYS)
    grid.names[people[1].id] = name = Ink("J Smith")
    for turn, one in enumerate(people):
        inks = [grid.put(one, date(2027, 1, 6 + turn), Ink("AL"))]
        day = date(2027, 1, 6 + turn)
        if one is people[1]:
            drawing.doubt("person", name, *inks)
        else:
            values = {"kind": "annual", "from": day, "to": day}
            drawing.row("Leave", [*inks, grid.names[one.id]], person=one.id, **values)
    before = set(grid.inks)
    grid.fill(dict.fromkeys(_DAYS, "L"))
    others = [ink for square, ink in grid.inks.items() if square not in before]
    drawing.passed(*others)
    grid.head(page, "true")
    grid.draw(page)


@drawn("requests-days.csv", "requests", "days asked off, one a line, and days to work")
def _requests(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    page.add("Collar No", "Name", "Date", "Request", "Callsign")
    for turn, one in enumerate(REGULARS):
        day = FIRST + DAY * (3 * turn)
        want = ("OFF", "work")[turn % 2]
        unit = one.unit if want == "work" else None
        inks = page.add(one.id, one.name, f"{day:%d/%m/%Y}", want, unit)
        row = {"person": one.id, "want": want, "from_": day, "to": day, "unit": unit}
        drawing.row("Requests", inks, **row)
