from rostering.domain import Signatory
from tests.inputs.books import more, small_book


def test_the_employers_who_must_sign_are_in_order(problem_of):
    assert problem_of(small_book()).signatories == (
        Signatory("F"),
        Signatory("T", ("Ann Ash", "Pip Poe")),
    )


def test_a_book_may_ask_for_no_signature(problem_of):
    sheets = small_book()
    del sheets["Signatures"]
    assert problem_of(sheets).signatories == ()


def test_an_employer_without_people_cannot_sign(told_of):
    sheets = more(small_book(), "Signatures", "Navy |")
    assert told_of(sheets) == ["Signatures!A4 error"]


def test_an_employer_signs_once(told_of):
    sheets = more(small_book(), "Signatures", "T |")
    assert told_of(sheets) == ["Signatures!A4 error"]
