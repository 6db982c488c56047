"""Columns moved and added."""

from datetime import date

from tests.intake.corpus.clean import Sheet
from tests.intake.corpus.damages.registry import Stage, damage
from tests.intake.corpus.drawing import inked


@damage("columns in another order", Stage.COLUMNS)
def _shuffle(sheet: Sheet) -> None:
    if sheet.is_grid:
        return
    order = list(range(len(sheet.head.inks)))
    sheet.random.shuffle(order)
    for line in (sheet.head, *sheet.body):
        line.inks += [None] * (len(order) - len(line.inks))
        line.inks[:] = [line.inks[at] for at in order]


@damage("columns of no use", Stage.COLUMNS)
def _columns(sheet: Sheet) -> None:
    if sheet.is_grid:
        return
    sheet.head.inks += inked("Line Manager", "Cost Centre", "Comments")
    for turn, line in enumerate(sheet.body):
        line.inks += inked("R. Desk", 41200 + turn, "see e-mail")


@damage("private columns", Stage.COLUMNS)
def _private(sheet: Sheet) -> None:
    if sheet.is_grid:
        return
    sheet.head.inks += inked("NI Number", "Date of Birth", "Home Address")
    for turn, line in enumerate(sheet.body):
        line.inks += inked(f"QQ1234{turn:02}C", date(1980, 5, 1), "1 Orchard Way")
