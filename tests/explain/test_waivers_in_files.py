"""A repair that needs an exception: its row in the book makes the rota legal."""

from pathlib import Path

import pytest

import inputs
from rostering.audit import audit
from rostering.domain import Fill, Mode, Problem, Rota
from rostering.drawing import parse
from rostering.explain.gaps import gaps
from rostering.explain.repairs import open_shifts
from rostering.explain.repairs.waivers import Waive
from rostering.rulebook import rulebook
from rostering.solve import solve
from tests.explain.contradictions import FIRST
from tests.explain.contradictions.sheets import sheets_of
from tests.inputs.books import Sheets, write_csv

HEADS = ["person", "rule", "from", "to", "approver", "reason"]
NEEDED = "crew p:paramedic\nterms Ann hours=90 overtime"
DRAWINGS = {
    "HOURS-07": f"Ann -\n{NEEDED}\nneed X",
    "LATE-01": "Bob@A -\nteam A E - - -\ncrew o:regular\nneed L",
    "RUN-01": f"Ann E E E E E E -\n{NEEDED}\nneed E E E E E E E",
    "RUN-02 RUN-03": f"Ann N N N N -\n{NEEDED}\nneed N N N N N",
}
"""By the rules that must give way."""


def read(path: Path, sheets: Sheets) -> Problem:
    return inputs.read(write_csv(path, sheets), first=FIRST, weeks=2).problem


def in_book(problem: Problem, drawn: Rota) -> Rota:
    """The drawn rota, with the shifts and people of the book."""
    people = {person.name.casefold(): person.id for person in problem.people}
    return Rota(
        problem,
        frozenset(
            Fill(people[f.person.casefold()], problem.shift[f.shift.id], f.post)
            for f in drawn.fills
        ),
    )


def rows_of(waive: Waive) -> list[list[str]]:
    """What the repair says is to be signed, row for row."""
    days = [f"{day:%d/%m/%Y}" for day in waive.days]
    return [[waive.person, waive.rule, d, d, "J Lee", "as agreed"] for d in days]


@pytest.mark.parametrize("codes", DRAWINGS)
def test_the_row_of_the_sheet_makes_the_built_rota_legal(
    codes: str, tmp_path: Path
) -> None:
    drawn = parse(DRAWINGS[codes])
    sheets = sheets_of(drawn.problem)
    problem = read(tmp_path / "book", sheets)
    rules, _ = rulebook(problem)
    rota = in_book(problem, drawn)
    shift = open_shifts(rota, rules, gaps(rota, rules))[0]
    (waives, repair) = next(
        (waives, repair)
        for repair in shift.repairs
        if (waives := [e for e in repair.easings if isinstance(e, Waive)])
        and len(waives) == len(repair.easings)
    )
    assert sorted(waive.rule for waive in waives) == codes.split()
    rows = [row for waive in waives for row in rows_of(waive)]
    assert rows
    signed = read(tmp_path / "signed", {**sheets, "Waivers": [HEADS, *rows]})
    hard = [rule for rule in rulebook(signed)[0] if rule.mode is Mode.HARD]
    kept = in_book(signed, Rota(drawn.problem, repair.eased.fills))
    assert audit(kept, hard).hard == ()
    without = in_book(problem, Rota(drawn.problem, repair.eased.fills))
    broken = {breach.rule for breach in audit(without, hard).hard}
    assert broken == set(codes.split())
    built = solve(signed, rulebook(signed)[0]).rota
    assert built is not None
    assert built.is_crewed(signed.shift[shift.shift.id])
