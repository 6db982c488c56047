import json

import pytest


@pytest.fixture
def swap(built, rota):
    """Ask about a swap in the small rota."""

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
