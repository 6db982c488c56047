"""rota.xlsx as people edit it, read back."""

import csv
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from inputs import BadInputs
from rostering.domain import PersonId, Rota, Severity
from rostering.report.workbook import to_workbook
from rostering.saved.lines import State
from rostering.saved.reading import read_rota
from tests.report.printing import needs_reader, pages_of
from tests.saved.office import needs_office, through_libreoffice

MONDAY, TUESDAY = date(2027, 1, 4), date(2027, 1, 5)


class Edited:
    """A rota.xlsx that somebody edits and that is read back."""

    def __init__(self, path):
        self.path = path
        self.book = load_workbook(path)
        self.sheet = self.book["Rota"]

    def __getitem__(self, address):
        return self.sheet[address]

    def __setitem__(self, address, value):
        self.sheet[address] = value

    def read(self):
        self.book.save(self.path)
        return read_rota(self.path)

    def faults(self):
        with pytest.raises(BadInputs) as caught:
            self.read()
        return [
            (f.place.sheet, f.place.cell, f.found, f.wanted)
            for f in caught.value.faults
        ]


def write(folder, built, **people):
    """The rota of some people whose facts are otherwise."""
    problem = built.rota.problem
    changed = tuple(
        replace(p, **people[p.id]) if p.id in people else p for p in problem.people
    )
    rota = Rota(replace(problem, people=changed), built.rota.fills)
    return put(folder, to_workbook(replace(built, rota=rota)))


def put(folder, content):
    path = folder / "rota.xlsx"
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def plain(built):
    """The content of the workbook, written once for all who edit it."""
    return to_workbook(built)


@pytest.fixture
def edited(tmp_path, plain):
    return Edited(put(tmp_path, plain))


def filled(saved):
    """Who is where: by date, car and post."""
    return {
        (line.day, line.unit, line.post, line.person)
        for line in saved.lines
        if line.state is State.FILLED
    }


def changed(saved):
    """What is gone and what is new, against the rota as it was written."""
    before = filled(replace(saved, lines=saved.built))
    after = filled(saved)
    return before - after, after - before


def on_monday(edited):
    """Who fills the post of J1 on Monday, and who does not."""
    first = edited["C3"].value
    return first, "Bob" if first == "Ann" else "Ann"


def test_a_rota_that_nobody_edited_says_what_was_written(edited):
    assert changed(edited.read()) == (set(), set())


def test_a_name_that_looks_like_a_numbered_sign_stays_as_it_is(tmp_path, built):
    saved = read_rota(write(tmp_path, built, Sam={"name": "Sam _x0041_ Lee"}))
    assert "Sam _x0041_ Lee" in {line.name for line in saved.lines}
    assert changed(saved) == (set(), set())


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n", "\n{}", "x\n{}"])
def test_a_name_typed_over_another(edited, typed):
    old, new = on_monday(edited)
    edited["C3"] = typed.format(new)
    left, joined = changed(edited.read())
    assert left == {(MONDAY, "J1", "p", old)}
    assert joined == {(MONDAY, "J1", "p", new)}


@pytest.mark.parametrize("nothing", [None, "", " ", "-", "–", "x", "X", "open", "OPEN"])
def test_a_name_cleared(edited, nothing):
    old, _ = on_monday(edited)
    edited["C3"] = nothing
    saved = edited.read()
    assert changed(saved) == ({(MONDAY, "J1", "p", old)}, set())
    (line,) = [x for x in saved.lines if (x.day, x.post) == (MONDAY, "p")]
    assert line.state is State.OPEN


@pytest.mark.parametrize("word", ["vacant", "TBC", "nobody", "spare", "VOR"])
def test_a_word_for_nobody(edited, word):
    edited["C3"] = word
    left, joined = changed(edited.read())
    assert len(left) == 1
    assert not joined


def test_a_name_struck_through(edited):
    old, _ = on_monday(edited)
    edited["C3"].font = Font(strike=True)
    assert changed(edited.read()) == ({(MONDAY, "J1", "p", old)}, set())


def test_one_of_two_names_struck_through(edited):
    edited["D3"] = CellRichText(
        TextBlock(InlineFont(strike=True), "Sam\n"), TextBlock(InlineFont(), "Bob")
    )
    left, joined = changed(edited.read())
    assert left == {(MONDAY, "J1", "o", "Sam")}
    assert joined == {(MONDAY, "J1", "o", "Bob")}


@pytest.mark.parametrize("address", ["B3", "A3"])
def test_a_shift_crossed_out_empties_its_whole_crew(edited, address):
    edited[address].font = Font(strike=True)
    left, joined = changed(edited.read())
    assert {(post, who) for *_, post, who in left} == {
        ("p", on_monday(edited)[0]),
        ("o", "Sam"),
    }
    assert not joined


@pytest.mark.parametrize(
    "typed", ["Sam\nBob", "Sam / Bob", "Sam & Bob", "Bob and Sam", "Sam; Bob"]
)
def test_a_second_officer_in_the_same_cell(edited, typed):
    edited["D3"] = typed
    assert changed(edited.read()) == (set(), {(MONDAY, "J1", "o", "Bob")})


def test_two_names_changed_about(edited):
    edited["C3"], edited["F4"] = "Ann", "Bob"
    once = filled(edited.read())
    edited["C3"], edited["F4"] = "Bob", "Ann"
    twice = filled(edited.read())
    assert once - twice == {(MONDAY, "J1", "p", "Ann"), (TUESDAY, "J2", "p", "Bob")}
    assert twice - once == {(MONDAY, "J1", "p", "Bob"), (TUESDAY, "J2", "p", "Ann")}


NAMES = {
    "Ann": {"name": "Grace Elphick"},
    "Bob": {"name": "Grace Ellis"},
    "Sam": {"name": "Imran Dhaliwal"},
}


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("grace elphick", "Ann"),
        ("Elphick, Grace", "Ann"),
        ("G Elphick", "Ann"),
        ("Elphick", "Ann"),
        ("PC Dhaliwal", "Sam"),
        ("sam", "Sam"),
        ("Bob", "Bob"),
    ],
)
def test_a_name_written_in_another_way_or_an_id(tmp_path, built, typed, person):
    edited = Edited(write(tmp_path, built, **NAMES))
    edited["D3"] = typed
    assert (MONDAY, "J1", "o", person) in filled(edited.read())


def test_a_name_that_could_be_two_peoples_is_a_fault_with_both_ids(tmp_path, built):
    edited = Edited(write(tmp_path, built, **NAMES))
    edited["D3"] = "Grace"
    ((sheet, cell, found, wanted),) = edited.faults()
    assert (sheet, cell, found) == ("Rota", "D3", "Grace")
    assert "Grace Elphick (Ann)" in wanted
    assert "Grace Ellis (Bob)" in wanted


def test_a_slip_in_a_name_is_a_fault_with_who_is_likely_meant(tmp_path, built):
    edited = Edited(write(tmp_path, built, **NAMES))
    edited["D3"] = "Imran Dhalival"
    with pytest.raises(BadInputs) as caught:
        edited.read()
    (fault,) = caught.value.faults
    assert (fault.place.cell, fault.likely) == ("D3", "Imran Dhaliwal (Sam)")


def test_a_name_like_nobodys_is_left_to_the_book(edited):
    edited["D3"] = "Quentin Oyelaran"
    line = next(x for x in edited.read().lines if (x.day, x.post) == (MONDAY, "o"))
    assert (line.person, line.state) == ("Quentin Oyelaran", State.FILLED)


def test_of_namesakes_the_id_behind_the_name_tells(tmp_path, built):
    same = {"name": "Ann Lee"}
    edited = Edited(write(tmp_path, built, Ann=same, Bob=same))
    assert edited["C3"].value in ("Ann Lee (Ann)", "Ann Lee (Bob)")
    assert changed(edited.read()) == (set(), set())
    edited["C3"] = "Ann Lee (Bob)"
    assert (MONDAY, "J1", "p", "Bob") in filled(edited.read())
    edited["C3"] = "Ann Lee"
    ((*_, wanted),) = edited.faults()
    assert "(Ann)" in wanted
    assert "(Bob)" in wanted


def test_rows_in_another_order(edited):
    rows = list(edited.sheet.iter_rows(3, 7, values_only=True))
    for number, row in enumerate(reversed(rows), 3):
        for column, value in enumerate(row, 1):
            edited.sheet.cell(number, column).value = value
    assert changed(edited.read()) == (set(), set())


def test_rows_and_columns_put_in_and_hidden(edited):
    edited.sheet.insert_rows(1, 2)
    edited.sheet.insert_rows(6)
    edited.sheet.insert_cols(3)
    edited["A1"], edited["C8"] = "The wall", "ring the office first"
    edited.sheet.row_dimensions[7].hidden = True
    edited.sheet.column_dimensions["D"].hidden = True
    assert changed(edited.read()) == (set(), set())


def test_a_column_moved_to_another_place(edited):
    for row in range(1, edited.sheet.max_row + 1):
        cells = [edited.sheet.cell(row, column) for column in (3, 7)]
        one, other = (cell.value for cell in cells)
        cells[0].value, cells[1].value = other, one
    assert changed(edited.read()) == (set(), set())


@pytest.mark.parametrize(
    "value",
    ["Mon 4 Jan 2027", "04/01/2027", "4.1.27", 46391, date(2027, 1, 4)],
)
def test_dates_written_in_another_way(edited, value):
    edited["A3"].number_format = "General"
    edited["A3"] = value
    assert changed(edited.read()) == (set(), set())


def test_a_date_that_is_none_beside_names_is_a_fault(edited):
    edited["A3"] = "Monday"
    assert edited.faults() == [
        ("Rota", "A3", "Monday", "a date such as 04/01/2027"),
    ]


def test_names_without_a_turn_are_a_fault_at_the_turn(edited):
    edited["F3"] = "Bob"
    assert edited.faults() == [
        ("Rota", "E3", "", "the turn of J2 that these people work"),
    ]


def test_a_turn_that_the_car_has_not_is_a_fault_with_those_it_has(edited):
    edited["B3"] = "special\n18:00–"
    ((_, cell, _, wanted),) = edited.faults()
    assert cell == "B3"
    assert wanted == "a turn of J1 that day: specials"


def test_a_row_that_stands_twice_is_a_fault(edited):
    for column in range(1, 8):
        edited.sheet.cell(9, column).value = edited.sheet.cell(3, column).value
    ((_, cell, _, wanted),) = edited.faults()
    assert (cell, wanted) == ("B9", "each shift once; it stands in B3 too")


def test_a_row_taken_out_is_told_and_its_people_are_off(edited):
    edited.sheet.delete_rows(3)
    saved = edited.read()
    assert {day for day, *_ in changed(saved)[0]} == {MONDAY}
    assert {fault.severity for fault in saved.faults} == {Severity.WARNING}
    assert [fault.found for fault in saved.faults] == [
        "no row or column for 1 name of J1 p",
        "no row or column for 1 name of J1 o",
    ]


def test_a_new_shift_is_read_with_the_hours_beside_its_turn(edited):
    edited["E3"], edited["F3"] = "late\n15:00–01:00", "Bob"
    line = next(x for x in edited.read().lines if x.shift_id == "J2 2027-01-04 late")
    assert (line.person, line.clock) == ("Bob", "15:00–01:00")


def test_every_value_is_known_by_its_cell(edited):
    saved = edited.read()
    record = saved.records[0]
    assert {name: place.cell for name, place in record.places.items()} == {
        "date": "A3",
        "unit": "B1",
        "turn": "B3",
        "start": "B3",
        "end": "B3",
        "crew": "B3",
        "post": "C2",
        "person": "C3",
        "name": "C3",
        "role": "C3",
        "state": "C3",
        "reason": "C3",
    }
    assert {place.sheet for place in record.places.values()} == {"Rota"}


NAMED = st.dictionaries(
    st.sampled_from(["C3", "D3", "F4", "G4", "C5", "D5", "C6", "F6"]),
    st.lists(st.sampled_from(["Ann", "Bob", "Sam", "open", "spare"]), max_size=3),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMED)
def test_whatever_names_stand_in_the_cells_are_read_from_them(tmp_path, plain, typed):
    edited = Edited(put(tmp_path, plain))
    days = {row[0].row: row[0].value for row in edited.sheet["A3:A7"]}
    for address, names in typed.items():
        edited[address] = "\n".join(names)
    found = filled(edited.read())
    for address, names in typed.items():
        day = days[int(address[1:])].date()
        unit, post = edited[f"{address[0]}1"].value, edited[f"{address[0]}2"].value
        turn = edited[f"{'B' if address[0] in 'CD' else 'E'}{address[1:]}"].value
        people = {p for d, u, o, p in found if (d, u, o) == (day, unit, post)}
        assert turn
        assert people == set(names) - {"open", "spare"}


def test_a_sheet_called_otherwise_is_found_by_its_headings(edited):
    edited.sheet.title = "January"
    assert changed(edited.read()) == (set(), set())


def test_a_workbook_of_another_kind_is_refused(edited):
    edited.book.remove(edited.book["Built"])
    ((_, _, found, _),) = edited.faults()
    assert found == "a workbook that is no rota of ours"


HOSTILE = ["=1+1", "+44", "-Bob", "@SUM(A1)", "O'Brien & Sons", "a / b", "open", "שרה"]


@pytest.mark.parametrize("name", [*HOSTILE, "Z" * 200])
def test_whatever_a_name_is_it_comes_back(tmp_path, built, name):
    edited = Edited(write(tmp_path, built, Sam={"name": name}))
    assert changed(edited.read()) == (set(), set())
    assert {p for *_, post, p in filled(edited.read()) if post == "o"} == {"Sam"}


@pytest.fixture(scope="module")
def saved_elsewhere(tmp_path_factory, plain):
    """The workbook as it was written, and as LibreOffice saves it."""
    path = put(tmp_path_factory.mktemp("office"), plain)
    return path, through_libreoffice(path, "xlsx")


@needs_office
@pytest.mark.slow
def test_a_file_that_libreoffice_saved_says_the_same(saved_elsewhere, tmp_path):
    edited = Edited(Path(shutil.copy(saved_elsewhere[1], tmp_path)))
    assert changed(edited.read()) == (set(), set())
    edited["C3"] = None
    assert len(changed(edited.read())[0]) == 1


@needs_office
@pytest.mark.slow
def test_an_open_document_says_the_same(tmp_path, plain):
    path = through_libreoffice(put(tmp_path, plain), "ods")
    assert changed(read_rota(path)) == (set(), set())


@needs_office
@pytest.mark.slow
def test_libreoffice_finds_the_same_values_lists_and_locks(saved_elsewhere):
    before, after = map(load_workbook, saved_elsewhere)
    for sheet in before:
        again = after[sheet.title]
        assert again.sheet_state == sheet.sheet_state
        for row in sheet.iter_rows():
            for cell in row:
                assert again[cell.coordinate].value == cell.value
    lists = [book["Rota"].data_validations.dataValidation for book in (before, after)]
    cells = [
        {spot for each in found for part in each.sqref.ranges for spot in part.cells}
        for found in lists
    ]
    assert cells[0] == cells[1]
    assert after["By person"].protection.sheet
    for sheet in (each for each in before if each.sheet_state == "visible"):
        again = after[sheet.title]
        assert again.print_title_rows == sheet.print_title_rows
        assert again.page_setup.orientation == sheet.page_setup.orientation
        assert conditions(again) == conditions(sheet)


def conditions(sheet):
    """Where a colour follows what stands in the cells."""
    ranges = sheet.conditional_formatting
    return sorted(str(each.sqref) for each in ranges for _ in each.rules)


LEGENDS = {
    "Rota": "nobody is there, and the car cannot go out",
    "By person": "J1 S is J1, specials.",
    "Gaps": "a further place that may stay empty",
    "Hours": "planned and credited, less the contract",
    "Fairness": "half as much again as the average of the role",
    "Audit": "no rota is built that breaks it",
    "Not met": "The wishes of an earlier tier always win",
    "Notes": "How it is edited",
}
"""Words that stand below the rows of each sheet."""


@needs_office
@needs_reader
@pytest.mark.slow
def test_every_sheet_prints_with_its_title_and_its_legend(tmp_path, plain):
    path = put(tmp_path, plain)
    titles = [s.title for s in load_workbook(path) if s.sheet_state == "visible"]
    assert titles == list(LEGENDS)
    pages = pages_of(through_libreoffice(path, "pdf").read_bytes())
    assert all("Mon 4 Jan 2027 to Fri 8 Jan 2027" in page for page in pages)
    said = dict.fromkeys(titles, "")
    for page in pages:
        (title,) = [each for each in titles if page.lstrip().startswith(f"{each}  ")]
        said[title] += page
    assert [t for t, words in LEGENDS.items() if words not in said[t]] == []


def test_the_csv_file_beside_it_does_not_matter(tmp_path, edited):
    with (tmp_path / "rota.csv").open("w") as file:
        csv.writer(file).writerow(["nothing"])
    assert changed(edited.read()) == (set(), set())


def test_whoever_is_only_on_the_sheet_by_person_is_known(edited):
    people = [row[2] for row in edited.book["By person"].iter_rows(values_only=True)]
    assert PersonId("Sam") in people
    edited["C3"] = "Sam"
    assert (MONDAY, "J1", "p", "Sam") in filled(edited.read())
