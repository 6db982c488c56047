"""A file of incidents, as control rooms write it."""

import csv
import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from inputs import BadInputs
from inputs.incidents import Incident, read_incidents

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
AT = datetime.fromisoformat("2026-10-24 21:34")


def _told(tmp_path, text, *given, encoding="utf-8", **asked):
    file = tmp_path / "incidents.csv"
    file.write_text(text, encoding=encoding)
    return read_incidents(file, *given, **asked)


def _read(tmp_path, text):
    return _told(tmp_path, text).found


def test_a_book_is_no_list_of_incidents():
    with pytest.raises(BadInputs) as bad:
        read_incidents(EXAMPLES / "kent")
    (fault,) = bad.value.faults
    assert fault.found == "a book"
    assert "a list of incidents" in fault.wanted


@pytest.mark.parametrize(
    "said",
    [
        "2026-10-24 21:34",
        "2026-10-24T21:34:59",
        "24/10/2026 21:34",
        "24/10/2026 21:34:05",
        "24/10/26 9:34 pm",
        "24 Oct 2026 2134",
        "Sat 24 October 2026 21.34",
        "2026-10-24T20:34:00+00:00",
        "2026-10-24T20:34:00Z",
    ],
)
def test_a_time_with_its_date_is_read_in_whatever_way_it_is_written(tmp_path, said):
    (found,) = _read(tmp_path, f"time,place,kind\n{said},Medway,Joint\n")
    assert found == Incident(AT, "Medway", "joint")


def test_the_date_may_stand_in_a_column_of_its_own(tmp_path):
    text = "date,time,place\n24/10/2026,21:34,Medway\n25/10/2026,00:10,Medway\n"
    found = _read(tmp_path, text)
    assert [each.when for each in found] == [
        AT,
        datetime.fromisoformat("2026-10-25 00:10"),
    ]
    assert {each.kind for each in found} == {""}


def test_columns_that_nobody_asked_for_do_no_harm(tmp_path):
    text = "id,time,grid ref,place\n7,24/10/2026 21:34,TQ 76,Medway\n"
    assert _read(tmp_path, text) == (Incident(AT, "Medway"),)


def test_they_come_in_order_of_time(tmp_path):
    text = "time,place\n25/10/2026 01:00,A\n24/10/2026 21:34,B\n"
    assert [each.place for each in _read(tmp_path, text)] == ["B", "A"]


def test_cells_of_a_workbook_are_read(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["time", "date", "place"])
    sheet.append([AT.replace(second=20), None, "Medway"])
    sheet.append([time(21, 34), date(2026, 10, 24), "Medway"])
    book.save(tmp_path / "incidents.xlsx")
    found = read_incidents(tmp_path / "incidents.xlsx").found
    assert [each.when for each in found] == [AT, AT]


def test_no_row_is_no_incident(tmp_path):
    assert _read(tmp_path, "time,place\n") == ()


@pytest.mark.parametrize(
    ("row", "cell", "wanted"),
    [
        ("21:34,Medway", "A2", "its date"),
        ("often,Medway", "A2", "time such as"),
        ("31/02/2026 10:00,Medway", "A2", "date"),
        ("24/10/2026 21:34,", "B2", ""),
    ],
)
def test_what_is_not_understood_is_told_at_its_cell(tmp_path, row, cell, wanted):
    with pytest.raises(BadInputs) as bad:
        _read(tmp_path, f"time,place\n{row}\n")
    (fault,) = bad.value.faults
    assert fault.place.cell == cell
    assert wanted in fault.wanted


def test_a_file_without_the_columns_says_which_are_wanted(tmp_path):
    with pytest.raises(BadInputs) as bad:
        _read(tmp_path, "id,severity\n1,2\n")
    (fault,) = bad.value.faults
    assert (fault.place.cell, fault.found) == ("A1", "the columns id, severity")
    assert "columns for time and place" in fault.wanted


def test_a_file_that_is_empty_or_not_there_is_told(tmp_path):
    with pytest.raises(BadInputs, match="an empty file"):
        _read(tmp_path, "")
    with pytest.raises(BadInputs, match="no such file"):
        read_incidents(tmp_path / "none.csv")
    with pytest.raises(BadInputs, match="an empty file"):
        _read(tmp_path, "\n\n")


@pytest.mark.parametrize(
    "heads",
    [
        "Date/Time of Call,Beat,Incident Type",
        "Call_Time,DISTRICT,Call Type",
        "Time Received *,Town,Services",
        "When,Where,What kind",
        "Created Date,Location Name,Category",
    ],
)
def test_columns_are_known_whatever_a_system_calls_them(tmp_path, heads):
    text = f"Ref,{heads},Time cleared\n1,24/10/2026 21:34,Medway,Joint,22:10\n"
    told = _told(tmp_path, text)
    assert told.found == (Incident(AT, "Medway", "joint"),)
    assert list(told.columns.values()) == heads.split(",")


def test_a_name_that_says_it_best_comes_first(tmp_path):
    text = "Division,Time on scene,Area,Time of call\nN,24/10/2026 22:01,Medway,"
    told = _told(tmp_path, text + "24/10/2026 21:34\n")
    assert told.found == (Incident(AT, "Medway"),)
    assert told.columns == {"time": "Time of call", "place": "Area"}


def test_what_a_column_is_called_may_be_said(tmp_path):
    text = "T0,Division,Area\n24/10/2026 21:34,North,Medway\n"
    told = _told(tmp_path, text, {"time": "t0", "place": "DIVISION"})
    assert told.found == (Incident(AT, "North"),)
    with pytest.raises(BadInputs, match="the columns T0, Division, Area"):
        _told(tmp_path, text, {"time": "T1"})


def test_titles_may_stand_above_and_other_signs_between(tmp_path):
    text = "Control room;;\n\nCall date;Call time;Sector\n24/10/26;9.34pm;Medway\n"
    told = _told(tmp_path, text, encoding="utf-16")
    assert told.found == (Incident(AT, "Medway"),)
    assert told.columns == {"time": "Call time", "date": "Call date", "place": "Sector"}


def test_rows_that_are_not_understood_may_be_left_out(tmp_path):
    text = "time,place\n24/10/2026 21:34,Medway\nTotal,1\n25/10/2026 00:10,\n"
    with pytest.raises(BadInputs) as bad:
        _read(tmp_path, text)
    told = _told(tmp_path, text, leave_out=True)
    assert told.found == (Incident(AT, "Medway"),)
    assert told.left_out == bad.value.faults
    assert [fault.place.cell for fault in told.left_out] == ["A3", "B4"]


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["24/10/2026 21:34", "21:34", "24/10/2026", "Medway", "#REF!", ""]),
    st.integers(-5, 99999).map(str),
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5))
def test_whatever_stands_there_is_read_or_told_at_its_cell(tmp_path_factory, rows):
    file = tmp_path_factory.mktemp("any") / "incidents.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([("Call time", "Call date", "Beat"), *rows])
    try:
        told = read_incidents(file, leave_out=True)
        found, faults = told.found, told.left_out
    except BadInputs as bad:
        found, faults = (), bad.faults
    assert len(found) <= len(rows)
    assert all(each.place for each in found)
    assert all(fault.wanted for fault in faults)
    if found:
        assert all(re.fullmatch("[A-C][0-9]+", f.place.cell) for f in faults)


def test_a_text_file_with_tabs_is_read_whatever_its_ending(tmp_path):
    file = tmp_path / "export.txt"
    file.write_text("Call time\tBeat\n24/10/2026 21:34\tMedway\nsoon\tMedway\n")
    told = read_incidents(file, leave_out=True)
    assert told.found == (Incident(AT, "Medway"),)
    assert [str(fault.place) for fault in told.left_out] == ["[export.txt]export!A3"]


def test_an_old_workbook_is_read(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Calls")
    for column, head in enumerate(("Call date", "Call time", "Beat")):
        sheet.write(1, column, head)
    sheet.write(2, 0, AT.date(), xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    sheet.write(2, 1, (21 * 60 + 34) / 1440, xlwt.easyxf(num_format_str="hh:mm"))
    sheet.write(2, 2, "Medway")
    book.save(str(tmp_path / "export.xls"))
    assert read_incidents(tmp_path / "export.xls").found == (Incident(AT, "Medway"),)


def test_a_file_that_is_no_list_of_cells_is_told(tmp_path):
    file = tmp_path / "export.pdf"
    file.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(BadInputs, match=r"export\.pdf"):
        read_incidents(file)
