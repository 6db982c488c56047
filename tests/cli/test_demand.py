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
    assert "joint 4, police 1" in said
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


def test_a_cell_that_is_not_understood_is_told(built, rota):
    Path("bad.csv").write_text("time,place\nsoon,North\n")
    result = rota("demand", "bad.csv", "--rota", built)
    assert result.exit_code == 2
    assert "A2" in result.stderr
    assert json.loads(rota("demand", "bad.csv", "--json").stdout)["faults"]


def test_a_start_that_is_no_time_is_refused(built, incidents, rota):
    result = rota("demand", incidents, "--rota", built, "--start", "soonish")
    assert result.exit_code == 2
    assert "is no time such as 15:00" in result.output


def test_it_fits_eighty_columns(built, incidents, rota, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    said = rota("demand", incidents, "--rota", built).stdout
    assert max(map(len, said.splitlines())) <= 80
