"""Text files as every program and country writes them."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inputs._cells import cleaned
from inputs.intake.opening import open_source
from tests.intake.opened import refusal_of, remarks_of, sheet_of, values_of

WORDS = st.text(
    st.characters(codec="cp1252", categories=["L", "N", "P", "S", "Zs"])
    | st.sampled_from('"\n')
)


@pytest.fixture
def written(tmp_path):
    def write(content, name="leave.csv"):
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    return write


def _cells(content, written, name="leave.csv"):
    return values_of(sheet_of(written(content, name)))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_what_stands_between_values_is_found(written, separator, ending):
    rows = [
        "Annual leave, printed on 4 January",
        "",
        separator.join(["Name", "Kind", "From"]),
        separator.join(['"Ash, Ann; a|b\tc"', "AL", "05/01/2027"]),
        separator.join(["Bay", "", "06/01/2027"]),
    ]
    read = _cells(ending.join(rows).encode(), written)
    assert read == {
        **(
            {"A1": "Annual leave", "B1": "printed on 4 January"}
            if separator == ","
            else {"A1": "Annual leave, printed on 4 January"}
        ),
        **{"A3": "Name", "B3": "Kind", "C3": "From"},
        **{"A4": "Ash, Ann; a|b c", "B4": "AL", "C4": "05/01/2027"},
        **{"A5": "Bay", "C5": "06/01/2027"},
    }


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_letters_come_through_when_the_file_makes_them_certain(written, encoding):
    file = written("Name,Kind\nZoë O’Dea,AL\n".encode(encoding))
    assert sheet_of(file).at(2, 1).value == "Zoë O’Dea"
    assert remarks_of(file) == []


@pytest.mark.parametrize(
    ("encoding", "writer"),
    [("cp1252", "Windows"), ("cp850", "MS-DOS"), ("mac_roman", "an old Macintosh")],
)
@pytest.mark.parametrize("name", ["José Ash", "Günther Bay", "Renée Cox"])
def test_letters_of_one_byte_are_taken_as_names_need_them(
    written, encoding, writer, name
):
    file = written(f"Name,Kind\n{name},AL\n".encode(encoding))
    assert sheet_of(file).at(2, 1).value == name
    word = next(word for word in name.split() if not word.isascii())
    assert remarks_of(file) == [
        f"leave.csv: letters as {writer} writes them, such as {word}"
    ]


def test_a_pound_sign_is_one(written):
    assert _cells("Name,Pay\nAsh,£20\n".encode("cp1252"), written)["B2"] == "£20"


def test_a_line_break_within_quotes_is_part_of_the_value(written):
    sheet = sheet_of(written(b'Name,Kind\n"Ann\nAsh",AL\nBay,AL\n'))
    assert (sheet.at(2, 1).value, sheet.at(2, 1).original) == ("Ann Ash", "Ann\nAsh")
    assert sheet.at(3, 1).value == "Bay"


def test_a_number_kept_as_text_by_a_formula_keeps_its_noughts(written):
    assert _cells(b'No,Name\n="00123","=1+1"\n', written)["A2"] == "00123"


def test_the_line_that_tells_excel_the_separator_is_no_row(written):
    assert _cells(b"sep=;\r\nName;a,b,c\r\nAsh;d,e,f\r\n", written) == {
        **{"A2": "Name", "B2": "a,b,c"},
        **{"A3": "Ash", "B3": "d,e,f"},
    }


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (b'Name,Kind\nAsh,"AL\nBay,AL\nCox,AL\n', 2),
        (b'"Name,Kind\n', 1),
        (b'Name,Kind\nAsh,AL\n"' + b"x" * 200_000, 3),
    ],
)
def test_a_quotation_mark_without_its_pair_is_refused_at_its_row(written, content, row):
    fault = refusal_of(written(content))
    assert fault.found == "a quotation mark without its pair"
    assert str(fault.place) == f"[leave.csv]leave!A{row}"


def test_quotation_marks_within_a_value_are_kept(written):
    read = _cells(b'Name,Kind\nAnn "Annie" Ash,AL\n"Ben" Bay,AL\n', written)
    assert (read["A2"], read["A3"]) == ('Ann "Annie" Ash', "Ben Bay")


@pytest.mark.parametrize(
    "content", [b"Name,\x00Kind\n", b"Name\x01\n", b"\xff\xfe\x00\xd8"]
)
def test_what_is_no_text_is_refused(written, content):
    assert (
        refusal_of(written(content)).found == "a file that is no text and no workbook"
    )


def test_one_column_is_a_table_too(written):
    assert _cells(b"Name\nAsh\n", written, "x.txt") == {"A1": "Name", "A2": "Ash"}


@settings(max_examples=60)
@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=3, max_size=6),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_program_writes_is_read_back(
    tmp_path_factory, rows, separator, encoding, ending
):
    rows = [["Name", "Kind", "From"], *rows, ["a", "b", "c"], ["d", "e", "f"]]
    text = StringIO(newline="")
    writer = csv.writer(
        text, delimiter=separator, lineterminator=ending, quoting=csv.QUOTE_ALL
    )
    writer.writerows(rows)
    file = tmp_path_factory.mktemp("text") / "leave.csv"
    file.write_bytes(text.getvalue().encode(encoding))
    (sheet,) = open_source(file).sheets
    read = [[cell.value for cell in row[:3]] for row in sheet.rows()]
    assert read == [[cleaned(value) for value in row] for row in rows]
