import json

from tests.cli.books import falls
from tests.inputs.books import put, write_csv

PERIOD = ("--from", "2027-01-04", "--weeks", 1)


def test_a_good_book_is_summed_up(book, rota):
    result = rota("check", book, *PERIOD)
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert "1 week, Mon 4 Jan 2027 to Sun 10 Jan 2027" in said
    assert "F-1 North 4 4 day" in said
    assert "H physiotherapist 1" in said
    assert "T paramedic 2" in said
    assert "1 absence, 1 duty on record" in said
    assert "rota build book" in said


def test_nothing_is_written(book, rota, folder):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    rota("check", book, *PERIOD)
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*")} == before


def test_faults_are_a_table_and_the_exit_code_is_2(folder, rota):
    sheets = put(falls(), "Leave", {"person": "X11"})
    write_csv(folder / "bad", put(sheets, "Cover", {"start": "25:00"}))
    result = rota("check", "bad", *PERIOD)
    assert result.exit_code == 2
    assert "2 faults to put right" in result.stderr
    assert result.stdout == ""
    rows = [line.split() for line in result.stderr.splitlines()]
    assert any(row[:3] == ["Leave.csv", "Leave", "A2"] for row in rows)
    assert any(row[:3] == ["Cover.csv", "Cover", "D2"] for row in rows)


def test_a_warning_is_shown_and_is_no_failure(folder, rota):
    sheets = falls()
    sheets["Leaf"] = [["person"], ["X1"]]
    write_csv(folder / "odd", sheets)
    result = rota("check", "odd", *PERIOD)
    assert result.exit_code == 0
    assert "1 warning" in result.stdout
    assert "Leaf" in result.stdout


def test_json_tells_the_same(book, rota):
    document = json.loads(rota("check", book, *PERIOD, "--json").stdout)
    assert document["faults"] == []
    understood = document["understood"]
    assert understood["shifts"] == {"F-1": 4}
    assert understood["people"] == {"H physiotherapist": 1, "T paramedic": 2}
    assert understood["period"] == {"from": "2027-01-04", "to": "2027-01-10"}
    assert understood["facts"]["absence"] == 1
    assert "REST-01" in understood["rules"]


def test_a_book_that_is_not_there_says_what_to_do(folder, rota):
    result = rota("check", "nowhere")
    assert result.exit_code == 2
    assert "rota new" in result.stderr


def test_a_file_that_is_no_workbook_ends_in_a_sentence(folder, rota):
    (folder / "book.xlsx").write_bytes(b"not a workbook")
    result = rota("check", "book.xlsx")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "1 fault to put right" in result.stderr
