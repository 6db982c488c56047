"""The empty book: made from the same columns, and ready to be filled in."""

import pytest
from openpyxl import load_workbook

import inputs
from inputs import SHEETS, template
from rostering.domain import Mode, RuleSetting, Severity, Tier
from tests.inputs.books import (
    FIRST,
    faults_in,
    placeless,
    problem_in,
    small_book,
    typed,
    write_csv,
    write_workbook,
)

SETTINGS = (
    RuleSetting("REST-01", True, Mode.HARD, Tier.CARE, 1, "", "rest", "11:00", "law"),
    RuleSetting("REST-01", parameter="overrun", value="=1+1"),
    RuleSetting("WISH-01", False, Mode.WISH, Tier.WISHES, 0),
)


@pytest.fixture
def book(tmp_path):
    return load_workbook(template.write(tmp_path / "new", SETTINGS))


def test_every_column_has_a_header_with_a_comment(book):
    assert book.sheetnames == [form.name for form in SHEETS]
    for form in SHEETS:
        top = book[form.name][1]
        assert [cell.value for cell in top] == list(form.headers)
        for column in form.columns:
            texts = [c.comment.text for c in top if c.value in column.headers]
            assert all(column.help in text for text in texts)
            needed = "Needed." if column.required else "May be blank."
            assert all(needed in text for text in texts)


def test_needed_columns_look_different(book):
    for form in SHEETS:
        fills = {
            column.required: cell.fill.fgColor.rgb
            for column in form.columns
            for cell in book[form.name][1]
            if cell.value in column.headers
        }
        assert len(set(fills.values())) == len(fills)
        assert book[form.name].freeze_panes == "A2"


def test_every_sheet_prints_on_pages_of_its_width_with_the_head_on_each(book):
    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (
            "landscape",
            0,
        )
        assert sheet.print_title_rows == "$1:$1"


def _list_at(book, sheet, cell):
    for validation in book[sheet].data_validations.dataValidation:
        if cell in validation.sqref:
            return validation.formula1
    return None


@pytest.mark.parametrize(
    ("sheet", "cell", "choices"),
    [
        ("Leave", "A2", "'People'!$A$2:$A$5000"),
        ("Cover", "A4999", "'Units'!$A$2:$A$5000"),
        ("Cover", "F2", "'Crews'!$A$2:$A$5000"),
        ("People", "F2", "'Teams'!$A$2:$A$5000"),
        ("Training", "B2", "'Skills'!$B$2:$B$5000"),
        ("Pairs", "C2", '"never,avoid,prefer,mentor"'),
        ("Rules", "C2", '"hard,wish"'),
        ("People", "H2", '"Y,N"'),
        ("Units", "A2", None),
        ("Crews", "A2", None),
        ("People", "E2", None),
    ],
)
def test_closed_sets_and_names_from_other_sheets_have_lists(book, sheet, cell, choices):
    assert _list_at(book, sheet, cell) == choices


def test_lists_fit_into_a_cell_s_limit(book):
    for form in SHEETS:
        for validation in book[form.name].data_validations.dataValidation:
            assert len(validation.formula1) <= 255


@pytest.mark.parametrize(
    ("sheet", "column", "number_format"),
    [("Leave", "C", "dd/mm/yyyy"), ("Leave", "E", "hh:mm"), ("People", "A", "@")],
)
def test_columns_are_formatted_for_what_they_hold(book, sheet, column, number_format):
    assert book[sheet].column_dimensions[column].number_format == number_format


def test_the_rules_sheet_holds_the_settings(book):
    header, *rows = book["Rules"].values
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert told[0] == {
        "code": "REST-01",
        "on": "Y",
        "mode": "hard",
        "tier": "duty of care",
        "weight": 1,
        "applies to": None,
        "parameter": "rest",
        "value": "11:00",
        "source": "law",
    }
    assert (told[2]["on"], told[2]["weight"]) == ("N", 0)


def test_what_begins_like_a_formula_is_written_as_text(book):
    cell = book["Rules"]["H3"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_an_empty_book_lacks_only_its_first_rows(tmp_path):
    faults = faults_in(template.write(tmp_path / "new", SETTINGS))
    told = [(f.place.sheet, f.place.cell, f.found, f.severity) for f in faults]
    assert told == [
        (sheet, "A2", "nothing", Severity.ERROR)
        for sheet in ("Cover", "Crews", "People", "Units")
    ]


def test_a_filled_template_reads_as_what_was_filled_in(tmp_path):
    file = template.write(tmp_path / "new", ())
    book = load_workbook(file)
    for name, (header, *rows) in small_book().items():
        columns = {cell.value: cell.column for cell in book[name][1]}
        for number, row in enumerate(rows, 2):
            for text, value in zip(header, row, strict=True):
                book[name].cell(number, columns[text], typed(value))
    book.save(file)
    plain = write_workbook(tmp_path / "plain.xlsx", small_book())
    assert placeless(problem_in(file)) == placeless(problem_in(plain))


def test_written_settings_read_back_as_they_were(tmp_path):
    file = template.write(tmp_path / "new", SETTINGS)
    sheets = small_book()
    sheets["Rules"] = [
        ["" if value is None else str(value) for value in row]
        for row in load_workbook(file)["Rules"].values
    ]
    reading = inputs.read(write_csv(tmp_path / "book", sheets), first=FIRST, weeks=2)
    assert set(placeless(reading.problem.settings)) == set(placeless(SETTINGS))


def test_a_book_is_never_overwritten(tmp_path):
    file = template.write(tmp_path, ())
    before = file.read_bytes()
    with pytest.raises(FileExistsError):
        template.write(tmp_path, SETTINGS)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]
