"""The sheets that are plain lists: the gaps, the audit, and what is not met."""

from collections.abc import Iterable, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from rostering.report.built import BuiltRota
from rostering.report.exceptions import exceptions
from rostering.report.findings import findings, rule_counts
from rostering.report.shares import shares
from rostering.report.workbook.cells import SPARE, put_head, put_row, rule, set_widths
from rostering.report.workbook.colours import colour_much, colour_states
from rostering.report.workbook.legends import (
    OPEN_SIGN,
    SPARE_SIGN,
    add_signs,
    add_words,
)
from rostering.report.workbook.printing import days_in_words, make_printable
from rostering.saved.lines import State

_REASONS = (
    "Reason: how many people are kept out by what, the fewest first; in brackets the "
    "cell of the book that says so.",
)
_SHARES = (
    "A weekend counts once, by the days on which shifts begin. Late: a finish after "
    "midnight. Partners: all with whom somebody shares a car.",
    "Shaded: half as much again as the average of the role, or more.",
)
_WEIGHT = (
    "must hold: no rota is built that breaks it. wish: each time it is not met has its "
    "charge.",
    "The wishes of an earlier tier always win over later ones: cover, duty of care, "
    "contract, fairness, wishes.",
)
_FIGURES = ("Places", "Times not met", "Charge", "Shifts", "Hours")
_SHARED = ("Weekends", "Late", "Cars", "Partners")

Rows = Iterable[Sequence[object]]


def add_gaps(sheet: Worksheet, built: BuiltRota) -> None:
    """Write every place that nobody fills, those that are missed first."""
    heads = ["Date", "Car", "Turn", "Post", "Places", "State", "Reason"]
    ordered = sorted(built.gaps, key=lambda gap: (gap.is_spare, gap.shift))
    rows = (
        (
            gap.shift.day,
            gap.shift.unit,
            gap.shift.turn,
            gap.post.name,
            gap.places,
            State.SPARE.value if gap.is_spare else State.OPEN.value,
            gap.sentence,
        )
        for gap in ordered
    )
    last = _add_list(sheet, heads, (17, 10, 12, 14, 9, 9, 90), rows)
    colour_states(sheet, f"F2:F{max(2, last)}")
    below = add_signs(sheet, last + 2, (OPEN_SIGN, SPARE_SIGN))
    add_words(sheet, below, () if built.view else _REASONS)
    _finish(sheet, built, freeze="A2")


def add_shares(sheet: Worksheet, built: BuiltRota) -> None:
    """Write who has how much of the rota, role by role."""
    heads = ["Role", "Name", "Shifts", "Hours", *_SHARED]
    rows = ((each.role, each.name, *each.figures) for each in shares(built.lines))
    last = _add_list(sheet, heads, (16, 30, 10, 10, 12, 10, 10, 12), rows)
    colour_much(sheet, "CDEF", last)
    add_words(sheet, last + 2, _SHARES)
    _finish(sheet, built, freeze="C2")


def add_audit(sheet: Worksheet, built: BuiltRota) -> None:
    """Write each rule with how often it is not met, and what that costs."""
    heads = ["Rule", "What it asks", "Kind", "Tier", "Times not met", "Charge"]
    rows = (
        (each.rule.code, each.rule.title, each.kind, each.tier, each.times, each.cost)
        for each in rule_counts(built)
    )
    last = _add_list(sheet, heads, (12, 38, 13, 15, 16, 10), rows)
    row = last + 2
    for said in exceptions(built.result.audit, built.rota.problem):
        put_row(sheet, row, ["Exception", said])
        sheet.cell(row, 1).font = SPARE
        row += 1
    add_words(sheet, row, _WEIGHT)
    _finish(sheet, built, freeze="A2")


def add_unmet(sheet: Worksheet, built: BuiltRota) -> None:
    """Write every breach and every wish that is not met."""
    heads = ["Rule", "What it asks", "Who or what", "Date", "Why", "Charge"]
    rows = (
        (
            found.breach.rule,
            found.title,
            found.who,
            found.breach.day or "",
            found.breach.because,
            found.breach.cost,
        )
        for found in findings(built)
    )
    last = _add_list(sheet, heads, (12, 32, 38, 17, 80, 10), rows)
    add_words(sheet, last + 2, _WEIGHT)
    _finish(sheet, built, freeze="A2")


def _add_list(
    sheet: Worksheet, heads: Sequence[str], widths: Sequence[float], rows: Rows
) -> int:
    """Write a list that can be filtered; return its last row."""
    put_head(sheet, 1, heads, (*_FIGURES, *_SHARED))
    set_widths(sheet, widths)
    for number, row in enumerate(rows, 2):
        put_row(sheet, number, row)
    sheet.auto_filter.ref = sheet.dimensions
    rule(sheet, 2, sheet.max_row)
    return sheet.max_row


def _finish(sheet: Worksheet, built: BuiltRota, *, freeze: str) -> None:
    above = days_in_words(built.rota.problem.period)
    make_printable(sheet, above, head_rows=1, freeze=freeze)
