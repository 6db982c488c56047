import csv
import json
import os
from dataclasses import replace
from io import StringIO

import pytest

from inputs import BadInputs
from rostering.domain import Severity
from rostering.report.writing import write_rota
from rostering.saved.lines import COLUMNS
from rostering.saved.reading import read_rota

GOOD = {
    "date": "2027-01-04",
    "unit": "J1",
    "turn": "late",
    "start": "2027-01-04T15:00+00:00",
    "end": "2027-01-05T01:00+00:00",
    "crew": "crew",
    "post": "p",
    "person": "Ann",
    "name": "Ann",
    "role": "paramedic",
    "state": "filled",
    "reason": "",
}


@pytest.fixture
def saved(tmp_path, built):
    write_rota(built, tmp_path)
    return tmp_path


def write(folder, *rows, columns=COLUMNS):
    text = StringIO(newline="")
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    path = folder / "rota.csv"
    path.write_text(text.getvalue())
    return path


def told(path):
    with pytest.raises(BadInputs) as caught:
        read_rota(path)
    return [(str(f.place), f.found, f.wanted) for f in caught.value.faults]


@pytest.mark.parametrize("name", ["", "rota.csv", "rota.json"])
def test_a_rota_is_read_back_as_it_was_written(saved, built, name):
    read = read_rota(saved / name)
    assert read.lines == built.lines
    assert read.document["seed"] == 0


def test_the_workbook_is_read_back_without_the_reasons(saved, built):
    read = read_rota(saved / "rota.xlsx")
    assert read.lines == tuple(replace(line, reason="") for line in built.lines)
    assert read.built == read.lines
    assert read.document["seed"] == 0
    assert not read.faults


def test_a_workbook_saved_later_than_the_file_that_is_read_is_told_of(saved):
    assert not read_rota(saved).faults
    moment = (saved / "rota.csv").stat().st_mtime + 60
    os.utime(saved / "rota.xlsx", (moment, moment))
    (fault,) = read_rota(saved).faults
    assert fault.place.file == "rota.xlsx"
    assert fault.severity is Severity.WARNING
    assert not read_rota(saved / "rota.csv").faults
    assert not read_rota(saved / "rota.xlsx").faults


def test_a_csv_file_alone_needs_no_json(saved, built):
    (saved / "rota.json").unlink()
    read = read_rota(saved)
    assert read.lines == built.lines
    assert read.document == {}


def test_json_alone_needs_no_csv(saved, built):
    (saved / "rota.csv").unlink()
    assert read_rota(saved).lines == built.lines


@pytest.mark.parametrize(
    ("column", "bad", "cell"),
    [
        ("date", "32/01/2027", "A3"),
        ("date", "", "A3"),
        ("date", "01/31/2027", "A3"),
        ("start", "three o'clock", "D3"),
        ("end", "2027-01-04T15:00+00:00", "E3"),
        ("person", "", "H3"),
        ("state", "done", "K3"),
        ("state", "open", "K3"),
    ],
)
def test_a_bad_cell_is_named(tmp_path, column, bad, cell):
    path = write(tmp_path, GOOD, {**GOOD, column: bad})
    ((place, found, _),) = told(path)
    assert (place, found) == (f"[rota.csv]rota!{cell}", bad)


def test_all_bad_cells_are_named_at_once(tmp_path):
    bad = {**GOOD, "date": "x", "state": "y"}
    path = write(tmp_path, bad, GOOD, bad)
    assert [place.partition("!")[2] for place, *_ in told(path)] == [
        "A2",
        "K2",
        "A4",
        "K4",
    ]


@pytest.mark.parametrize("column", ["date", "unit", "start", "post", "person", "state"])
def test_a_missing_column_is_named(tmp_path, column):
    columns = [name for name in COLUMNS if name != column]
    ((place, _, wanted),) = told(write(tmp_path, GOOD, columns=columns))
    assert place == "[rota.csv]rota!A1"
    assert column in wanted


def test_columns_may_stand_in_another_order_and_new_ones_may_be_added(tmp_path):
    columns = ["notes", *reversed(COLUMNS)]
    read = read_rota(write(tmp_path, {**GOOD, "notes": "!"}, columns=columns))
    assert read.lines[0].texts == GOOD
    assert str(read.records[0].places["date"]) == "[rota.csv]rota!M2"


def test_a_date_as_a_spreadsheet_shows_it_is_understood_day_first(tmp_path):
    read = read_rota(write(tmp_path, {**GOOD, "date": "04/01/2027"}))
    assert read.lines[0].texts == GOOD


def test_a_time_without_offset_is_the_clock_on_the_wall(tmp_path):
    row = {**GOOD, "start": "2027-07-04T15:00", "end": "2027-07-04 23:00"}
    line = read_rota(write(tmp_path, row)).lines[0]
    assert line.texts["start"] == "2027-07-04T15:00+01:00"


def test_blank_rows_are_passed_over(tmp_path):
    path = write(tmp_path, GOOD, {}, GOOD)
    assert len(read_rota(path).lines) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rota.csv", b""),
        ("rota.csv", b"\x00\xff\x00"),
        ("rota.csv", b"PK\x03\x04"),
        ("rota.json", b""),
        ("rota.json", b"{}"),
        ("rota.json", b"[1]"),
        ("rota.json", b'{"rows": 3}'),
        ("rota.json", b"[" * 100_000),
        ("rota.json", b"\xff\xfe\x00"),
        ("rota.txt", b"date"),
    ],
)
def test_a_file_that_is_no_rota_gives_one_clear_fault(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    ((_, found, wanted),) = told(tmp_path / name)
    assert found
    assert wanted


def test_a_folder_without_a_rota_is_a_fault(tmp_path):
    ((place, _, _),) = told(tmp_path)
    assert place == tmp_path.name


def test_a_path_that_is_not_there_is_a_fault(tmp_path):
    assert told(tmp_path / "nowhere")[0][1] == "no such file or folder"


def test_a_bad_row_of_json_is_named_by_its_number(tmp_path):
    document = {"rows": [GOOD, {**GOOD, "state": "gone"}, "no row"]}
    (tmp_path / "rota.json").write_text(json.dumps(document))
    places = [place for place, *_ in told(tmp_path)]
    assert places[0] == "[rota.json]rows!state 2"
