import pytest

from tests.intake.kinds.says import doubts, passed, questions, values

HEADS = "Collar No | Name | Skill | Expiry Date"
DEEPAK = "PC12382 | Deepak Finnegan"


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("31/05/2027", "31/05/2027"),
        ("Mar-26", "31/03/2026"),
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
