"""Names and numbers of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inputs.intake.values.names import NameParts, likeness, read_id, read_name
from inputs.intake.values.nicknames import is_same_forename
from inputs.intake.values.words import collapsed
from tests.intake.values.refusing import refusal_of


@pytest.mark.parametrize(
    "written",
    [
        "Smith, John",
        "SMITH John",
        "John SMITH",
        "Smith , John",
        "\u00a0Smith,\u00a0John ",
    ],
)
def test_commas_and_capitals_tell_the_surname(written):
    parts = read_name(written)
    assert (parts.surname.title(), parts.forenames) == ("Smith", "John")
    assert not parts.is_reversed_possible


@pytest.mark.parametrize("written", ["J Smith", "J. Smith", "Smith J", "Smith, J."])
def test_initials_tell_the_surname(written):
    assert read_name(written) == NameParts("Smith", initials="J")


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Smith J (JR01)", NameParts("Smith", initials="J", marks=("JR01",))),
        ("PC 12345 Smith", NameParts("Smith", rank="PC", number="12345")),
        ("PC12345 Smith", NameParts("Smith", rank="PC", number="12345")),
        ("Smith PC 12345", NameParts("Smith", rank="PC", number="12345")),
        ("12345 Smith", NameParts("Smith", number="12345")),
        ("Smith (PC 12345)", NameParts("Smith", rank="PC", number="12345")),
        ("SC Jones", NameParts("Jones", rank="SC")),
        ("A/PS Jones", NameParts("Jones", rank="A/PS")),
        ("S/Sgt Jones", NameParts("Jones", rank="S/SGT")),
        ("Sgt. Jones", NameParts("Jones", rank="PS")),
        ("Para Smith", NameParts("Smith", rank="PARA")),
        ("Special Constable Jones", NameParts("Jones", rank="SC")),
        ("Jones, PC Amy", NameParts("Jones", "Amy", "A", rank="PC")),
        ("Jones, Amy *", NameParts("Jones", "Amy", "A", marks=("*",))),
        ("Jones (ACT)", NameParts("Jones", marks=("ACT",))),
        ("Jones (0.8)", NameParts("Jones", marks=("0.8",))),
        ("Jones, Amy (née Lee)", NameParts("Jones", "Amy", "A", marks=("née Lee",))),
        ("Jones J - nights", NameParts("Jones", initials="J", marks=("nights",))),
        ("Mc Donald", NameParts("Mc Donald")),
        ("McDONALD Jane", NameParts("McDONALD", "Jane", "J")),
        ("O’Brien", NameParts("O'Brien")),
        ("O'BRIEN Grace", NameParts("O'BRIEN", "Grace", "G")),
        ("de la Cruz, Maria", NameParts("de la Cruz", "Maria", "M")),
        ("DE LA CRUZ Maria", NameParts("DE LA CRUZ", "Maria", "M")),
        ("van der Berg J", NameParts("van der Berg", initials="J")),
        ("Smith - Jones, Anna", NameParts("Smith-Jones", "Anna", "A")),
        ("Smith Jones, Anna", NameParts("Smith Jones", "Anna", "A")),
        ("J.P. Smith", NameParts("Smith", initials="JP")),
        ("Smith JP", NameParts("Smith", initials="JP")),
        ("Smith, John Paul", NameParts("Smith", "John Paul", "JP")),
        ("Zoë", NameParts("Zoë")),
        ("", NameParts("")),
        ("PC 12345", NameParts("", rank="PC", number="12345")),
        ("*", NameParts("", marks=("*",))),
        ("PC 12345 J Smith", NameParts("Smith", "", "J", "PC", "12345")),
        ("SC Jones APS", NameParts("Jones", rank="SC", marks=("APS",))),
        ("PC Jones A/PS", NameParts("Jones", rank="PC", marks=("A/PS",))),
        ("Smith J 0.8", NameParts("Smith", initials="J", marks=("0.8",))),
        ("JR01 Smith J", NameParts("Smith", initials="J", marks=("JR01",))),
    ],
)
def test_a_name_is_taken_apart(written, parts):
    assert read_name(written) == parts


@pytest.mark.parametrize(
    ("written", "surname", "forenames"),
    [
        ("John Smith", "Smith", "John"),
        ("SMITH JOHN", "JOHN", "SMITH"),
        ("John Constable", "Constable", "John"),
        ("Maria de la Cruz", "de la Cruz", "Maria"),
        ("William Mc Donald", "Mc Donald", "William"),
        ("Al Smith", "Smith", "Al"),
        ("Jan van der Berg", "van der Berg", "Jan"),
        ("Kamila Smith-Jones", "Smith-Jones", "Kamila"),
        ("John Paul Smith", "Smith", "John Paul"),
    ],
)
def test_a_name_that_may_stand_the_other_way_round_says_so(written, surname, forenames):
    parts = read_name(written)
    assert (parts.surname, parts.forenames) == (surname, forenames)
    assert parts.is_reversed_possible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "Smith, John"),
        ("Smith John", "John Smith"),
        ("SMITH JOHN", "John Smith"),
        ("PC 12345 John Smith *", "Smith, John"),
        ("Zoe Cobbold", "Zoë COBBOLD"),
        ("Mc Donald, Jane", "Jane McDonald"),
        ("O’Brien, Grace", "Grace O'Brien"),
        ("J Smith", "Smith J"),
    ],
)
def test_one_name_is_wholly_like_itself(one, other):
    assert likeness(read_name(one), read_name(other)) == 1
    assert likeness(read_name(other), read_name(one)) == 1


def test_names_are_the_less_alike_the_less_agrees():
    ranked = [
        "John Smith",
        "Jonny Smith",
        "J Smith",
        "Smith",
        "Jon Smyth",
        "Jane Smith",
        "Grace O'Brien",
    ]
    known = read_name("Smith, John")
    found = [likeness(read_name(name), known) for name in ranked]
    assert found[0] == 1
    assert found == sorted(found, reverse=True)
    assert found[-1] < 0.5 < found[-2]


def test_half_of_a_double_barrelled_name_is_like_the_whole():
    married = read_name("Smith-Jones, Anna")
    assert 0.8 < likeness(read_name("Anna Smith"), married) < 1


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Bill", "William", True),
        ("Bill", "Will", True),
        ("Liz", "Elizabeth", True),
        ("Beth", "lizzie", True),
        ("Zoe", "Zoë", True),
        ("Alexander", "Alexandra", False),
        ("John", "Jane", False),
    ],
)
def test_nicknames_are_known(one, other, is_same):
    assert is_same_forename(one, other) is is_same
    assert is_same_forename(other, one) is is_same


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("00123456", "00123456"),
        (123456, "123456"),
        (123456.0, "123456"),
        ("123456.0", "123456"),
        ("'00123456", "00123456"),
        ("00 123 456", "00123456"),
        ("\u00a012345\u00a0", "12345"),
        ("PC12345", "PC12345"),
        ("pc 12345", "PC12345"),
        ("P.C. 12345", "PC12345"),
        ("21234567-2", "21234567-2"),
        ("46012345", "46012345"),
        ("#12345", "12345"),
    ],
)
def test_a_number_is_kept_as_text(written, number):
    assert read_id(written) == number


@pytest.mark.parametrize(
    "written",
    ["1.23E+07", "1.23e7", "n/a", "tbc", "-", "", None, True, 12345.5, "PC Smith", "7"],
)
def test_what_is_no_number_is_refused(written):
    refusal_of(read_id, written)


def test_a_rounded_number_says_what_is_lost():
    assert "digits" in refusal_of(read_id, "1.23E+07").wanted


SURNAMES = st.sampled_from(
    ["Smith", "O'Brien", "Mc Donald", "McDonald", "Smith-Jones", "Cobbold", "Núñez"]
)
FORENAMES = st.sampled_from(["John", "Zoë", "Anne-Marie", "Jo", "William", "Mary Ann"])
RANKS = {"": "", "PC": "PC", "SC": "SC", "A/PS": "A/PS", "Sgt.": "PS", "Para": "PARA"}
ORDERS = {
    "comma": lambda surname, forename: f"{surname}, {forename}",
    "capitals first": lambda surname, forename: f"{surname.upper()} {forename}",
    "capitals last": lambda surname, forename: f"{forename} {surname.upper()}",
    "plain": lambda surname, forename: f"{forename} {surname}",
}


@given(
    SURNAMES,
    FORENAMES,
    st.sampled_from(sorted(RANKS)),
    st.sampled_from(sorted(ORDERS)),
    st.tuples(
        st.sampled_from(["", "12345", "(12345)"]),
        st.sampled_from(["", " *", " (0.8)", " (ACT)", " *(JR01)"]),
    ),
)
def test_a_name_in_any_order_reads_to_the_same_parts(
    surname, forename, rank, order, ending
):
    number, mark = ending
    written = f"{rank} {ORDERS[order](surname, forename)} {number}{mark}"
    parts = read_name(written)
    assert collapsed(parts.surname) == collapsed(surname)
    assert parts.forenames == forename
    assert parts.rank == RANKS[rank]
    assert parts.number == number.strip("()")
    assert bool(parts.marks) is bool(mark)
