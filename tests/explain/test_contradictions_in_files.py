"""Planted contradictions in book files: the cells that are named, and their mending."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import inputs
from inputs._cells import letters
from rostering.audit import audit
from rostering.domain import Place, Problem, Severity
from rostering.explain.clash import clashes
from rostering.explain.clash.edits import Edit
from rostering.explain.clash.repairs import repairs
from rostering.rulebook import rulebook
from rostering.solve import solve
from tests.explain.contradictions import FIRST, Codes, named, planted, possible
from tests.explain.contradictions.sheets import sheets_of
from tests.inputs.books import Sheets, write_csv, write_workbook

TELLING = {
    "Courses": "course",
    "Cover": "unit",
    "History": "date",
    "Leave": "from",
    "Off road": "from",
    "Pairs": "kind",
    "People": "id",
    "Pins": "pin",
    "Skills": "skill",
    "Teams": "team",
}
"""The column of each sheet whose cell is named."""
NOT_IN_FILES = {"POST-01", "CHANGE-03"}
"""A book has no shift of a car that is out of service, and no published rota."""
ALL = [[s for s in possible(size) if not s & NOT_IN_FILES] for size in (2, 3)]
SAMPLE = [*ALL[0][::18], *ALL[1][::240]]


def problem_in(path: Path) -> Problem:
    return inputs.read(path, first=FIRST, weeks=2).problem


def addresses(sheets: Sheets, rows: frozenset[Place]) -> set[str]:
    """The cells that are named of the rows, as they are written in messages."""
    named = set()
    for place in rows:
        heads = sheets[place.sheet][0]
        column = letters(heads.index(TELLING[place.sheet]) + 1)
        named.add(f"{place.sheet}!{column}{place.cell[1:]}")
    return named


def changed(sheets: Sheets, edits: Sequence[Edit]) -> Sheets:
    """The sheets after a manager has done as the edits say."""
    mended = {name: [list(row) for row in rows] for name, rows in sheets.items()}
    for edit in edits:
        for place in edit.cells:
            row = mended[place.sheet][int(place.cell[1:]) - 1]
            for index in range(len(row)):
                if not edit.written or letters(index + 1) == place.cell[0]:
                    row[index] = edit.written
    return mended


@pytest.mark.parametrize("codes", SAMPLE, ids=named)
def test_the_cells_are_those_of_the_file_and_each_repair_made_there_gives_a_rota(
    codes: Codes, tmp_path: Path
) -> None:
    book = planted(codes)
    sheets = sheets_of(book.problem)
    problem = problem_in(write_csv(tmp_path / "book", sheets))
    rules, faults = rulebook(problem)
    assert all(fault.severity is Severity.WARNING for fault in faults)
    (clash,) = clashes(problem, rules)
    facts = {m.place for m in clash.members if m.place and not m.code}
    assert {f"{p.sheet}!{p.cell}" for p in facts} == addresses(sheets, book.cells)
    for member in clash.members:
        if member.code and member.place:
            assert sheets["Rules"][int(member.place.cell[1:]) - 1][0] == member.code
    offered = repairs(problem, rules, [clash])
    assert offered
    for number, repair in enumerate(offered):
        path = write_csv(tmp_path / f"mended {number}", changed(sheets, repair.edits))
        mended = problem_in(path)
        hard, _ = rulebook(mended)
        result = solve(mended, hard)
        assert result.rota is not None, repair.edits
        assert audit(result.rota, hard).hard == ()


def test_one_workbook_names_the_same_cells(tmp_path: Path) -> None:
    book = planted(frozenset({"LEAVE-01", "HOURS-01", "ROAD-01"}))
    path = write_workbook(tmp_path / "book.xlsx", sheets_of(book.problem))
    problem = problem_in(path)
    (clash,) = clashes(problem, rulebook(problem)[0])
    assert sorted(map(str, clash.places)) == [
        "[book.xlsx]Leave!C2",
        "[book.xlsx]Off road!B2",
        "[book.xlsx]Pins!D2",
        "[book.xlsx]Rules!F2",
    ]
