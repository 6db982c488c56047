import csv
import json

import pytest
from openpyxl import load_workbook

from rostering.cli import imports

HEADS = "Employee Number,Name,Absence Type,Absence Start Date,Absence End Date"
GOOD = "P1,Ann Lee,Annual Leave,18/01/2027,22/01/2027"
OPEN = "P2,=Bob Day,Zumba,25/01/2027,25/01/2027"
BAD = "X1,Cat Fox,Sickness,31/02/2027,"


@pytest.fixture
def sent(folder):
    """Write a list of absences as it was sent."""

    def write(*lines, name="absence.csv"):
        (folder / name).write_text("\n".join([HEADS, *lines]), encoding="utf-8")
        return name

    return write


@pytest.fixture
def leave(folder, book):
    """What the book's own sheet and the imported one say of leave."""

    def read():
        path = folder / book / "Leave.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row[:4] for row in csv.reader(file)][1:]
        more = folder / book / "imported.xlsx"
        if more.exists():
            sheet = load_workbook(more)["Leave"]
            rows += [list(row[:4]) for row in sheet.iter_rows(2, values_only=True)]
        return rows

    return read


def test_everything_is_shown_and_nothing_is_written_without_a_yes(
    book, rota, sent, leave
):
    before = leave()
    result = rota("import", sent(GOOD, OPEN, BAD), "--into", book)
    assert result.exit_code == 0
    shown = result.stdout
    assert "absence.csv: leave, because of the columns Absence Type," in shown
    assert "Read 3 rows: 1 to be used, 2 waiting, 0 passed over." in shown
    assert '--say "code Zumba = …"' in shown
    assert "31/02/2027" in shown
    assert "Leave: 1 new row" in shown
    assert f"Nothing was written to {book}." in shown
    assert "--yes writes what is certain" in shown
    assert leave() == before


def test_with_a_yes_what_is_certain_is_written_and_the_rest_waits(
    book, rota, sent, leave
):
    result = rota("import", "leave", sent(GOOD, OPEN, BAD), "--into", book, "--yes")
    assert result.exit_code == 0, result.output
    assert len(leave()) == 2
    assert leave()[1][:2] == ["P1", "annual"]
    assert "rota import --undo --into book" in result.stdout


def test_the_same_file_twice_changes_nothing(book, rota, sent, leave):
    for _ in range(2):
        result = rota("import", sent(GOOD), "--into", book, "--yes")
    assert "Nothing would change in the book; 1 stand there already." in result.stdout
    assert len(leave()) == 2


def test_an_import_is_taken_back(book, rota, sent, leave):
    before = leave()
    rota("import", sent(GOOD), "--into", book, "--yes")
    result = rota("import", "--undo", "--into", book)
    assert result.exit_code == 0, result.output
    assert leave() == before
    again = rota("import", "--undo", "--into", book)
    assert again.exit_code == 2


def test_a_dry_run_writes_nothing_whatever_is_said(book, rota, sent, leave):
    before = leave()
    result = rota("import", sent(GOOD), "--into", book, "--yes", "--dry-run")
    assert result.exit_code == 0
    assert "without --dry-run, and with --yes" in result.stdout
    assert leave() == before


def test_an_answer_is_used_and_kept_for_the_next_file(book, rota, sent, leave):
    say = "--say", "code Zumba = annual"
    rota("import", sent(OPEN), "--into", book, *say, "--yes")
    assert [row[1] for row in leave()] == ["annual", "annual"]
    later = OPEN.replace("25/01", "26/01")
    result = rota("import", sent(later, name="absence 2.csv"), "--into", book)
    assert "Zumba" in result.stdout
    assert "said" in result.stdout
    assert "question" not in result.stdout


def test_an_answer_about_nothing_ends_with_what_is_wanted(book, rota, sent):
    result = rota("import", sent(GOOD), "--into", book, "--say", "cod LD = late")
    assert result.exit_code == 2
    assert 'Not understood: --say "cod LD = late"' in result.stderr
    assert "such as code" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "absence.csv", "--into", "nowhere"], "There is no book nowhere."),
        (["import", "--into", "book"], "Which file is to be imported?"),
        (["import", "leave", "--into", "book"], "leave"),
        (["import", "gone.csv", "--into", "book"], "gone.csv"),
    ],
)
def test_a_bad_request_says_what_to_give(book, rota, words, said):
    result = rota(*words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_file_that_tells_no_kind_asks_for_one(folder, book, rota):
    (folder / "letter.csv").write_text("Hello both,\nsee you soon.")
    result = rota("import", "letter.csv", "--into", book)
    assert result.exit_code == 2
    assert "Before it, say `people` or `leave`" in " ".join(result.stdout.split())


def test_a_file_called_as_a_kind_is_a_file(book, rota, sent):
    result = rota("import", sent(GOOD, name="leave"), "--into", book)
    assert result.exit_code == 0
    assert "leave: leave, because of" in result.stdout


def test_the_marked_file_comes_back_with_answers(folder, book, rota, sent, leave):
    result = rota(
        "import", sent(GOOD, OPEN, BAD), "--into", book, "--marked", "marked.xlsx"
    )
    assert result.exit_code == 0, result.output
    workbook = load_workbook(folder / "marked.xlsx")
    doubts = workbook["Doubts"]
    heads = {cell.value: cell.column for row in doubts for cell in row if cell.value}
    column = heads["your answer"]
    answers = {"Zumba": "study", "31/02/2027": "28/02/2027"}
    for row in doubts.iter_rows():
        for cell in row:
            if cell.value in answers and cell.column < column:
                doubts.cell(cell.row, column).value = answers[cell.value]
    workbook.save(folder / "answered.xlsx")
    again = rota("import", "leave", "answered.xlsx", "--into", book, "--yes")
    assert again.exit_code == 0, again.output
    assert "3 to be used, 0 waiting" in again.stdout
    assert [row[:2] for row in leave()[1:]] == [
        ["P1", "annual"],
        ["P2", "study"],
        ["X1", "sick"],
    ]


def test_only_one_file_at_a_time_is_marked(book, rota, sent):
    files = sent(GOOD), sent(OPEN, name="more.csv")
    result = rota("import", *files, "--into", book, "--marked", "out.xlsx")
    assert result.exit_code == 2
    assert "one by one" in result.stderr


def test_the_answer_in_json_says_all_of_it(book, rota, sent):
    result = rota("import", sent(GOOD, OPEN, BAD), "--into", book, "--json")
    told = json.loads(result.stdout)
    (file,) = told["files"]
    counts = [file[name] for name in ("read", "used", "waiting", "passed_over")]
    assert counts == [3, 1, 2, 0]
    assert told["written"] is False
    assert file["questions"][0]["say"] == "code Zumba = …"
    assert file["doubts"][0]["sheet"] == "absence"
    assert told["changes"]["added"][0]["values"]["person"] == "P1"


@pytest.fixture
def talk(monkeypatch, rota):
    """Give a command as on a terminal, with what is typed."""
    from typer.testing import CliRunner

    from rostering.cli import app

    monkeypatch.setattr(imports, "_is_terminal", lambda: True)

    def run(*words, typed):
        text = "".join(f"{line}\n" for line in typed)
        return CliRunner().invoke(app, [str(word) for word in words], input=text)

    return run


def test_on_a_terminal_each_question_is_asked_once_and_writing_once(
    book, talk, sent, leave
):
    words = "import", sent(GOOD, OPEN), "--into", book
    result = talk(*words, typed=["study", "y"])
    assert result.exit_code == 0, result.output
    assert "What does Zumba mean? (1 cell, first [absence.csv]absence!C3)" in (
        result.stdout
    )
    assert "Write these 2 changes to the book?" in result.stdout
    assert [row[1] for row in leave()] == ["annual", "annual", "study"]


def test_enter_leaves_a_question_waiting_and_no_writes_nothing(book, talk, sent, leave):
    before = leave()
    words = "import", sent(GOOD, OPEN), "--into", book
    result = talk(*words, typed=["", "n"])
    assert result.exit_code == 0
    assert "1 waiting" in result.stdout
    assert leave() == before


def test_a_number_chooses_and_a_wrong_one_is_asked_again(book, talk, sent, leave):
    line = "P33,Quentin Zebedee,Annual Leave,25/01/2027,25/01/2027"
    words = "import", sent(GOOD, line), "--into", book
    result = talk(*words, typed=["7", "1", "y"])
    assert "Who is P33 Quentin Zebedee?" in result.stdout
    assert "Give one of the numbers, or Enter." in result.stdout
    assert "1 to be used, 0 waiting, 1 passed over" in result.stdout


@pytest.mark.parametrize("width", [80, 200])
def test_no_line_is_wider_than_the_screen(book, rota, sent, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    result = rota("import", sent(GOOD, OPEN, BAD), "--into", book)
    assert max(map(len, result.stdout.splitlines())) <= width
