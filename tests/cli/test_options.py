from datetime import date
from enum import StrEnum

import pytest
import typer

from rostering.cli.options import day, positive, whole, word


@pytest.mark.parametrize("text", ["2027-02-28", "28/02/2027", " 28/02/2027 "])
def test_a_date_may_be_typed_in_two_ways(text):
    assert day(text) == date(2027, 2, 28)


@pytest.mark.parametrize("text", ["02/28/2027", "29/02/2027", "28.2.27", ""])
def test_a_date_is_never_guessed(text):
    with pytest.raises(typer.BadParameter, match="2027-01-04"):
        day(text)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("104", 104), (8, 8)])
def test_whole_numbers_up_to_both_ends_are_taken(text, number):
    assert whole(1, 104)(text) == number


@pytest.mark.parametrize("text", ["0", "105", "-1", "1.5", "", "two"])
def test_other_whole_numbers_are_refused_in_words(text):
    with pytest.raises(typer.BadParameter, match="from 1 to 104"):
        whole(1, 104)(text)


def test_one_of_a_few_words_is_taken_however_it_is_typed():
    class Kind(StrEnum):
        CAR = "car"
        WEEK = "week"

    assert word(Kind)(" Week ") is Kind.WEEK
    with pytest.raises(typer.BadParameter, match="cars is none of car, week"):
        word(Kind)("cars")


def test_a_number_greater_than_nought_is_taken():
    assert positive("0.5") == 0.5


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "", "soon"])
def test_any_other_number_is_refused_in_words(text):
    with pytest.raises(typer.BadParameter, match="greater than 0"):
        positive(text)
