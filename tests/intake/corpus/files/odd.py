"""What is no table at all, or almost none."""

from random import Random

from tests.intake.corpus.cast import PARAMEDICS
from tests.intake.corpus.drawing import Drawing
from tests.intake.corpus.events import absences
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.registry import drawn
from tests.intake.corpus.systems import ESR_ABSENCE


@drawn("free-text.xlsx", "availability", "an e-mail pasted into a sheet")
def _free_text(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Sheet1")
    for text in (
        "Hi both,",
        "PC Bui can do any Fri/Sat in March bar 13th.",
        "SC Grewal is away until Easter I think?",
    ):
        drawing.doubt("", *page.add(text))


@drawn("empty.xlsx", "leave", "a workbook with nothing in it")
def _empty(drawing: Drawing, random: Random) -> None:
    drawing.page("Sheet1")


@drawn("heading-only.csv", "leave", "headings and not one row")
def _heading_only(drawing: Drawing, random: Random) -> None:
    drawing.page().add(*ESR_ABSENCE.columns)


@drawn("one-row.xlsx", "leave", "a single row")
def _one_row(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    events = absences(random, PARAMEDICS[:1], per=1)
    ESR_ABSENCE.draw(drawing, page, events, Hand())
