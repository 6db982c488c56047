"""CSV files as many programs write them."""

import pytest

from inputs._csv_file import read_csv
from inputs._faults import Faults
from tests.inputs.books import faults_in, problem_in, small_book, write_csv

HEADERS = {"person", "date", "from", "to", "kind"}


def _lines(content, name="Leave.csv"):
    faults = Faults()
    tables = read_csv(name, content, HEADERS, faults)
    assert not faults.has_errors
    return [line.values for line in tables[0].lines]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_stands_between_values_is_found_by_the_header(separator):
    text = separator.join(["person", "kind", "from"])
    row = separator.join(["P01", '"a, b; c\td"', "05/01/2027"])
    header, values = _lines(f"{text}\r\n{row}\r\n".encode())
    assert header == ("person", "kind", "from")
    assert values == ("P01", "a, b; c d", "05/01/2027")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_and_dashes_come_through_in_every_usual_encoding(encoding):
    _, values = _lines("person,kind\nZoë O’Dea,–\n".encode(encoding))
    assert values == ("Zoë O’Dea", "-")


def test_a_line_break_inside_quotes_is_part_of_the_value():
    _, values, after = _lines(b'person,kind\n"Ann\nAsh",x\nP02,y\n')
    assert values == ("Ann Ash", "x")
    assert after == ("P02", "y")


def test_blank_lines_are_counted_but_not_read():
    tables = read_csv("Leave.csv", b"person\n\n,,\nP01\n", HEADERS, Faults())
    assert [line.number for line in tables[0].lines] == [1, 4]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"person,\x00kind\n", "a file that is no text"),
        (b"person,\x81\xfe kind\n", "a file that is no text"),
        (b"\xff\xfe\x00\xd8", "a file that is no text"),
        (b"person\n" + b"x" * 200_000, "a damaged file"),
    ],
)
def test_a_file_that_is_no_table_is_one_fault(tmp_path, content, found):
    (tmp_path / "Leave.csv").write_bytes(content)
    (fault,) = faults_in(tmp_path / "Leave.csv")
    assert (str(fault.place), fault.found) == ("Leave.csv", found)


@pytest.mark.parametrize("name", ["off road.csv", "Off_Road.csv", "OFF ROAD.CSV"])
def test_a_file_is_known_by_its_name_in_any_case(tmp_path, name):
    folder = write_csv(tmp_path / "book", small_book())
    (folder / "Off road.csv").rename(folder / name)
    (off_road,) = problem_in(folder).off_road
    assert off_road.place.file == name
