from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import Period, PersonId, Rota
from rostering.domain.time import DAY
from rostering.report.workbook import to_workbook


@pytest.fixture(scope="module")
def workbook(built):
    return load_workbook(BytesIO(to_workbook(built)))


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def listed(sheet):
    """The rows that can be filtered, without their head."""
    rows = [[cell.value for cell in row] for row in sheet[sheet.auto_filter.ref]]
    return rows[1:]


def shown(workbook):
    return [sheet for sheet in workbook if sheet.sheet_state == "visible"]


def test_it_has_a_sheet_for_each_thing_that_people_look_for(workbook):
    assert [sheet.title for sheet in shown(workbook)] == [
        "Rota",
        "By person",
        "Gaps",
        "Hours",
        "Fairness",
        "Audit",
        "Not met",
        "Notes",
    ]
    assert workbook.active.title == "Rota"


def test_what_it_needs_to_be_read_back_is_hidden_and_tells_no_reasons(workbook, built):
    hidden = [sheet.title for sheet in workbook if sheet.sheet_state == "hidden"]
    assert hidden == ["Lists", "Built", "About"]
    rows = values(workbook["Built"])
    assert len(rows) == 1 + len(built.lines)
    assert {row[rows[0].index("reason")] for row in rows[1:]} == {None}


def test_each_date_shows_every_car_with_its_crew(workbook, built):
    rows = values(workbook["Rota"])
    assert rows[0] == [None, "J1", "J1", "J1", "J2", "J2", "J2"]
    assert rows[1] == ["Date", "turn", "p", "o", "turn", "p", "o"]
    monday = rows[2]
    assert monday[0].date() == date(2027, 1, 4)
    assert monday[1] == "specials\n18:00–02:00"
    crews = {f.post: f.person for f in built.rota.crew_of(built.rota.problem.shifts[0])}
    assert monday[2:4] == [crews["p"], "Sam\nspare"]
    assert monday[4:] == [None, None, None]


def coloured(sheet):
    return {
        (str(cells.sqref), rule.formula[0]): rule
        for cells in sheet.conditional_formatting
        for rule in cells.rules
    }


def test_an_open_post_is_said_in_words_and_its_colour_follows_the_word(workbook):
    sheet = workbook["Rota"]
    assert sheet["C5"].value == "open"
    rules = coloured(sheet)
    for cells in ("C3:C7", "D3:D7", "F3:F7", "G3:G7"):
        (said,) = [f for where, f in rules if where == cells and '"open"' in f]
        assert rules[cells, said].dxf.fill.bgColor.rgb == "00FFD9D9"


def test_weekends_and_new_weeks_are_shown_by_the_date_of_the_row(workbook):
    said = [formula for _, formula in coloured(workbook["Rota"])]
    assert "AND(ISNUMBER($A3),WEEKDAY($A3,2)>5)" in said
    assert "AND(ISNUMBER($A3),WEEKDAY($A3,2)=1)" in said


def test_what_the_words_mean_stands_below_the_rota(workbook):
    rows = values(workbook["Rota"])[-4:]
    assert [row[0] for row in rows] == ["open", "spare", "shaded", "a line above"]
    assert all(row[1] for row in rows)


def test_bank_holidays_are_named_below_and_their_dates_stand_out(built):
    problem = built.rota.problem
    holidays = {problem.period.first: "Plough Monday", date(2027, 12, 25): "Christmas"}
    rota = Rota(replace(problem, bank_holidays=holidays), built.rota.fills)
    made = load_workbook(BytesIO(to_workbook(replace(built, rota=rota))))
    for title, monday, tuesday in (("Rota", "A3", "A4"), ("By person", "F1", "G1")):
        sheet = made[title]
        below = values(sheet)[-1]
        assert below[:2] == ["bank holiday", "Mon 4 Jan 2027, Plough Monday"]
        fills = [sheet[at].fill.fgColor.rgb for at in (monday, tuesday)]
        assert fills == ["00B3541E", "001F3A5F"]


def test_every_sheet_says_below_its_rows_how_it_is_read(workbook):
    for title, words in (
        ("By person", "To change who works"),
        ("Gaps", "kept out by what"),
        ("Hours", "less the contract"),
        ("Fairness", "half as much again"),
        ("Audit", "no rota is built that breaks it"),
        ("Not met", "no rota is built that breaks it"),
    ):
        sheet = workbook[title]
        said = [str(row[0]) for row in values(sheet)]
        assert any(words in text for text in said), title


def offered(workbook, address):
    """The names that a cell of the sheet by car offers."""
    sheet = workbook["Rota"]
    (found,) = [v for v in sheet.data_validations.dataValidation if address in v.cells]
    assert (found.type, found.errorStyle) == ("list", "warning")
    title, cells = found.formula1.replace("'", "").split("!")
    return [cell.value for (cell,) in workbook[title][cells.replace("$", "")]]


def test_each_cell_offers_the_people_whom_the_hard_rules_admit(workbook):
    # Ann and Bob are away on Wednesday; on Friday Bob is, and Sam has not offered.
    assert offered(workbook, "C3") == ["Ann", "Bob", "open"]
    assert offered(workbook, "D3") == ["Sam", "open"]
    assert offered(workbook, "C5") == ["open"]
    assert offered(workbook, "C7") == ["Ann", "open"]
    assert offered(workbook, "D7") == ["open"]


def test_a_cell_for_several_says_that_a_choice_takes_the_place_of_all(workbook):
    told = [
        found.cells
        for found in workbook["Rota"].data_validations.dataValidation
        if found.prompt and found.showInputMessage
    ]
    for address, is_told in {"C3": False, "D3": True, "F4": False, "G4": True}.items():
        assert any(address in cells for cells in told) == is_told


def test_people_of_one_name_are_told_apart_by_their_ids(built):
    problem = built.rota.problem
    people = tuple(replace(p, name="Ann Lee") for p in problem.people)
    rota = Rota(replace(problem, people=people), built.rota.fills)
    made = load_workbook(BytesIO(to_workbook(replace(built, rota=rota))))
    assert offered(made, "C3") == ["Ann Lee (Ann)", "Ann Lee (Bob)", "open"]
    assert made["Rota"]["D3"].value == "Ann Lee (Sam)\nspare"


def test_the_sheet_by_person_is_locked_without_a_password(workbook):
    assert workbook["By person"].protection.sheet
    assert not workbook["By person"].protection.password
    assert not workbook["Rota"].protection.sheet
    said = [row[0] for row in values(workbook["By person"])]
    assert "To change who works, write on the sheet Rota." in said


def test_hours_are_told_against_the_contract(built):
    problem = built.rota.problem
    people = tuple(
        replace(p, weekly_minutes=7 * 60) if p.id == "Ann" else p
        for p in problem.people
    )
    bank = {PersonId("Ann"): 90}
    rota = Rota(replace(problem, people=people, bank=bank), built.rota.fills)
    made = load_workbook(BytesIO(to_workbook(replace(built, rota=rota))))
    rows = {row[1]: row[2:] for row in values(made["Hours"])[1:]}
    shifts = len(rota.shifts_of(PersonId("Ann")))
    # Five days of a contract of an hour a day, and one of them is leave; of each
    # shift of eight hours half an hour is an unpaid break.
    balance = shifts * 7.5 + 1 - 5
    assert rows["Ann"] == [5, shifts * 7.5, 1, balance, 1.5, 1.5 + balance]
    assert rows["Sam"] == [None, 22.5, None, None, None, None]


def test_a_sheet_too_wide_for_a4_prints_on_a3(built, workbook):
    assert str(workbook["Rota"].page_setup.paperSize) == Worksheet.PAPERSIZE_A4
    shifts = [
        replace(shift, unit=f"{shift.unit}-{number}")
        for shift in built.rota.problem.shifts
        for number in range(3)
    ]
    rota = Rota(replace(built.rota.problem, shifts=tuple(shifts)))
    made = load_workbook(BytesIO(to_workbook(replace(built, rota=rota, gaps=()))))
    assert str(made["Rota"].page_setup.paperSize) == Worksheet.PAPERSIZE_A3


def test_everybody_has_a_row_with_shifts_and_hours(workbook):
    rows = {row[2]: row for row in values(workbook["By person"])[1:] if row[2]}
    assert set(rows) == {"Ann", "Bob", "Sam"}
    # Sam works three of the specials' nights, of eight hours each.
    assert rows["Sam"][3:5] == [3, 24]
    assert rows["Sam"][5] == "J1 S"


def test_days_away_are_told_and_nothing_of_why(workbook):
    rows = {row[2]: row[5:] for row in values(workbook["By person"])[1:] if row[2]}
    assert rows["Ann"] == ["J1 S", None, "away", "J1 S", None]
    assert rows["Bob"] == [None, "J2 S", "away", None, "away"]


def test_the_marks_of_cars_and_turns_are_explained_below_everybody(workbook):
    assert "J1 S is J1, specials." in [row[0] for row in values(workbook["By person"])]


def test_every_gap_has_its_reason(workbook, built):
    rows = listed(workbook["Gaps"])
    assert len(rows) == len(built.gaps)
    assert all(row[-1] for row in rows)
    states = [row[5] for row in rows]
    assert states == sorted(states), "open posts come before spare places"


def test_every_rule_is_on_the_audit(workbook, built):
    codes = [row[0] for row in listed(workbook["Audit"])]
    assert {rule.code for rule in built.rules} == set(codes)


def test_all_that_is_not_met_has_a_row_with_names_and_reason(workbook, built):
    rows = listed(workbook["Not met"])
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
    for sheet in shown(workbook):
        assert sheet.page_setup.orientation == "landscape"
        is_fitted = sheet.sheet_properties.pageSetUpPr.fitToPage
        assert is_fitted == (sheet.title != "By person")
        assert sheet.print_title_rows
        assert sheet.freeze_panes
        area = sheet.print_area.rpartition("!")[2].replace("$", "")
        assert area == sheet.dimensions


def test_a_few_rows_too_many_do_not_make_a_page_of_their_own(built):
    first = built.rota.problem.period.first
    shift = built.rota.problem.shifts[0]

    def pages(days):
        shifts = (replace(shift, day=first + n * DAY) for n in range(days))
        period = Period(first, first + timedelta(days=days - 1))
        problem = replace(built.rota.problem, shifts=tuple(shifts), period=period)
        bare = replace(built, rota=Rota(problem), gaps=(), rules=())
        return load_workbook(BytesIO(to_workbook(bare)))["Rota"].page_setup.fitToHeight

    assert [pages(days) for days in (7, 15, 28)] == [1, 1, 2]


def test_what_is_owed_and_who_has_much_stands_out_by_what_the_cells_say(workbook):
    owed = coloured(workbook["Hours"])["F2:H4", "F2<0"]
    assert owed.dxf.font.color.rgb == "009C0006"
    much = [said for _, said in coloured(workbook["Fairness"])]
    assert len(much) == 4
    assert all(">=1.5*SUMPRODUCT(($A$2:$A$4=$A2)" in said for said in much)
    states = [said for _, said in coloured(workbook["Gaps"])]
    assert states == ['F2="open"', 'F2="spare"']


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
    for sheet in shown(workbook):
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            lines = max(str(value).count("\n") + 1 for value in row)
            if lines > 1:
                assert sheet.row_dimensions[number].height >= 15 * lines


def test_a_rota_without_shifts_makes_a_workbook_too(built):
    empty = Rota(replace(built.rota.problem, shifts=()))
    made = load_workbook(
        BytesIO(to_workbook(replace(built, rota=empty, gaps=(), rules=())))
    )
    assert [row[2] for row in values(made["By person"])][1:4] == ["Ann", "Bob", "Sam"]
    assert PersonId("Ann") in empty.problem.person
