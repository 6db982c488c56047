from openpyxl import load_workbook

import inputs
from constraints import RULES


def test_an_empty_book_has_every_sheet_and_every_rule(folder, rota):
    result = rota("new", "mine")
    assert result.exit_code == 0
    book = load_workbook(folder / "mine" / "book.xlsx")
    assert set(book.sheetnames) == {form.name for form in inputs.SHEETS}
    codes = {cell.value for cell in book["Rules"]["A"]}
    assert set(RULES) <= codes
    assert "rota check mine" in result.stdout
    notes = [cell.comment.text for cell in book["Rules"]["A"][1:]]
    assert any(note.startswith("Daily rest. Nobody starts") for note in notes)
    assert "dark tabs first: Units, Cover, Crews, People." in result.stdout


def test_a_book_that_is_there_is_left_as_it_is(folder, rota):
    rota("new", "mine")
    before = (folder / "mine" / "book.xlsx").read_bytes()
    result = rota("new", "mine")
    assert result.exit_code == 2
    assert "left as it is" in result.stderr
    assert "rota new" in result.stderr
    assert (folder / "mine" / "book.xlsx").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(folder, rota):
    (folder / "mine").write_text("a file")
    result = rota("new", "mine")
    assert result.exit_code == 2
    assert result.stderr.startswith("mine is there already")


def test_a_folder_that_may_not_be_written_to_is_told(folder, rota, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("inputs.template.write", refuse)
    result = rota("new", "mine")
    assert result.exit_code == 2
    assert "mine cannot be written to (Permission denied)" in result.stderr


def test_the_rules_of_an_empty_book_are_read_without_a_fault(folder, rota):
    rota("new", "mine")
    result = rota("check", "mine")
    assert "Rules" not in result.stderr
