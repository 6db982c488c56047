"""Habits: spaces, totals, several tables, merged names, broken formulas."""

from datetime import date
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, absences, leave
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn
from tests.intake.corpus.systems import DMS_ABSENCE, ESR_ABSENCE


@drawn("habit-spaces.xlsx", "leave", "spaces of all kinds, capitals, curly quotes")
def _spaces(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    heads = [f" {head.upper()}\u00a0 " for head in ESR_ABSENCE.columns]
    page.add(*heads)
    for event in absences(random, PARAMEDICS):
        hand = Hand(dates="spaces", names="spaced", ids="spaced")
        inks = ESR_ABSENCE.draw_row(drawing, page, event, hand)
        inks[2].value = f"\u200b{inks[2].value} ".swapcase()


@drawn("habit-totals.xlsx", "leave", "totals, signatures and notes under the table")
def _totals(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    titles = titled(page, "JOINT RESPONSE UNIT", "Absence January to March 2027")
    drawing.passed(*titles)
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS), Hand())
    drawing.passed(*page.add("Total", None, None, None, None, None, 120, 16))
    page.add()
    drawing.passed(*page.add("Signed off by: R. Desk"))
    drawing.passed(*page.add("Report produced 18 December 2026"))


@drawn("habit-gaps.xlsx", "leave", "blank rows in between, and headings repeated")
def _gaps(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    events = absences(random, PARAMEDICS)
    for start in range(0, len(events), 5):
        ESR_ABSENCE.draw(drawing, page, events[start : start + 5], Hand())
        page.add()


@drawn("habit-two-tables.xlsx", "leave", "two tables on one sheet, one below the other")
def _two_tables(drawing: Drawing, random: Random) -> None:
    page = drawing.page("All absence")
    drawing.passed(*titled(page, "TRUST"))
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS, per=1), Hand())
    page.add()
    drawing.passed(*titled(page, "POLICE"))
    DMS_ABSENCE.draw(drawing, page, absences(random, REGULARS, per=1), Hand())


@drawn("habit-sheets.xlsx", "leave", "a sheet for each service, and empty ones")
def _sheets(drawing: Drawing, random: Random) -> None:
    ESR_ABSENCE.draw(
        drawing, drawing.page("Trust"), absences(random, PARAMEDICS, per=1), Hand()
    )
    drawing.page("Sheet2")
    DMS_ABSENCE.draw(
        drawing, drawing.page("Police"), absences(random, REGULARS, per=1), Hand()
    )


@drawn("habit-hidden-rows.xlsx", "leave", "rows hidden by a filter still count")
def _hidden(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS), Hand())
    for line in page.lines[3:7]:
        line.is_hidden = True


@drawn("habit-merged-names.xlsx", "leave", "a name merged over the rows of its person")
def _merged(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    page.add("Name", "Absence Type", "From", "To")
    for turn, one in enumerate(PARAMEDICS):
        who = Ink(one.name, down=2)
        for step in (0, 1):
            first = date(2027, 1, 11) + DAY * (turn + 20 * step)
            event = leave(one, "annual", first, first + DAY * 2)
            values = "Annual Leave", event.first, event.last
            inks = page.add(Ink() if step else who, *values)
            drawing.row("Leave", [who, *inks[1:]], **event.row)


@drawn("habit-broken.xlsx", "leave", "#REF! and #N/A where formulas have broken")
def _broken(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    page.add(*ESR_ABSENCE.columns)
    for turn, event in enumerate(absences(random, PARAMEDICS)):
        inks = ESR_ABSENCE.write_row(page, event, Hand())
        at = {1: 2, 4: 4, 7: 5}.get(turn % 8)
        if at is None:
            drawing.row(event.sheet, inks, **event.row)
        else:
            inks[at].value = ("#REF!", "#N/A", "#VALUE!")[turn % 3]
            drawing.doubt("spoilt", inks[at])


@drawn("habit-formulas.xlsx", "leave", "text that looks like a formula or a number")
def _formulas(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    page.add(*ESR_ABSENCE.columns, "Notes")
    for event in absences(random, PARAMEDICS):
        ESR_ABSENCE.draw_row(drawing, page, event, Hand(dates="serial"))
        page.lines[-1].inks.append(Ink("+44 7700 900123"))
