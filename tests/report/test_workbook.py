from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from rostering.domain import Period, PersonId, Rota
from rostering.report.workbook import to_workbook


@pytest.fixture(scope="module")
def workbook(built):
    return load_workbook(BytesIO(to_workbook(built)))


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_it_has_a_sheet_by_car_by_person_for_gaps_and_for_the_audit(workbook):
    assert workbook.sheetnames == [
        "Rota",
        "By person",
        "Shares",
        "Gaps",
        "Audit",
        "Not met",
    ]


def test_each_date_shows_every_car_with_its_crew(workbook, built):
    rows = values(workbook["Rota"])
    assert rows[0] == [None, "J1", None, None, "J2", None, None]
    assert rows[1] == ["Date", "turn", "p", "o", "turn", "p", "o"]
    monday = rows[2]
    assert monday[0].date() == date(2027, 1, 4)
    assert monday[1] == "specials\n18:00–02:00"
    crews = {f.post: f.person for f in built.rota.crew_of(built.rota.problem.shifts[0])}
    assert monday[2:4] == [crews["p"], "Sam\nspare"]
    assert monday[4:] == [None, None, None]


def test_an_open_post_is_marked_in_words_and_in_colour(workbook):
    wednesday = workbook["Rota"][5]
    assert wednesday[2].value == "open"
    assert wednesday[2].fill.fgColor.rgb == "00FFD9D9"


def test_everybody_has_a_row_with_shifts_and_hours(workbook):
    rows = {row[2]: row for row in values(workbook["By person"])[1:] if row[2]}
    assert set(rows) == {"Ann", "Bob", "Sam"}
    # Sam works three of the specials' nights, of eight hours each.
    assert rows["Sam"][3:5] == [3, 24]
    assert rows["Sam"][5] == "J1 S"


def test_the_marks_of_cars_and_turns_are_explained_below_everybody(workbook):
    assert values(workbook["By person"])[-1][0] == "J1 S is J1, specials."


def test_every_gap_has_its_reason(workbook, built):
    rows = values(workbook["Gaps"])[1:]
    assert len(rows) == len(built.gaps)
    assert all(row[-1] for row in rows)
    states = [row[5] for row in rows]
    assert states == sorted(states), "open posts come before spare places"


def test_every_rule_is_on_the_audit(workbook, built):
    codes = [row[0] for row in values(workbook["Audit"])]
    assert {rule.code for rule in built.rules} == set(codes[1:])


def test_all_that_is_not_met_has_a_row_with_names_and_reason(workbook, built):
    rows = values(workbook["Not met"])[1:]
    assert [row[4] for row in rows] == [b.because for b in built.result.audit.breaches]
    cover = next(row for row in rows if row[0] == "COVER-01")
    assert cover[:3] == ["COVER-01", "Cover", "J1 specials"]
    assert cover[3].date() == date(2027, 1, 6)


def test_nothing_is_a_formula(built):
    problem = built.rota.problem
    people = tuple(replace(p, name=f"=HYPERLINK({p.id})") for p in problem.people)
    rota = Rota(replace(problem, people=people), built.rota.fills)
    content = to_workbook(replace(built, rota=rota))
    cells = [
        cell
        for sheet in load_workbook(BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
    ]
    risky = [cell for cell in cells if str(cell.value).startswith("=")]
    assert risky
    assert {cell.data_type for cell in risky} == {"s"}
    assert all(cell.quotePrefix for cell in risky)


def test_it_prints_on_pages_one_page_wide_with_the_head_on_each(workbook):
    for sheet in workbook:
        assert sheet.page_setup.orientation == "landscape"
        is_fitted = sheet.sheet_properties.pageSetUpPr.fitToPage
        assert is_fitted == (sheet.title != "By person")
        assert sheet.print_title_rows
        assert sheet.freeze_panes


def test_many_days_by_person_print_on_pages_of_a_fortnight(built):
    first = built.rota.problem.period.first
    period = Period(first, first + timedelta(days=29))
    rota = Rota(replace(built.rota.problem, period=period), built.rota.fills)
    content = to_workbook(replace(built, rota=rota))
    sheet = load_workbook(BytesIO(content))["By person"]
    # Five columns of names and sums, then two fortnights and two days.
    assert [mark.id for mark in sheet.col_breaks.brk] == [5 + 14, 5 + 28]
    assert sheet.print_title_cols == "$A:$C"
    assert 40 <= sheet.page_setup.scale <= 100


def test_no_text_is_cut_by_a_row_that_is_too_low(workbook):
    for sheet in workbook:
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            lines = max(str(value).count("\n") + 1 for value in row)
            if lines > 1:
                assert sheet.row_dimensions[number].height >= 15 * lines


def test_a_rota_without_shifts_makes_a_workbook_too(built):
    empty = Rota(replace(built.rota.problem, shifts=()))
    made = load_workbook(
        BytesIO(to_workbook(replace(built, rota=empty, gaps=(), rules=())))
    )
    assert [row[0] for row in values(made["By person"])][1:] == ["Ann", "Bob", "Sam"]
    assert PersonId("Ann") in empty.problem.person
