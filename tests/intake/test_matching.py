"""A number or a name is somebody's for certain, or it is asked whose it is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inputs.intake.doubts import Topic
from inputs.intake.people.matching import People, people_of
from inputs.intake.people.naming import NOBODY, How, Naming
from inputs.intake.people.persons import Known, people_wanted
from inputs.intake.recipe import Recipe
from inputs.intake.standing import standing_of
from rostering.domain import Place
from tests.inputs.books import put, small_book, write_csv
from tests.intake.sent import row

PEOPLE = People(
    [
        Known("20413377", "Shanice Kalsi", "paramedic", "SECAmb", "ambulance"),
        Known("00417782", "Oisin Ismail", "paramedic", "SECAmb", "ambulance"),
        Known("20413610", "John Smith", "paramedic", "SECAmb", "ambulance"),
        Known("20413644", "Jane Smith", "paramedic", "SECAmb", "ambulance"),
        Known("20413688", "William McDonald", "paramedic", "SECAmb", "ambulance"),
        Known("PC12345", "John Smith", "regular", "Kent Police", "police"),
        Known("PC12382", "Deepak Finnegan", "regular", "Kent Police", "police"),
        Known("PC12530", "Maria de la Cruz", "regular", "Kent Police", "police"),
        Known("SC70118", "Mairi Grewal", "special", "Kent Police", "specials"),
        Known("SC70234", "Zoë Cobbold", "special", "Kent Police", "specials"),
    ]
)
CERTAIN = {
    ("20413377", "", ""): "20413377",
    ("20413377", "Kalsi, Shanice", "ambulance"): "20413377",
    ("20413377", "Kalsi Shanise", ""): "20413377",  # A slip beside the whole number.
    ("20413377", "Kalsi, Shan", ""): "20413377",  # Called so, beside the number.
    ("417782", "", ""): "00417782",  # The noughts are lost.
    ("417782", "O Ismail", ""): "00417782",
    ("12382", "", ""): "PC12382",  # The rank is lost.
    ("PC 12382", "", ""): "PC12382",
    ("pc12382", "PC Finnegan", ""): "PC12382",
    ("", "PC 12382 Finnegan", ""): "PC12382",
    ("", "PC 12382", ""): "PC12382",  # A number in the column of names.
    ("12345", "Smith J", "police"): "PC12345",
    ("", "John Smith", "ambulance"): "20413610",
    ("", "SMITH John", "police"): "PC12345",
    ("", "J Smith", "police"): "PC12345",
    ("", "PC Smith", ""): "PC12345",  # The rank says of which side.
    ("", "Bill McDonald", ""): "20413688",
    ("", "Mc Donald, W", ""): "20413688",
    ("", "de la Cruz", ""): "PC12530",
    ("", "Zoe Cobbold", ""): "SC70234",
    ("", "SC Grewal", "police"): "SC70118",
}
ASKED = {
    # Of two who are called so, none is guessed.
    ("", "John Smith", ""): ("20413610", "PC12345"),
    ("", "J Smith", "ambulance"): ("20413610", "20413644"),
    # Somebody of the other employer is never taken by a name, nor by a number.
    ("", "Mairi Grewal", "ambulance"): ("SC70118",),
    ("PC12382", "", "ambulance"): ("PC12382",),
    # A special is no regular officer of the same name.
    ("", "John Smith", "specials"): ("PC12345", "20413610", "20413644"),
    # A number and a name of two people.
    ("20413377", "Oisin Ismail", ""): ("20413377", "00417782"),
    ("417782", "Oisin Kelly", ""): ("00417782",),
    # Another rank, a second assignment, a force number: perhaps.
    ("SC12345", "", ""): ("PC12345",),
    ("20413377-2", "", ""): ("20413377",),
    ("46012345", "", ""): ("PC12345",),
    ("13377", "", ""): ("20413377",),
    # A number that nobody has speaks against a name that somebody has.
    ("99999999", "Mairi Grewal", ""): ("SC70118",),
    # A slip in a name alone is only likely.
    ("", "Mairi Grewel", ""): ("SC70118",),
    ("", "Norbert Quayle", ""): (),
    ("7", "", ""): (),
    ("", "", ""): (),
}


@pytest.mark.parametrize(("words", "person"), CERTAIN.items())
def test_who_is_meant_for_certain(words, person):
    number, name, side = words
    match = PEOPLE.match(Naming(number, name, side=side))
    assert (match.person, match.candidates, match.wanted) == (person, (), "")
    assert match.how is (
        How.NUMBER if any(map(str.isdigit, "".join(words))) else How.NAME
    )


@pytest.mark.parametrize(("words", "candidates"), ASKED.items())
def test_who_may_be_meant_is_asked(words, candidates):
    number, name, side = words
    match = PEOPLE.match(Naming(number, name, side=side))
    assert (match.person, match.how, match.candidates) == ("", None, candidates)
    assert match.wanted


def test_a_bent_number_is_shown():
    assert PEOPLE.match(Naming("417782")).note == "417782 is 00417782"
    assert PEOPLE.match(Naming("00417782")).note == ""


def test_a_bent_number_with_which_another_ends_is_asked_about():
    people = People([Known("00123456", "A Ash"), Known("7123456", "B Bay")])
    match = people.match(Naming("123456"))
    assert match.candidates == ("00123456", "7123456")


def test_somebody_of_an_employer_other_than_the_row_says_is_asked_about():
    match = PEOPLE.match(Naming("PC12382", employer="SECAmb"))
    assert match.wanted == "somebody of SECAmb; PC12382 is of Kent Police"
    assert PEOPLE.match(Naming("PC12382", employer="Operations")).person == "PC12382"


def test_a_leaver_is_asked_about():
    people = People([Known("P1", "Ann Ash", last=date(2026, 12, 31))])
    assert people.match(Naming("P1"), day=date(2026, 12, 31)).person == "P1"
    match = people.match(Naming("P1"), day=date(2027, 1, 1))
    assert match.candidates == ("P1",)
    assert "P1 left on 31/12/2026" in match.wanted


def test_an_id_of_two_people_is_asked_about():
    people = People([Known("P1", "Ann Ash"), Known("p1", "Ben Bay")])
    assert people.match(Naming("P1")).person == ""
    told_twice = People([Known("P1", "Ann Ash"), Known("P1", "Ann Ash")])
    assert told_twice.match(Naming("P1")).person == "P1"


@pytest.mark.parametrize("word", ["99999999 Mairi Grewel", "99999999", "mairi grewel"])
def test_an_answer_decides(word):
    recipe = Recipe(said={(Topic.PERSON, word.casefold()): "sc70118"})
    match = PEOPLE.match(Naming("99999999", "Mairi Grewel"), recipe)
    assert (match.person, match.how) == ("SC70118", How.SAID)


def test_an_answer_may_be_a_name_that_only_one_person_has():
    said = {(Topic.PERSON, "m g"): "Mairi Grewal", (Topic.PERSON, "j s"): "John Smith"}
    recipe = Recipe(said=said)
    assert PEOPLE.match(Naming("", "M G"), recipe).person == "SC70118"
    assert PEOPLE.match(Naming("", "J S"), recipe).person == ""


def test_an_answer_about_a_name_does_not_overrule_a_number():
    recipe = Recipe(said={(Topic.PERSON, "john smith"): "20413610"})
    assert PEOPLE.match(Naming("", "John Smith"), recipe).person == "20413610"
    assert PEOPLE.match(Naming("12345", "John Smith"), recipe).person == "PC12345"


def test_somebody_may_be_said_to_be_nobody_of_ours():
    recipe = Recipe(said={(Topic.PERSON, "norbert quayle"): "Nobody"})
    match = PEOPLE.match(Naming("", "Norbert Quayle"), recipe)
    assert match.is_nobody
    assert match.person == ""


def test_an_answer_that_names_nobody_known_is_told():
    recipe = Recipe(said={(Topic.PERSON, "norbert quayle"): "P99"})
    match = PEOPLE.match(Naming("", "Norbert Quayle"), recipe)
    assert not match.is_nobody
    assert match.wanted == "an id from People; P99 is none"


def test_a_doubt_asks_with_the_likeliest_first():
    naming = Naming("", "J Smith", side="ambulance")
    place = Place("sent.xlsx", "Sheet1", "A2")
    doubt = PEOPLE.doubt(PEOPLE.match(naming), naming, place)
    assert (doubt.place, doubt.found) == (place, "J Smith")
    assert doubt.likely == "20413610 John Smith"
    assert doubt.question.word == "J Smith"
    assert doubt.question.choices == ("20413610", "20413644", NOBODY)
    assert doubt.question.shown == (
        "20413610 John Smith",
        "20413644 Jane Smith",
        NOBODY,
    )


def test_numbers_of_another_kind_than_the_books_are_known_as_such():
    assert PEOPLE.has_number("417782")
    assert not PEOPLE.has_number("88888888")


def test_a_book_with_faults_elsewhere_knows_its_people(tmp_path):
    sheets = put(small_book(), "Leave", {"from": "31/02/2027"})
    book = write_csv(tmp_path / "book", put(sheets, "People", {"units": ""}))
    people = people_of(book)
    assert [person.id for person in people.known] == ["P02", "R01", "S01", "S02"]
    assert [person.side for person in people.known] == [
        *("ambulance", "police", "specials", "specials")
    ]


def test_newcomers_of_an_import_are_known_to_its_other_files(tmp_path):
    standing = standing_of(write_csv(tmp_path / "book", small_book()))
    rows = [row("People", "P77 | Fay Fox | paramedic | T | JR-01"), row("Leave", "P77")]
    people = People(people_wanted(rows, standing))
    assert people.match(Naming("", "F Fox", side="ambulance")).person == "P77"
    assert people.match(Naming("", "F Fox", side="police")).person == ""


@given(st.text(max_size=12), st.text(max_size=20))
def test_any_words_are_somebody_of_the_book_or_asked_about(number, name):
    match = PEOPLE.match(Naming(number, name))
    assert bool(match.person) is (match.how is not None)
    assert bool(match.person) is not bool(match.wanted)
    assert all(map(PEOPLE.get, (match.person, *match.candidates)[not match.person :]))


@settings(max_examples=50)
@given(
    st.lists(st.integers(10, 99_999_999), min_size=1, max_size=6, unique=True),
    st.data(),
)
def test_a_number_that_lost_its_noughts_is_never_anothers(numbers, data):
    ids = [f"{number:08}" for number in numbers]
    people = People([Known(id, f"Person {n}") for n, id in enumerate(ids)])
    id = data.draw(st.sampled_from(ids))
    assert people.match(Naming(id)).person == id
    assert people.match(Naming(id.lstrip("0"))).person in (id, "")
