import json
import re

import pytest
from openpyxl import load_workbook

from tests.cli.books import falls
from tests.inputs.books import more, put, write_csv

PERIOD = ("--from", "2027-01-04", "--weeks", 1)


def test_a_rota_is_built_written_and_summed_up(book, rota, folder):
    result = rota("build", book, *PERIOD)
    assert result.exit_code == 0
    # Four days are asked; on Wednesday the only physiotherapist is on leave.
    assert "Shifts crewed  3 of 4" in result.stdout
    assert re.search(r"cover +100 +100 +proved", result.stdout)
    assert "1 on leave ([Leave.csv]Leave!C2)" in result.stdout
    assert "Audit: 0 breaches of" in result.stdout
    assert {p.name for p in (folder / "rota").iterdir()} == {
        "rota.csv",
        "rota.json",
        "rota.xlsx",
        "rota.html",
    }


def test_the_files_agree_on_who_works(built, folder):
    lines = (folder / built / "rota.csv").read_text().splitlines()
    rows = json.loads((folder / built / "rota.json").read_text())["rows"]
    assert len(lines) == len(rows) + 1
    sheet = load_workbook(folder / built / "rota.xlsx")["Rota"]
    names = {cell.value for cell in sheet["D"]}
    assert "open\nspare" in names
    assert any("Cat Fox" in str(cell.value) for cell in sheet["D"])


def test_the_same_book_gives_the_same_rota(book, rota, folder):
    for out in ("one", "two"):
        assert rota("build", book, *PERIOD, "--out", out).exit_code == 0
    for name in ("rota.csv", "rota.xlsx", "rota.html"):
        first, second = (folder / out / name for out in ("one", "two"))
        assert first.read_bytes() == second.read_bytes()
    documents = [
        json.loads((folder / out / "rota.json").read_text()) for out in ("one", "two")
    ]
    for document in documents:
        del document["timings"]
    assert documents[0] == documents[1]


def test_a_name_like_a_formula_is_text_in_the_csv_file(built, folder):
    text = (folder / built / "rota.csv").read_text()
    assert ",'=Bob Day," in text
    assert ",=Bob Day," not in text


def test_a_rota_that_was_there_is_kept_and_told_of(built, rota, folder):
    (folder / built / "rota.csv").write_text("mine")
    result = rota("build", "book", *PERIOD)
    assert "kept in rota/previous" in result.stdout.replace("\\", "/")
    assert (folder / built / "previous" / "rota.csv").read_text() == "mine"


def test_open_posts_are_no_failure_unless_strict(book, rota, folder):
    assert rota("build", book, *PERIOD).exit_code == 0
    assert rota("build", book, *PERIOD, "--strict").exit_code == 3
    assert (folder / "rota" / "rota.csv").exists()


def test_a_full_rota_is_done_even_if_strict(folder, rota):
    sheets = falls()
    del sheets["Leave"]
    write_csv(folder / "full", sheets)
    result = rota("build", "full", *PERIOD, "--strict")
    assert result.exit_code == 0
    assert "Every shift is crewed." in result.stdout


def test_a_proof_that_was_asked_for_and_found_is_done(book, rota):
    assert rota("build", book, *PERIOD, "--prove").exit_code == 0


def test_a_dry_run_writes_nothing(book, rota, folder):
    result = rota("build", book, *PERIOD, "--dry-run")
    assert result.exit_code == 0
    assert "Nothing was written." in result.stdout
    assert not (folder / "rota").exists()


def test_json_on_standard_output_is_nothing_but_json(book, rota):
    result = rota("build", book, *PERIOD, "--json")
    document = json.loads(result.stdout)
    assert document["shifts"] == {"wanted": 4, "crewed": 3, "most": 3}
    assert len(document["written"]) == 4


def test_faults_in_the_book_and_in_its_rules_stop_the_build(folder, rota):
    sheets = falls()
    sheets["Rules"] = [["code", "mode"], ["REST-91", "hard"]]
    write_csv(folder / "bad", sheets)
    result = rota("build", "bad", *PERIOD)
    assert result.exit_code == 2
    assert "REST-91" in result.stderr
    assert "REST-01" not in result.stdout
    assert "rota check bad" in result.stderr
    assert not (folder / "rota").exists()


def test_every_fault_is_told_as_json_too(folder, rota):
    write_csv(folder / "bad", put(falls(), "Leave", {"from": "31/13/2027"}))
    result = rota("build", "bad", *PERIOD, "--json")
    assert result.exit_code == 2
    (fault,) = json.loads(result.stdout)["faults"]
    assert (fault["sheet"], fault["cell"]) == ("Leave", "C2")
    assert fault["found"] == "31/13/2027"


def test_a_place_where_nothing_can_be_written_is_told_before_the_search(
    book, rota, folder
):
    (folder / "rota").write_text("a file")
    result = rota("build", book, *PERIOD)
    assert result.exit_code == 2
    assert "rota is no folder" in result.stderr
    assert "--out FOLDER" in result.stderr


def test_a_rota_is_never_written_into_its_book(book, rota, folder):
    before = sorted(folder.rglob("*"))
    result = rota("build", book, *PERIOD, "--out", "book")
    assert result.exit_code == 2
    assert "--out book/rota" in result.stderr
    assert sorted(folder.rglob("*")) == before


def test_a_period_without_shifts_is_told_and_nothing_is_written(book, rota, folder):
    sheets = falls()
    head, row = sheets["Cover"]
    sheets["Cover"] = [[*head, "to"], [*row, "10/01/2027"]]
    write_csv(folder / "ended", sheets)
    result = rota("build", "ended", "--from", "2030-01-07", "--weeks", 2)
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert "no shift in 2 weeks, Mon 7 Jan 2030 to Sun 20 Jan 2030" in said
    assert "Cover" in said
    assert not (folder / "rota").exists()


def test_a_disk_that_fills_up_is_told_and_leaves_the_old_rota(
    built, rota, folder, monkeypatch
):
    before = (folder / built / "rota.csv").read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rostering.report.writing.write_together", full)
    result = rota("build", "book", *PERIOD)
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert (folder / built / "rota.csv").read_bytes() == before


def test_pins_that_contradict_a_rule_end_without_a_rota_and_name_both_cells(
    folder, rota
):
    sheets = falls()
    sheets["Pins"] = [["person", "unit", "date", "pin"]]
    more(sheets, "Pins", "X1 | F-1 | 06/01/2027 | on")
    write_csv(folder / "clash", sheets)
    result = rota("build", "clash", *PERIOD)
    assert result.exit_code == 1
    assert "No rota is possible: 1 clash." in result.stderr
    assert "Pins!D2" in result.stderr
    assert "Leave!C2" in result.stderr
    assert not (folder / "rota").exists()


def test_a_rota_that_its_own_audit_refuses_is_never_written(
    book, rota, folder, monkeypatch
):
    from rostering import solve
    from rostering.domain import Audit, Breach, Mode, Tier

    breach = Breach("REST-01", Mode.HARD, Tier.CARE, "P1", "a planted breach")
    monkeypatch.setattr(solve, "audit", lambda *_: Audit((breach,)))
    result = rota("build", book, *PERIOD)
    assert result.exit_code == 1
    assert "mistake in rota" in " ".join(result.stderr.split())
    assert [path.name for path in (folder / "rota").iterdir()] == ["mistake.txt"]
    assert "a planted breach" in (folder / "rota" / "mistake.txt").read_text()


@pytest.mark.parametrize("bad", ["2027-13-01", "31/02/2027", "soon"])
def test_a_date_that_is_none_is_refused_with_an_example(book, rota, bad):
    result = rota("build", book, "--from", bad)
    assert result.exit_code == 2
    assert "2027-01-04" in result.stderr


def test_dates_may_be_typed_day_first(book, rota):
    result = rota("build", book, "--from", "04/01/2027", "--weeks", 1, "--dry-run")
    assert "Mon 4 Jan 2027 to Sun 10 Jan 2027" in result.stdout


def test_the_reason_of_leave_or_of_a_pair_never_leaves_the_book(folder, rota):
    sheets = put(falls(), "Leave", {"kind": "sick"})
    sheets["Pairs"] = [["first", "second", "kind", "reason"]]
    more(sheets, "Pairs", "P1 | X1 | never | grievance 17")
    write_csv(folder / "book", sheets)
    result = rota("build", "book", *PERIOD)
    texts = [result.output]
    texts += [
        (folder / "rota" / f"rota.{kind}").read_text() for kind in ("csv", "json")
    ]
    for sheet in load_workbook(folder / "rota" / "rota.xlsx"):
        texts += [str(cell.value) for row in sheet.iter_rows() for cell in row]
    said = "\n".join(texts).lower()
    assert "sick" not in said
    assert "grievance" not in said
