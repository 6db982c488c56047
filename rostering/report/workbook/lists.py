"""The sheets that are plain lists: the gaps, the audit, and what is not met."""

from openpyxl.worksheet.worksheet import Worksheet

from rostering.report.built import BuiltRota
from rostering.report.exceptions import exceptions
from rostering.report.findings import findings, rule_counts
from rostering.report.shares import shares
from rostering.report.workbook.cells import (
    OPEN,
    OPEN_FILL,
    SPARE,
    make_printable,
    put_head,
    put_row,
    set_widths,
)
from rostering.saved.lines import State


def add_gaps(sheet: Worksheet, built: BuiltRota) -> None:
    """Write every place that nobody fills, those that are missed first."""
    put_head(sheet, 1, ["Date", "Car", "Turn", "Post", "Places", "State", "Reason"])
    set_widths(sheet, [17, 10, 12, 14, 9, 9, 90])
    ordered = sorted(built.gaps, key=lambda gap: (gap.is_spare, gap.shift))
    for row, gap in enumerate(ordered, 2):
        state = State.SPARE if gap.is_spare else State.OPEN
        shift = gap.shift
        facts = [shift.day, shift.unit, shift.turn, gap.post.name, gap.places]
        put_row(sheet, row, [*facts, state.value, gap.sentence])
        mark = sheet.cell(row, 6)
        mark.font = SPARE if gap.is_spare else OPEN
        if not gap.is_spare:
            mark.fill = OPEN_FILL
    sheet.auto_filter.ref = sheet.dimensions
    make_printable(sheet, head_rows=1, freeze="A2")


def add_shares(sheet: Worksheet, built: BuiltRota) -> None:
    """Write who has how much of the rota, role by role."""
    heads = ["Role", "Name", "Shifts", "Hours", "Weekends", "Late", "Cars", "Partners"]
    put_head(sheet, 1, heads)
    set_widths(sheet, [16, 30, 10, 10, 12, 10, 10, 12])
    for row, share in enumerate(shares(built.lines), 2):
        put_row(sheet, row, [share.role, share.name, *share.figures])
    sheet.auto_filter.ref = sheet.dimensions
    make_printable(sheet, head_rows=1, freeze="C2")


def add_audit(sheet: Worksheet, built: BuiltRota) -> None:
    """Write each rule with how often it is not met, and what that costs."""
    put_head(
        sheet, 1, ["Rule", "What it asks", "Kind", "Tier", "Times not met", "Charge"]
    )
    set_widths(sheet, [12, 38, 13, 15, 16, 10])
    for row, count in enumerate(rule_counts(built), 2):
        facts = [count.rule.code, count.rule.title, count.kind, count.tier]
        put_row(sheet, row, [*facts, count.times, count.cost])
    audit, problem = built.result.audit, built.rota.problem
    for row, said in enumerate(exceptions(audit, problem), sheet.max_row + 2):
        put_row(sheet, row, ["Exception", said])
        sheet.cell(row, 1).font = SPARE
    make_printable(sheet, head_rows=1, freeze="A2")
    sheet.page_setup.fitToHeight = 1


def add_unmet(sheet: Worksheet, built: BuiltRota) -> None:
    """Write every breach and every wish that is not met."""
    put_head(sheet, 1, ["Rule", "What it asks", "Who or what", "Date", "Why", "Charge"])
    set_widths(sheet, [12, 32, 38, 17, 80, 10])
    for row, found in enumerate(findings(built), 2):
        breach = found.breach
        facts = [breach.rule, found.title, found.who, breach.day or ""]
        put_row(sheet, row, [*facts, breach.because, breach.cost])
    sheet.auto_filter.ref = sheet.dimensions
    make_printable(sheet, head_rows=1, freeze="A2")
