"""`rota sweep`: what comes of a book with changes."""

import csv
import json

import pytest
from openpyxl import load_workbook

from rostering.cli import clusters

SCENARIOS = """scenario,sheet,row,column,value
two more free,Leave,X1,,remove
nobody to treat,fewer,physiotherapist,,1
another car,car,F-1,,F-2
two weeks,weeks,,,2
=seed,seed,,,3
"""


@pytest.fixture
def sweep(rota, book, folder):
    """Compare scenarios of the small book, in this process."""

    def run(*words, told=SCENARIOS):
        (folder / "what.csv").write_text(told)
        days = ["--from", "2027-01-04", "--weeks", "1"]
        return rota("sweep", book, "what.csv", *days, "--threads", *words)

    return run


@pytest.fixture
def document(sweep):
    """The scenarios as other programs get them, by name."""
    result = sweep("--json")
    assert result.exit_code == 0
    told = json.loads(result.output)["scenarios"]
    assert told[0]["scenario"] == "as it is"
    return {each["scenario"]: each for each in told}


def test_every_scenario_is_built_and_compared_with_the_book(document):
    crewed = {
        name: (each["shifts_crewed"], each["shifts_not_crewed"])
        for name, each in document.items()
    }
    assert crewed == {
        "as it is": (3, 1),
        "two more free": (4, 0),
        "nobody to treat": (0, 4),
        "another car": (3, 5),
        "two weeks": (7, 1),
        "=seed": (3, 1),
    }


def test_everything_is_told_of_each(document):
    base = document["as it is"]
    assert base["hours_on_cars"] == 60
    assert base["tiers_proved"] == 5
    assert base["changes"] == []
    assert base["pounds"] is None
    assert document["another car"]["changes"] == ["car F-1 F-2"]


def test_the_book_stays_as_it_is(sweep, folder):
    files = sorted((folder / "book").iterdir())
    before = {file.name: file.read_bytes() for file in files}
    assert sweep().exit_code == 0
    assert before == {file.name: file.read_bytes() for file in files}
    assert not (folder / "rota").exists()


def test_the_table_tells_what_each_changes_and_what_its_columns_mean(sweep):
    out = sweep("--rate", "paramedic=20", "--rate", "physiotherapist=20").output
    assert "two more free: Leave X1 remove" in out
    assert "gaps: shifts that are asked for, and not crewed" in out
    (base,) = (line for line in out.splitlines() if line.startswith("  as it is"))
    assert base.split()[3:7] == ["3", "1", "60", base.split()[6]]
    assert base.split()[-2] == "all"
    assert "£" in out


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_the_table_is_written_and_no_name_becomes_a_formula(sweep, folder, name):
    result = sweep("--out", name)
    assert result.exit_code == 0
    assert f"Written: {name}" in result.output
    if name.endswith(".csv"):
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[-1][0] == "'=seed"
    else:
        sheet = load_workbook(folder / name).worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
        assert sheet.cell(len(rows), 1).data_type == "s"
    assert len(rows) == 7
    assert list(map(str, rows[1][1:3])) == ["3", "1"]


def test_a_file_that_is_there_is_never_written_over(sweep, folder):
    (folder / "table.csv").write_text("mine")
    result = sweep("--out", "table.csv")
    assert result.exit_code == 2
    assert "There is a file table.csv already." in result.output
    assert (folder / "table.csv").read_text() == "mine"


def test_a_table_of_another_kind_is_refused(sweep):
    assert "no .csv or .xlsx file" in sweep("--out", "table.pdf").output


def test_faults_of_all_scenarios_are_told_together_at_their_cells(sweep):
    result = sweep(
        "--json",
        told="scenario,sheet,row,column,value\n"
        "a,Rules,REST-01,rest,soon\n"
        "b,weights,,,nice\n"
        "c,Cover,F-1,start,never\n",
    )
    assert result.exit_code == 2
    faults = json.loads(result.output)["faults"]
    assert [(f["file"], f["cell"]) for f in faults] == [
        ("what.csv", "E2"),
        ("what.csv", "E3"),
        ("what.csv", "E4"),
    ]


def test_weights_of_a_scenario_win_over_those_of_the_command(sweep):
    told = "scenario,sheet,row,column,value\nfair,weights,,,fair-first\n"
    assert sweep("--weights", "cover-first", told=told).exit_code == 0


def test_two_processes_give_the_same_table(rota, sweep, folder):
    here = json.loads(sweep("--json").output)["scenarios"]
    words = ["--from", "2027-01-04", "--weeks", "1", "--cluster", "local", "--json"]
    there = json.loads(rota("sweep", "book", "what.csv", *words).output)["scenarios"]
    for each in (*here, *there):
        del each["seconds"]
    assert here == there


def test_without_the_extra_a_sweep_is_done_in_this_process(
    rota, sweep, book, monkeypatch
):
    assert sweep().exit_code == 0
    monkeypatch.setattr("rostering.cli.sweep.is_installed", lambda: False)
    monkeypatch.setattr(clusters, "is_installed", lambda: False)
    result = rota("sweep", book, "what.csv", "--weeks", "1")
    assert result.exit_code == 0


def test_a_cluster_and_threads_are_not_both_wanted(rota, book, folder):
    (folder / "what.csv").write_text(SCENARIOS)
    result = rota("sweep", book, "what.csv", "--threads", "--cluster", "local")
    assert result.exit_code == 2
    assert "not both" in result.output
