"""The workbook of a small rota, cell by cell, beside the one that was kept.

Whoever changes it on purpose looks at it in an office program, and keeps it anew:
`.venv/bin/python -m pytest tests/report/test_workbook_as_kept.py --snapshot-update`.
"""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from rostering.domain import Audit, Period, PersonId, Rota
from rostering.report.workbook import to_workbook
from tests.report.workbooks import described

SHEETS = (
    *("Rota", "By person", "Gaps", "Hours", "Fairness", "Audit", "Not met", "Notes"),
    *("Lists", "Built"),
)
RULES = {"AVAIL-01", "COVER-01", "COVER-02", "HOURS-03", "LEAVE-01"}
"""A few, so that a new rule is no other workbook."""


@pytest.fixture(scope="module")
def sheets(built):
    """A week with a bank holiday, a contract and a bank, a name like a formula."""
    problem = built.rota.problem
    first = problem.period.first
    names = {"Bob": "=Bob Day", "Sam": "Sam Oakley-Fenwick"}
    people = (replace(p, name=names.get(p.id, p.name)) for p in problem.people)
    problem = replace(
        problem,
        period=Period(first, first + timedelta(days=6)),
        people=tuple(people),
        bank_holidays={first + timedelta(days=1): "Plough Tuesday"},
        bank={PersonId("Ann"): 90},
    )
    rota = Rota(problem, built.rota.fills)
    rules = tuple(rule for rule in built.rules if rule.code in RULES)
    told = tuple(b for b in built.result.audit.breaches if b.rule in RULES)
    result = replace(built.result, audit=Audit(told, tuple(sorted(RULES))))
    content = to_workbook(replace(built, rota=rota, rules=rules, result=result))
    return described(load_workbook(BytesIO(content)))


@pytest.mark.parametrize("title", SHEETS)
def test_a_sheet_is_as_it_was_kept(sheets, snapshot, title):
    assert sheets[title] == snapshot
