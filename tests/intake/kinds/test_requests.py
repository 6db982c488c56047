import pytest

from tests.intake.kinds.says import doubts, passed, questions, values

HEADS = "Payroll No | Name | Request | From | To | Callsign"
SHANICE = "20413377 | Shanice Kalsi"


def test_a_wish_for_one_day_ends_on_that_day_only_if_the_file_says_no_other(read):
    lines = (
        f"{SHANICE} | off | 09/01/2027 | 10/01/2027 |",
        f"{SHANICE} | work | 12/01/2027 | | JR04",
    )
    file = read("requests", HEADS, *lines)
    assert values(file, "want", "from", "to", "unit") == [
        ("off", "09/01/2027", "10/01/2027", ""),
        ("work", "12/01/2027", "12/01/2027", "JR-04"),
    ]


@pytest.mark.parametrize(
    ("word", "want"), [("AL", "off"), ("RD", "off"), ("L", "work")]
)
def test_a_code_wishes_for_what_it_says(read, word, want):
    file = read("requests", HEADS, f"{SHANICE} | {word} | 09/01/2027 | |")
    assert values(file, "want") == [(want,)]


def test_other_words_are_asked_about(read):
    lines = HEADS, f"{SHANICE} | gardening | 09/01/2027 | |"
    assert questions(read("requests", *lines)) == [("code", "gardening")]
    said = read("requests", *lines, say=["code gardening = off"])
    assert values(said, "want") == [("off",)]


def test_wishes_that_contradict_each_other_wait(read):
    lines = (
        f"{SHANICE} | off | 09/01/2027 | 10/01/2027 |",
        f"{SHANICE} | work | 10/01/2027 | |",
    )
    file = read("requests", HEADS, *lines)
    assert [cell for cell, _ in doubts(file)] == ["A2", "A3"]


def test_what_was_turned_down_is_no_wish(read):
    line = f"{SHANICE} | off | 09/01/2027 | | | Declined"
    file = read("requests", f"{HEADS} | Status", line)
    assert passed(file)["A2"] == "a request that is said to be Declined"
