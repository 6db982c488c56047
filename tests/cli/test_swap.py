import json
from pathlib import Path

import pytest

from tests.cli.test_publish import both_paramedics, edit


@pytest.fixture
def swap(built, rota):
    """Ask about a swap in the small rota."""
    edit(f"{built}/rota.csv", both_paramedics)

    def ask(*words):
        result = rota("swap", *words, "--rota", built)
        return result.exit_code, result.stdout + result.stderr

    return ask


ACROSS = ("Bob", "2027-01-04", "Cat", "2027-01-05")


def test_a_swap_that_may_not_be_is_refused_with_its_reasons(swap):
    code, said = swap(*ACROSS, "--told", "2027-01-01")
    assert code == 1
    assert "\nNo:\n" in said
    assert "POST-01 =Bob Day:" in said
    assert "clear days" in said


def test_other_programs_are_told_both_sides(swap):
    told = json.loads(swap(*ACROSS, "--json")[1])
    assert told["allowed"] is False
    assert [side["person"] for side in told["sides"]] == ["P2", "X1"]
    assert told["sides"][0]["objections"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Ann", "2027-01-09", "Cat", "2027-01-05"), "Ann Lee has no shift on Sat 9"),
        (("Bob", "2027-01-04", "Bob", "2027-01-04"), "Nobody swaps with themselves."),
        (("Zed", "2027-01-04", "Cat", "2027-01-05"), "Zed is nobody in the book."),
    ],
)
def test_a_question_about_no_swap_is_answered(swap, words, said):
    code, answer = swap(*words)
    assert code == 2
    assert said in answer


ALLOWED = ("Ann", "2027-01-07", "=Bob", "2027-01-05", "--told", "2027-01-01")


def test_a_swap_is_written_ready_to_be_published(swap, built, publish, rota):
    code, said = swap(*ALLOWED, "--out", "swapped")
    assert code == 0
    assert "Next: rota publish swapped" in said
    assert rota("audit", "swapped").exit_code == 0
    after = Path("swapped/rota.csv").read_text("utf-8")
    assert "2027-01-05,F-1,day" in after
    (line,) = [x for x in after.splitlines() if "2027-01-05" in x and "P1" in x]
    assert "paramedic" in line
    kept = json.loads(Path("swapped/rota.json").read_text("utf-8"))["repair"]
    assert kept["of"] == built
    assert kept["told_on"] == "2027-01-01"
    assert [each["person"] for each in kept["chosen"]["changes"]] == [
        "P1",
        "P1",
        "P2",
        "P2",
    ]
    publish("swapped")


def test_nothing_is_written_without_being_asked_or_where_it_may_not_be(swap):
    before = set(Path().iterdir())
    assert swap(*ALLOWED)[0] == 0
    code, said = swap(*ACROSS, "--out", "swapped")
    assert code == 1
    assert "Nothing was written." in said
    assert set(Path().iterdir()) == before


def test_other_programs_are_told_what_was_written(swap):
    told = json.loads(swap(*ALLOWED, "--out", "swapped", "--json")[1])
    assert told["written"][0] == "swapped/rota.csv"
    assert json.loads(swap(*ALLOWED, "--json")[1])["written"] == []


def test_a_rota_is_kept_out_of_the_book(swap):
    code, said = swap(*ALLOWED, "--out", "book")
    assert code == 2
    assert "is the folder of the book" in said
