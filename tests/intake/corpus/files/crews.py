"""Crew sheets: dates down the side, cars across, names in the cells."""

from datetime import time
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS, SPECIALS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, FIRST
from tests.intake.corpus.registry import drawn

_UNITS = ("JR-01", "JR-04")


def _crew_sheet(drawing: Drawing, join: str) -> None:
    """Ten days of crews, with the shift's times beside the date."""
    page = drawing.page("Crews")
    posts = [f"{unit} {post}" for unit in _UNITS for post in ("Para", "Police")]
    page.add("Date", "Start", "Finish", *posts)
    for step in range(10):
        day = FIRST + DAY * step
        is_night = day.weekday() in (4, 5)
        start, end = (time(18), time(2)) if is_night else (time(15), time(1))
        times = {"date": day, "start": start, "end": end}
        inks = [Ink(day, number_format="ddd dd/mm/yyyy"), Ink(start), Ink(end)]
        for turn, unit in enumerate(_UNITS):
            para = PARAMEDICS[(step + turn) % 5]
            crew = [SPECIALS[(step + turn + n) % 6] for n in (0, 2)]
            if not is_night:
                crew = [REGULARS[1 + (step + turn) % 5]]
            cells = (
                Ink(f"{para.surname}, {para.forename}"),
                Ink(join.join(one.name for one in crew)),
            )
            for one in (para, *crew):
                cell = cells[one is not para]
                post = "paramedic" if one is para else "officer"
                row = {"person": one.id, **times, "unit": unit, "post": post}
                drawing.row("History", [cell, *inks[:3]], **row)
            inks += cells
        page.add(*inks)


@drawn("crew-sheet.xlsx", "duties", "names in the cells, two with a stroke between")
def _strokes(drawing: Drawing, random: Random) -> None:
    _crew_sheet(drawing, " / ")


@drawn("crew-sheet-lines.xlsx", "duties", "two names in one cell, one above the other")
def _lines(drawing: Drawing, random: Random) -> None:
    _crew_sheet(drawing, "\n")
