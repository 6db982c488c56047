"""Rows added, repeated, hidden, and cells merged."""

from itertools import takewhile

from tests.intake.corpus.clean import Sheet
from tests.intake.corpus.damages.registry import Stage, damage
from tests.intake.corpus.drawing import Fact, Fate, Ink, Line, inked


@damage("titles above", Stage.LINES)
def _titles(sheet: Sheet) -> None:
    at = sheet.page.lines.index(sheet.head)
    titles = inked("Kent Joint Response Unit", "Printed on 18/12/2026 14:02")
    sheet.page.lines[at:at] = [*(Line([ink]) for ink in titles), Line()]
    sheet.drawing.passed(*titles)


@damage("totals below", Stage.LINES)
def _totals(sheet: Sheet) -> None:
    width = len(sheet.head.inks)
    inks = inked("Total", *[None] * (width - 2), 12)
    sheet.page.lines.append(
        Line([ink if ink.value is not None else None for ink in inks])
    )
    signed = sheet.page.add("Signed: R. Desk")
    sheet.drawing.passed(inks[0], inks[-1], *signed)


@damage("blank rows", Stage.LINES)
def _blank_rows(sheet: Sheet) -> None:
    for line in sheet.random.sample(sheet.body, min(2, len(sheet.body))):
        sheet.page.lines.insert(sheet.page.lines.index(line), Line())


@damage("first columns blank", Stage.LINES)
def _indent(sheet: Sheet) -> None:
    for line in sheet.page.lines:
        line.inks.insert(0, None)
    sheet.page.hidden_columns = {at + 1 for at in sheet.page.hidden_columns}


@damage("heading again", Stage.LINES)
def _heading_again(sheet: Sheet) -> None:
    line = sheet.random.choice(sheet.body)
    again = [
        Ink(ink.value, number_format=ink.number_format) if ink else None
        for ink in sheet.head.inks
    ]
    sheet.page.lines.insert(sheet.page.lines.index(line), Line(again))
    sheet.drawing.facts += [
        Fact([ink], Fate.STRAY) for ink in (*again, *sheet.head.inks) if ink
    ]
    if any(ink and type(ink.value) is int for ink in again):
        # Day numbers alone: the second block may be of another month.
        for fact in sheet.drawing.facts:
            if fact.fate is Fate.ROW:
                fact.fate = Fate.EITHER
                fact.inks += [ink for ink in (*again, *sheet.head.inks) if ink]


@damage("hidden", Stage.LINES)
def _hidden(sheet: Sheet) -> None:
    for line in sheet.random.sample(sheet.body, min(3, len(sheet.body))):
        line.is_hidden = True
    sheet.page.hidden_columns.add(sheet.random.randrange(1, 8))


@damage("a row twice", Stage.LINES)
def _twice(sheet: Sheet) -> None:
    if sheet.is_grid or not sheet.rows:
        return
    line = sheet.random.choice(sheet.rows)
    again = Line(
        [ink and Ink(ink.value, number_format=ink.number_format) for ink in line.inks]
    )
    sheet.page.lines.insert(sheet.page.lines.index(line) + 1, again)
    sheet.body.append(again)
    fact = sheet.fact_of(line)
    if fact is not None:
        fact.fate = Fate.EITHER
        fact.inks += [ink for ink in again.inks if ink is not None]


@damage("bars of leave", Stage.LINES)
def _bars(sheet: Sheet) -> None:
    if sheet.drawing.kind != "leave" or not sheet.is_grid:
        return
    for fact in sheet.drawing.facts:
        days = _alike(fact.inks)
        if len(days) > 1 and fact.sheet == "Leave" and sheet.random.random() < 0.7:
            _merge(sheet, days)


def _merge(sheet: Sheet, days: list[Ink]) -> None:
    line = next(line for line in sheet.body if days[0] in line.inks)
    at = line.inks.index(days[0])
    days[0].across = len(days)
    line.inks[at + 1 : at + len(days)] = [None] * (len(days) - 1)


def _alike(inks: list[Ink]) -> list[Ink]:
    """Those at the beginning that hold the same code."""
    return list(takewhile(lambda ink: ink.value == inks[0].value, inks))
