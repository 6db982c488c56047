"""A whole survey: what kind a file is of, whose it is, and what was said of it."""

from dataclasses import replace

import pytest

from inputs import BadInputs
from inputs.intake import ImportKind, UnknownAnswer, survey
from inputs.intake.answers import settled
from inputs.intake.opening import open_source
from rostering.domain import Place
from tests.intake.corpus.cast import write_book

ABSENCE = "Employee Number,Name,Absence Type,Absence Start Date,Absence End Date"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return write_book(tmp_path_factory.mktemp("survey") / "book")


@pytest.fixture
def file(tmp_path):
    def write(name, *lines):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("lines", "kind", "why"),
    [
        (
            (ABSENCE, "20413377,Shanice Kalsi,Sick,04/01/2027,"),
            ImportKind.LEAVE,
            "because of the columns Absence Type, Absence Start Date",
        ),
        (
            (
                "Payroll No,Name,Date,Start,Finish",
                "20413377,Shanice Kalsi,04/01/2027,15:00,01:00",
            ),
            ImportKind.DUTIES,
            "because of the columns Date, Start",
        ),
        (
            (
                "Duty ID,Officer,Duty Type,Date,Start,End",
                "1,Mairi Grewal,JRU,08/01/2027,2027-01-08T18:00:00,2027-01-09T02:00:00",
            ),
            ImportKind.DUTIES,
            "because of the column Duty ID",
        ),
        (
            (
                "Collar,Officer,Date,Available from,Available to",
                "SC70118,Mairi Grewal,08/01/2027,18:00,02:00",
            ),
            ImportKind.AVAILABILITY,
            "because of the column Available from",
        ),
        (
            (
                "Collar,Officer,Skill,Expiry",
                "PC12382,Deepak Finnegan,first aid,08/01/2027",
            ),
            ImportKind.TRAINING,
            "because of the columns Skill, Expiry",
        ),
        (
            (
                "Employee Number,Name,Position Title,FTE",
                "20413377,Shanice Kalsi,Paramedic,1",
            ),
            ImportKind.PEOPLE,
            "because of the column Position Title",
        ),
        (
            (
                "Payroll No,Name,Request,From,To",
                "20413377,Shanice Kalsi,off,08/01/2027,08/01/2027",
            ),
            ImportKind.REQUESTS,
            "because of the column Request",
        ),
    ],
)
def test_the_kind_of_a_file_is_told_with_its_reason(book, file, lines, kind, why):
    (found,) = survey([file("sent.csv", *lines)], book).files
    assert (found.kind, found.why_kind) == (kind, why)
    assert (found.read, found.used) == (1, 1)


def test_a_file_of_no_known_kind_is_not_read(book, file):
    (found,) = survey([file("letter.csv", "Dear all", "see you")], book).files
    assert (found.kind, found.rows) == (None, ())
    assert len(found.doubts) + len(found.passed) == 2


@pytest.mark.parametrize(
    ("number", "side"), [("20413377", "ambulance"), ("PC12382", "police")]
)
def test_whose_file_it_is_is_told_by_whom_it_names(book, file, number, side):
    heads = "Number,Absence,From,To"
    path = file("sent.csv", heads, f"{number},Sick,04/01/2027,05/01/2027")
    assert survey([path], book).files[0].side == side


def test_headings_and_people_of_different_sides_leave_it_open(book, file):
    path = file("sent.csv", ABSENCE, "PC12382,Deepak Finnegan,Sick,04/01/2027,")
    assert survey([path], book).files[0].side == ""


def test_people_of_an_earlier_file_are_known_in_a_later_one(book, file):
    people = file(
        "people.csv",
        "Employee Number,Name,Position Title,Contracted Hours",
        "20419999,Marek Fenwick,Paramedic,30",
    )
    leave = file("leave.csv", ABSENCE, "20419999,Marek Fenwick,Sick,04/01/2027,")
    found = survey([people, leave], book, say=["fill units = JR-01"])
    assert [row.sheet for row in found.rows] == ["People", "Leave"]
    alone = survey([leave], book)
    assert [asked.question.topic for asked in alone.questions] == ["person"]


def test_every_file_that_cannot_be_opened_is_told_at_once(book, file, tmp_path):
    files = [tmp_path / "gone.csv", file("empty.pdf", "%PDF-1.4"), tmp_path / "no.xlsx"]
    with pytest.raises(BadInputs) as bad:
        survey(files, book)
    assert len(bad.value.faults) == 3


def test_an_answer_that_is_none_stops_before_anything_is_read(book, tmp_path):
    with pytest.raises(UnknownAnswer):
        survey([tmp_path / "gone.csv"], book, say=["nonsense"])


def test_the_counts_add_up(book, file):
    lines = (
        "20413377,Shanice Kalsi,Sick,04/01/2027,",
        "20413377,Shanice Kalsi,Sick,TBC,",
        "20413377,Shanice Kalsi,Late,05/01/2027,06/01/2027",
    )
    (found,) = survey([file("a.csv", ABSENCE, *lines)], book).files
    counts = found.read, found.used, found.refused, found.passed_over
    assert counts == (3, 1, 1, 1)


def test_an_answer_corrects_a_cell_or_settles_a_word_and_yes_takes_the_guess(
    book, file
):
    lines = (
        "20413377,Shanice Kalsi,Sick,TBC,",
        "20413377,Shanice Kalsi,Zumba,05/01/2027,06/01/2027",
        "20413451,Patryk Kovacs,Sick,07/01/2027,",
    )
    path = file("a.csv", ABSENCE, *lines)
    (found,) = survey([path], book).files
    cells = {doubt.place.cell: doubt for doubt in found.doubts}
    assert set(cells) == {"D2", "C3", "A4"}
    told = {"D2": "04/01/2027", "C3": "study", "A4": "yes", "A9": "what?"}
    answers = {Place("a marked.xlsx", "a", at): text for at, text in told.items()}
    source = replace(open_source(path), answers=answers)
    corrected = settled(source, found.doubts)
    assert corrected.said == {
        ("code", "zumba"): "study",
        ("person", "20413451 patryk kovacs"): "20413451",
    }
    assert corrected.source.sheets[0].at(2, 4).value == "04/01/2027"
    assert [fault.place.cell for fault in corrected.remarks] == ["A9"]


def test_a_date_may_be_the_answer_where_it_is_asked_how_dates_are_written(book, file):
    path = file("a.csv", ABSENCE, "20413377,Shanice Kalsi,Sick,03/15/2027,")
    (found,) = survey([path], book).files
    answers = {Place("a marked.xlsx", "a", "D2"): "15/03/2027"}
    corrected = settled(replace(open_source(path), answers=answers), found.doubts)
    assert (corrected.said, corrected.remarks) == ({}, ())
    assert corrected.source.sheets[0].at(2, 4).value == "15/03/2027"
