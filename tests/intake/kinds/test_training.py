from datetime import date

import pytest
from openpyxl import Workbook

from inputs.intake import ImportKind, survey
from tests.intake.kinds.says import doubts, passed, questions, values

HEADS = "Collar No | Name | Skill | Expiry Date"
DEEPAK = "PC12382 | Deepak Finnegan"


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("31/05/2027", "31/05/2027"),
        ("Mar-26", "31/03/2026"),
        ("Exp 03/26", "31/03/2026"),
        ("1-Feb-2020", "01/02/2020"),
    ],
)
def test_an_expiry_is_kept_as_it_is_also_when_it_is_over(read, written, last):
    file = read("training", HEADS, f"{DEEPAK} | first aid | {written}")
    assert values(file, "person", "skill", "expires") == [
        ("PC12382", "first aid", last)
    ]


@pytest.mark.parametrize("written", ["Booked 12/3", "?", "in date", "expired", "TBC"])
def test_what_tells_no_last_day_waits(read, written):
    file = read("training", HEADS, f"{DEEPAK} | first aid | {written}")
    assert file.rows == ()
    assert [cell for cell, _ in doubts(file)] == ["D2"]


def test_what_is_not_held_is_passed_over(read):
    file = read("training", HEADS, f"{DEEPAK} | first aid | N/A")
    assert passed(file)["A2"] == "not held, or not needed"


def test_a_course_of_another_name_is_asked_about_once(read):
    lines = [f"{DEEPAK} | PPST | 31/05/2027", "PC12419 | Leon Sandhu | PPST | 1/6/2027"]
    file = read("training", HEADS, *lines)
    (asked,) = file.questions
    assert (asked.question.word, asked.count) == ("PPST", 2)
    assert "personal safety" in asked.question.choices
    said = read("training", HEADS, *lines, say=["skill PPST = personal safety"])
    assert values(said, "skill") == [("personal safety",)] * 2
    none = read("training", HEADS, *lines, say=["skill PPST = nothing"])
    assert (none.rows, none.doubts, none.passed_over) == ((), (), 2)


def test_an_answer_that_is_no_skill_of_the_book_settles_nothing(read):
    line = f"{DEEPAK} | PPST | 31/05/2027"
    file = read("training", HEADS, line, say=["skill PPST = juggling"])
    assert questions(file) == [("skill", "PPST")]


def test_two_ends_of_one_skill_wait_both(read):
    lines = [f"{DEEPAK} | first aid | {day}" for day in ("31/05/2027", "31/05/2028")]
    assert [cell for cell, _ in doubts(read("training", HEADS, *lines))] == ["A2", "A3"]


@pytest.mark.parametrize(
    ("word", "likely"),
    [
        ("Personal Safety Training", "personal safety"),
        ("Pol radio", "police radio"),
        ("Safety", ""),
        ("PPST", ""),
    ],
)
def test_a_skill_that_is_written_short_or_long_is_offered(read, word, likely):
    file = read("training", HEADS, f"{DEEPAK} | {word} | 31/05/2027")
    (asked,) = file.questions
    assert asked.question.likely == likely


COMPETENCE = "Employee Number | Name | Competence | Date From | Date To"
SHANICE = "20413377 | Shanice Kalsi"


def test_an_interval_without_a_last_day_waits_unless_the_book_has_one(read):
    # The book says how long officer safety lasts, but not first aid of a paramedic.
    known = f"{SHANICE} | NHS;Officer Safety;12 Months | 01/02/2027 |"
    other = f"{SHANICE} | NHS;First Aid;3 Years | 01/02/2027 |"
    lines = (COMPETENCE, known, other)
    file = read("training", *lines, say=SAID)
    assert values(file, "skill", "expires") == [("officer safety", "")]
    (doubt,) = file.doubts
    assert (doubt.place.cell, doubt.likely) == ("E3", "31/01/2030")


SAID = (
    "skill NHS;Officer Safety;12 Months = officer safety",
    "skill NHS;First Aid;3 Years = first aid",
)


def test_a_length_of_time_runs_from_the_first_day(read):
    line = f"{SHANICE} | Officer Safety | 01/02/2027 | 3 yrs"
    assert values(read("training", COMPETENCE, line), "expires") == [("31/01/2030",)]


def test_a_date_that_shows_as_a_month_is_its_last_day(book, tmp_path):
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["Collar No", "Name", "Skill", "Expiry Date"])
    sheet.append(["PC12382", "Deepak Finnegan", "first aid", date(2027, 3, 1)])
    sheet["D2"].number_format = "mmm-yy"
    workbook.save(tmp_path / "skills.xlsx")
    kind = ImportKind.TRAINING
    file = survey([tmp_path / "skills.xlsx"], book, kind=kind).files[0]
    assert values(file, "expires") == [("31/03/2027",)]


def test_a_skill_that_is_open_is_all_that_is_asked_of_its_cell(read):
    file = read("training", HEADS, f"{DEEPAK} | PPST | Booked 12/3")
    assert [cell for cell, _ in doubts(file)] == ["C2"]


def test_a_day_on_which_it_was_done_is_no_last_day(read):
    heads = "Employee Number | Name | Officer safety done | First aid done"
    line = f"{SHANICE} | 19/06/2026 | 20/06/2026"
    said = ("skill Officer safety done = officer safety",)
    said += ("skill First aid done = first aid",)
    file = read("training", heads, line, say=said)
    assert values(file, "skill", "from", "expires") == [
        ("officer safety", "19/06/2026", "")
    ]
    # The book does not say how long first aid of a paramedic lasts.
    assert [cell for cell, _ in doubts(file)] == ["D2"]


PAIRS = (
    "Collar No | Name | Personal safety | | First aid |",
    " | | Date taken | Expires | Date taken | Expires",
)
STATES = (PAIRS[0], " | | Status | Expires | Status | Expires")


def test_a_skill_in_two_columns_has_a_first_and_a_last_day(read):
    line = f"{DEEPAK} | 01/03/2026 | 28/02/2027 | N/A |"
    file = read("training", *PAIRS, line)
    assert values(file, "skill", "from", "expires") == [
        ("personal safety", "01/03/2026", "28/02/2027")
    ]
    assert (file.doubts, passed(file)["E3"]) == ((), "not held, or not needed")


def test_a_booked_day_of_a_course_waits(read):
    line = f"{DEEPAK} | Booked 12/3 | 28/02/2027 | |"
    assert [cell for cell, _ in doubts(read("training", *PAIRS, line))] == ["C3"]


@pytest.mark.parametrize(
    ("state", "last", "cell"),
    [
        ("Current", "28/02/2027", ""),
        ("Expired", "28/02/2026", ""),
        ("Not held", "", ""),
        ("N/A", "", ""),
        ("Booked", "28/02/2027", "C3"),
        ("Not held", "28/02/2027", "C3"),
        ("Zorb", "28/02/2027", "C3"),
        ("In date", "", "C3"),
    ],
)
def test_a_state_and_the_dates_beside_it_must_agree(read, state, last, cell):
    file = read("training", *STATES, f"{DEEPAK} | {state} | {last} | |")
    assert [at for at, _ in doubts(file)] == [cell] * bool(cell)
    assert len(file.rows) == bool(last and not cell)


def test_a_status_in_a_list_is_heeded_where_it_speaks_of_the_skill(read):
    heads, line = f"{HEADS} | Status", f"{DEEPAK} | first aid | 31/05/2027"
    assert len(read("training", heads, f"{line} | Active").rows) == 1
    assert [c for c, _ in doubts(read("training", heads, f"{line} | Booked"))] == ["E2"]


def test_people_across_are_known_by_their_numbers(read):
    lines = "Name | D Finnegan | Sandhu", "Collar No | 12382 | PC12419"
    file = read("training", *lines, "First aid | 31/05/2027 | 30/06/2027")
    assert values(file, "person", "skill", "expires") == [
        ("PC12382", "first aid", "31/05/2027"),
        ("PC12419", "first aid", "30/06/2027"),
    ]
