import json
from pathlib import Path

import pytest

FILE = """time,place,kind
02/06/2025 09:30,North,joint
02/06/2025 20:00,North,joint
04/06/2025 10:00,North,joint
05/06/2025 10:00,Elsewhere,joint
05/06/2025 10:00,North,police
"""


@pytest.fixture
def incidents(folder):
    """Five incidents; of the three in the North by day, one is on the open day."""
    Path("incidents.csv").write_text(FILE)
    return "incidents.csv"


def test_the_share_that_is_caught_is_told(built, incidents, rota):
    result = rota("demand", incidents, "--rota", built, "--start", "12:00")
    assert result.exit_code == 0
    said = result.stdout
    assert said.startswith("5 incidents, Mon 2 Jun 2025 to Thu 5 Jun 2025")
    assert "joint" in said
    assert "Mon          2       1  50.0%" in said
    assert "The rota would catch 40.0% of them, an estimate" in said
    assert "08:00 now" in said
    assert "12:00" in said


def test_only_the_kinds_that_are_asked_for_count(built, incidents, rota):
    words = ("demand", incidents, "--rota", built, "--kind", "Joint", "--json")
    found = json.loads(rota(*words).stdout)
    assert (found["incidents"], found["caught"]) == (4, 1)
    assert [area["units"] for area in found["areas"]] == [["F-1"], []]
    assert sum(hour["incidents"] for hour in found["hours"]) == 4
    assert found["is_estimate"] is True
    assert {each["start"] for each in found["starts"]} >= {"08:00", "15:00"}


def test_a_kind_that_there_is_not_is_told(built, incidents, rota):
    result = rota("demand", incidents, "--rota", built, "--kind", "fire")
    assert result.exit_code == 2
    assert "has no incident of that kind" in result.stderr
    assert "Its kinds are joint, police." in result.stderr


def test_an_empty_file_is_told(built, rota):
    Path("none.csv").write_text("time,place\n")
    result = rota("demand", "none.csv", "--rota", built)
    assert result.exit_code == 2
    assert "none.csv has no incident." in result.stderr


def test_a_file_that_there_is_not_is_told(built, rota):
    result = rota("demand", "none.csv", "--rota", built)
    assert result.exit_code == 2
    assert "There is no file none.csv." in result.stderr
    assert json.loads(rota("demand", "none.csv", "--json").stdout)["advice"]


def test_a_cell_that_is_not_understood_is_told(built, rota):
    Path("bad.csv").write_text("time,place\nsoon,North\n")
    result = rota("demand", "bad.csv", "--rota", built)
    assert result.exit_code == 2
    assert "A2" in result.stderr
    assert "or go on without these rows: --leave-out" in result.stderr
    assert json.loads(rota("demand", "bad.csv", "--json").stdout)["faults"]


ODD = """Control room export
Call Date/Time;Beat;Incident Type
02/06/2025 09:30;north;Joint
soon;north;Joint
04/06/2025 10:00;;Joint
05/06/2025 10:00;Else & where;Police
Total;3
"""


def test_an_export_of_another_system_is_read_and_bad_rows_left_out(built, rota):
    Path("odd.csv").write_text(ODD)
    words = ("demand", "odd.csv", "--rota", built, "--leave-out")
    said = rota(*words).stdout
    read = "Read: time from Call Date/Time, place from Beat, kind from Incident Type."
    assert read in said
    assert "3 rows left out, not understood at A4, B5, A7." in said
    assert "what happens elsewhere is caught by no car" in " ".join(said.split())
    found = json.loads(rota(*words, "--json").stdout)
    assert [fault["cell"] for fault in found["left_out"]] == ["A4", "B5", "A7"]
    assert found["columns"]["place"] == "Beat"
    assert found["incidents"] == 2


def test_a_file_without_its_columns_says_how_to_name_them(built, rota):
    Path("odd.csv").write_text("T0,Patch\n02/06/2025 09:30,North\n")
    result = rota("demand", "odd.csv", "--rota", built)
    assert result.exit_code == 2
    assert "the columns T0, Patch" in " ".join(result.stderr.split())
    assert "--column time=HEAD --column place=HEAD" in result.stderr
    named = ("--column", "time=T0", "--column", "Place=patch")
    assert rota("demand", "odd.csv", "--rota", built, *named).exit_code == 0


@pytest.mark.parametrize("said", ["place", "place=", "car=Beat"])
def test_a_column_that_there_is_not_is_refused(built, incidents, rota, said):
    result = rota("demand", incidents, "--rota", built, "--column", said)
    assert result.exit_code == 2
    assert "the columns are time, date, place, kind" in result.stderr


def test_only_the_places_that_are_asked_for_count(built, incidents, rota):
    words = ("demand", incidents, "--rota", built, "--place", "north", "--json")
    found = json.loads(rota(*words).stdout)
    assert (found["incidents"], len(found["areas"])) == (4, 1)
    result = rota("demand", incidents, "--rota", built, "--place", "South")
    assert "has no incident of that place" in result.stderr
    assert "Its places are Elsewhere, North." in result.stderr


def test_rates_tell_what_other_starts_cost(built, incidents, rota):
    words = ("demand", incidents, "--rota", built, "--rate", "paramedic=20", "--json")
    found = json.loads(rota(*words).stdout)["starts"]
    assert all(each["on_top_pounds"] is None for each in found)
    words = (*words, "--rate", "physiotherapist=20")
    found = json.loads(rota(*words).stdout)["starts"]
    assert all(
        each["on_top_pounds"] == pytest.approx(20 * each["on_top_hours"], abs=0.1)
        for each in found
    )
    assert any(each["on_top_pounds"] for each in found)


def test_which_start_catches_most_is_said(built, incidents, rota):
    words = ("--rota", built, "--start", "12:00")
    said = rota("demand", incidents, *words).stdout
    assert "None of them catches more than 08:00." in said
    Path("late.csv").write_text("time,place\n02/06/2025 20:00,North\n")
    said = rota("demand", "late.csv", *words).stdout
    assert "12:00 catches most, 100.0 points more: " in said
    assert "0 breaches (now 0), 0 night workers (now 0)." in " ".join(said.split())


def test_a_start_that_is_no_time_is_refused(built, incidents, rota):
    result = rota("demand", incidents, "--rota", built, "--start", "soonish")
    assert result.exit_code == 2
    assert "is no time such as 15:00" in result.output


def test_it_fits_eighty_columns(built, incidents, rota, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    said = rota("demand", incidents, "--rota", built).stdout
    assert max(map(len, said.splitlines())) <= 80
