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
    assert "districts" not in said
    assert "bank holiday" not in said
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


def test_settings_of_rules_are_checked_along_with_everything_else(folder, rota):
    sheets = put(falls(), "Leave", {"from": "31/02/2027"})
    sheets["Rules"] = [
        ["code", "applies to", "parameter", "value"],
        ["REST-1", "", "", ""],
        ["REST-01", "", "rest", "ten"],
        ["HOURS-01", "paramedic", "most", "60 h"],
    ]
    write_csv(folder / "bad", sheets)
    result = rota("check", "bad", *PERIOD, "--json")
    assert result.exit_code == 2
    faults = json.loads(result.stdout)["faults"]
    assert [(f["sheet"], f["cell"], f["likely"]) for f in faults] == [
        ("Leave", "C2", ""),
        ("Rules", "A2", "REST-01"),
        ("Rules", "D3", ""),
    ]


def test_the_advice_speaks_of_one_fault_or_of_several(folder, rota):
    write_csv(folder / "one", put(falls(), "Leave", {"from": "31/02/2027"}))
    sheets = put(falls(), "Leave", {"from": "31/02/2027", "to": "soon"})
    write_csv(folder / "two", sheets)
    assert "Put this right" in rota("check", "one", *PERIOD).stderr
    assert "Put these right" in rota("check", "two", *PERIOD).stderr


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


def test_the_forecast_tells_what_no_rota_can_mend(book, rota):
    result = rota("check", book, *PERIOD)
    said = " ".join(result.stdout.split())
    assert "At least 1 of 4 shifts cannot be crewed, whoever makes the rota." in said
    assert (
        "Wed 6 Jan F-1 day □ physiotherapist 1 on leave ([Leave.csv]Leave!C2)" in said
    )
    lone = "Cat Fox physiotherapist at least 4 F-1 Mon 4 Jan day, F-1 Tue 5 Jan"
    assert lone in said
    # Four days of 9.5 h paid; the contract has 37.5 h, less a seventh for leave.
    assert "Hours (physiotherapist): 38 h wanted, 32.1 h available." in said
    assert "Too few in 1 of 1 week." in said
    assert "Mon 4 Jan 38 37.5 5.3 32.1 5.8" in said
    assert "Hours (paramedic): 38 h wanted, 75 h available. Enough" in said
    assert "rota check book --all" in said


def test_only_the_first_findings_are_shown_unless_all_are_asked_for(folder, rota):
    sheets = put(falls(), "Cover", {"days": "Mon-Sun"})
    write_csv(folder / "away", put(sheets, "Leave", {"to": "31/01/2027"}))
    period = ("--from", "2027-01-04", "--weeks", 2)
    # From Wednesday on nobody is there, on twelve days.
    few = rota("check", "away", *period).stdout
    assert few.count("□ physiotherapist") == 5
    assert "… and F-1 Mon 11 Jan day, F-1 Tue 12 Jan day" in few
    whole = rota("check", "away", *period, "--all").stdout
    assert whole.count("□ physiotherapist") == 12
    assert "…" not in whole
    assert "--all" not in whole


def test_training_that_runs_out_is_told_with_its_cell(folder, rota):
    sheets = falls()
    sheets["Skills"] = [["role", "skill"], ["physiotherapist", "lifting"]]
    sheets["Training"] = [
        ["person", "skill", "expires"],
        ["X1", "lifting", "05/01/2027"],
    ]
    write_csv(folder / "lapse", sheets)
    said = " ".join(rota("check", "lapse", *PERIOD).stdout.split())
    assert "Training that runs out, and shifts lost by it: 1 ticket" in said
    # Thursday is lost by it; on Wednesday there is leave.
    row = "Cat Fox: lifting Tue 5 Jan [Training.csv]Training!C2 1 none"
    assert row in said


def test_a_book_with_people_enough_is_told_so(folder, rota):
    sheets = falls()
    del sheets["Leave"]
    write_csv(folder / "well", sheets)
    said = " ".join(rota("check", "well", *PERIOD).stdout.split())
    assert "Every shift has people to choose from." in said


def test_json_has_the_whole_forecast(book, rota):
    document = json.loads(rota("check", book, *PERIOD, "--json").stdout)
    told = document["forecast"]
    assert (told["shifts"], told["least_uncrewed"]) == (4, 1)
    (hopeless,) = told["without_candidates"]
    assert hopeless["shift"] == "F-1 2027-01-06 day"
    assert hopeless["post"] == "physiotherapist"
    assert hopeless["why"] == "1 on leave ([Leave.csv]Leave!C2)"
    assert [x["date"][-2:] for x in told["one_candidate"]] == ["04", "05", "07"]
    (dependence,) = told["depends_on"]
    assert dependence["person"] == "X1"
    assert len(dependence["shifts"]) == 3
    assert (dependence["least_uncrewed"], dependence["too_few_at_once"]) == (4, [])
    physiotherapist = told["hours"][1]
    assert physiotherapist["total"]["short"] == 4 * 570 - (2250 - 321)
    assert told["training"] == told["too_few_at_once"] == []


def test_days_without_a_shift_are_told_so(folder, rota):
    sheets = falls()
    sheets["Cover"] = [sheets["Cover"][0] + ["to"], sheets["Cover"][1] + ["31/12/2026"]]
    write_csv(folder / "past", sheets)
    said = rota("check", "past", *PERIOD).stdout
    assert "There is no shift to crew." in said


def test_what_imports_have_left_to_be_answered_is_shown(folder, book, rota):
    assert "Waiting" not in rota("check", book, *PERIOD).stdout
    heads = "Employee Number,Name,Absence Type,Absence Start Date,Absence End Date"
    ann = "P1,Ann Lee,Zumba,18/01/2027,22/01/2027"
    lines = [ann, "X1,Cat Fox,Sickness,31/02/2027,"]
    (folder / "absence.csv").write_text("\n".join([heads, *lines]), encoding="utf-8")
    rota("import", "absence.csv", "--into", book, "--yes")
    result = rota("check", book, *PERIOD)
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert "Waiting: 2 doubts of the import of absence.csv (absence)" in said
    assert '--say "code Zumba = ' in said
    assert "absence.csv absence D3 31/02/2027" in said
    assert f"rota import FILE --into {book}" in said
    waiting = json.loads(rota("check", book, *PERIOD, "--json").stdout)["waiting"]
    assert [each["source"] for each in waiting] == ["absence"]
    assert [doubt["cell"] for doubt in waiting[0]["doubts"]] == ["C2", "D3"]


def test_a_memory_of_imports_that_was_spoilt_is_told_of(folder, book, rota):
    (folder / book / "imports").mkdir()
    (folder / book / "imports" / "waiting.json").write_text("spoilt")
    result = rota("check", book, *PERIOD)
    assert result.exit_code == 2
    assert "imports/waiting.json" in result.stderr
