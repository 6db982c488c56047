"""The sheets that are plain lists: the gaps, and what the audit found."""

from collections import Counter

from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import Mode
from rostering.report.built import BuiltRota
from rostering.report.lines import State
from rostering.report.people import names_in
from rostering.report.workbook.cells import (
    OPEN,
    OPEN_FILL,
    SPARE,
    make_printable,
    put_head,
    put_row,
    set_widths,
)


def add_gaps(sheet: Worksheet, built: BuiltRota) -> None:
    """Write every place that nobody fills, those that are missed first."""
    put_head(sheet, 1, ["Date", "Car", "Turn", "Post", "Places", "State", "Reason"])
    set_widths(sheet, [17, 10, 12, 14, 8, 9, 100])
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


def add_audit(sheet: Worksheet, built: BuiltRota) -> None:
    """Write each rule with what it found, then every breach and unmet wish."""
    set_widths(sheet, [12, 34, 24, 17, 80, 8])
    row = _add_rules(sheet, built)
    put_head(
        sheet, row, ["Rule", "Who or what", "", "Date", "What is not met", "Charge"]
    )
    for breach in built.result.audit.breaches:
        row += 1
        who = names_in(breach.subject, built.rota.problem)
        day = breach.day or ""
        put_row(sheet, row, [breach.rule, who, "", day, breach.because, breach.cost])
    make_printable(sheet, head_rows=1, freeze="A2")


def _add_rules(sheet: Worksheet, built: BuiltRota) -> int:
    """Write one row a rule; tell in which row to go on."""
    head = ["Rule", "What it asks", "Must hold", "Tier", "Not met", "Charge"]
    put_head(sheet, 1, head)
    times: Counter[str] = Counter()
    costs: Counter[str] = Counter()
    for breach in built.result.audit.breaches:
        times[breach.rule] += 1
        costs[breach.rule] += breach.cost
    rules = {rule.code: rule for rule in built.rules}
    for row, rule in enumerate(rules.values(), 2):
        is_hard = rule.mode is Mode.HARD
        facts = [rule.code, rule.title, "yes" if is_hard else "a wish"]
        tier = "" if is_hard else rule.tier.title
        put_row(sheet, row, [*facts, tier, times[rule.code], costs[rule.code]])
    return len(rules) + 3
