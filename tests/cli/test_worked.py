"""`rota worked` and what follows from it, on the small book."""

import csv
import json
from pathlib import Path

import pytest


@pytest.fixture
def published(built, rota):
    """The small book, whose rota of one week is published."""
    result = rota("publish", built, "--yes", "--author", "Kim")
    assert result.exit_code == 0, result.output
    return "book"


@pytest.fixture
def week(published, folder):
    """Writes the rota again as it was worked, each line changed by a function."""

    def write(change):
        file = folder / "rota" / "rota.csv"
        with file.open(newline="", encoding="utf-8-sig") as text:
            rows = list(csv.DictReader(text))
        for row in rows:
            change(row)
        with (folder / "week.csv").open("w", newline="", encoding="utf-8") as text:
            writer = csv.DictWriter(text, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        return "week.csv"

    return write


def _overrun(row):
    if row["date"] == "2027-01-04" and row["post"] == "paramedic":
        row["end"] = "2027-01-04T20:00+00:00"


def _history(folder, *rows):
    text = "\n".join(["person,date,start,end,unit,post,kind", *rows])
    (folder / "said.csv").write_text(f"{text}\n", encoding="utf-8")
    return "said.csv"


def test_the_rota_as_published_is_nothing_new(week, rota):
    result = rota("worked", week(lambda row: None), "--into", "book", "--yes")
    assert result.exit_code == 0
    assert "0 days not as on record, 6 as on record." in result.output
    assert "Nothing new: the record says the same." in result.output


def test_an_overrun_is_shown_kept_once_and_taken_back(week, rota):
    file = week(_overrun)
    shown = rota("worked", file, "--into", "book", "--dry-run").output
    assert "2 h longer" in shown
    assert "2 h more worked than on record" in shown
    assert "week!H2" in shown
    assert "Nothing was kept." in shown
    assert "Kept beside book." in rota("worked", file, "--into", "book", "--yes").output
    assert "as corrected by week.csv" in rota("check", "book").output
    again = rota("worked", file, "--into", "book", "--yes").output
    assert "Nothing new" in again
    undone = rota("worked", "--undo", "--into", "book")
    assert "As before week.csv again" in undone.output
    assert "as corrected by" not in rota("check", "book").output
    empty = rota("worked", "--undo", "--into", "book")
    assert empty.exit_code == 2
    assert "There is nothing to take back." in empty.stderr


def test_nobody_is_asked_where_nobody_can_answer(week, rota):
    result = rota("worked", week(_overrun), "--into", "book")
    assert result.exit_code == 0
    assert "Nothing was kept." in result.output


def test_rest_that_an_overrun_takes_is_named(week, rota):
    def late(row):
        if row["date"] == "2027-01-04":
            row["end"] = "2027-01-05T00:00+00:00"

    said = json.loads(rota("worked", week(late), "--into", "book", "--json").output)
    assert {each["minutes"] for each in said["effects"]} == {360}
    owed = [each for each in said["effects"] if each["rest_owed_minutes"]]
    # Whoever begins at 08:00 on Tuesday has 8 h of 11 h.
    assert {each["rest_owed_minutes"] for each in owed} == {180}
    assert {each["before"] for each in owed} == {"F-1 Tue 5 Jan 08:00-18:00"}
    assert said["kept"] is False


def test_a_sheet_with_historys_columns_is_read_too(published, folder, rota):
    file = _history(folder, "X1,04/01/2027,,,F-1,,no show")
    said = json.loads(rota("worked", file, "--into", "book", "--json").output)
    (day,) = said["days"]
    assert (day["person"], day["what"]) == ("X1", "did not come")
    assert day["place"] == "[said.csv]said!A2"


def test_what_the_book_does_not_know_is_a_fault_at_its_cell(published, folder, rota):
    rows = ("P9,04/01/2027,08:00,18:00,F-1,,", "P1,04/01/2027,08:00,18:00,F-2,,")
    result = rota("worked", _history(folder, *rows), "--into", "book")
    assert result.exit_code == 2
    assert "A2" in result.stderr
    assert "A3" in result.stderr
    assert "F-2" in result.stderr


def test_hours_that_are_missing_are_a_fault(published, folder, rota):
    file = _history(folder, "P1,04/01/2027,08:00,,F-1,,")
    result = rota("worked", file, "--into", "book")
    assert result.exit_code == 2
    assert "when it really started and ended" in " ".join(result.stderr.split())


def test_an_export_is_read_as_an_import_reads_it(published, folder, rota):
    (folder / "export.csv").write_text(
        "Name,Employee No,Date,Actual Start,Actual End,Callsign,Status\n"
        "Cat Fox,X1,04/01/2027,08:00,19:30,F-1,Completed\n"
        "Cat Fox,X1,05/01/2027,08:00,18:00,F-1,No show\n"
        "Joe Stranger,,05/01/2027,08:00,18:00,F-1,No show\n",
        encoding="utf-8",
    )
    output = rota("worked", "export.csv", "--into", "book", "--json").output
    said = json.loads(output)
    assert [(day["date"], day["what"]) for day in said["days"]] == [
        ("2027-01-04", "other hours"),
        ("2027-01-05", "did not come"),
    ]
    (doubt,) = said["doubts"]
    assert doubt["wanted"] == "who did not come, and on which day"


def test_a_book_without_a_ledger_has_nothing_to_correct(book, folder, rota):
    file = _history(folder, "P1,04/01/2027,08:00,18:00,F-1,,")
    result = rota("worked", file, "--into", book)
    assert result.exit_code == 2
    assert "nothing is published yet" in result.stderr


def test_a_file_must_be_named(published, rota):
    result = rota("worked", "--into", "book")
    assert result.exit_code == 2
    assert "Which file" in result.stderr


def test_the_next_rota_goes_on_where_the_published_one_ends(week, rota, folder):
    assert rota("worked", week(_overrun), "--into", "book", "--yes").exit_code == 0
    result = rota("build", "book", "--out", "next")
    assert result.exit_code == 0, result.output
    document = json.loads((folder / "next" / "rota.json").read_text("utf-8"))
    assert document["period"]["from"] == "2027-01-11"
    assert document["remembered"]["versions"] == [1]
    assert len(document["remembered"]["notes"]) == 1


def test_the_fairness_ledger_tells_who_had_what(published, rota):
    result = rota("fairness", "book")
    assert result.exit_code == 0
    assert "Ann Lee" in result.output
    said = json.loads(rota("fairness", "book", "--person", "Cat", "--json").output)
    (cat,) = said["people"]
    assert cat["cars"] == {"F-1": 3}
    assert cat["minutes"] == 3 * 600
    assert sum(cat["partners"].values()) == 3
    (line,) = cat["bank"]["lines"]
    assert line["change"] == round(
        line["worked"] + line["other"] + line["leave"] - line["contract"], 2
    )
    assert cat["bank"]["minutes"] == round(line["change"])


def test_one_persons_balance_is_told_with_the_bank_line_by_line(published, rota):
    output = rota("fairness", "book", "--person", "cat fox").output
    assert "Cat Fox, physiotherapist, 30 h on cars" in output
    assert "book@1" in output
    assert "Hours in the bank" in output


def test_the_bank_is_told_of_a_book_that_asks_for_nothing_after_it(published, rota):
    cover = Path("book/Cover.csv")
    unit, *shifts = cover.read_text("utf-8").splitlines()
    ended = [f"{unit},to", *(f"{shift},10/01/2027" for shift in shifts)]
    cover.write_text("\n".join(ended), "utf-8")
    output = rota("fairness", "book", "--person", "cat fox").output
    assert "Hours in the bank" in output


def test_what_was_counted_is_dated(published, rota):
    said = json.loads(rota("fairness", "book", "--json").output)
    assert (said["from"], said["to"]) == ("2027-01-04", "2027-01-10")


def test_nobody_of_the_name_is_told_of(published, rota):
    result = rota("fairness", "book", "--person", "Zoe")
    assert result.exit_code == 2
    assert "Zoe is nobody in the book." in result.stderr
