"""The table of headings: spelt as it is looked up, and near only to what is near."""

import pytest

from inputs.intake.fields import Field
from inputs.intake.shapes.headers import Standing, header_of, headers, near_miss, plain


def test_every_heading_stands_in_the_table_as_it_is_looked_up():
    assert [heading for heading in headers() if plain(heading) != heading] == []
    assert all(header_of(heading.upper()) for heading in headers())


def test_what_is_private_tells_nothing():
    private = [each for each in headers().values() if each.standing is Standing.PRIVATE]
    assert private
    assert {each.fields for each in private} == {()}


PRIVATE = """
Home Tel, NI No., D.O.B., E-mail, Date of birth (DD/MM), Level 2 Reason,
Emergency contact 1, Home address line 3, Disability (Y/N), Mobile No
"""


@pytest.mark.parametrize("text", [each.strip() for each in PRIVATE.split(",")])
def test_private_columns_are_known_in_any_spelling(text):
    header = header_of(text)
    assert header is not None
    assert header.standing is Standing.PRIVATE


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("EMPLOYEE\u00a0NUMBER", Field.ID),
        ("Collar No.", Field.ID),
        ("A/L  from", None),
        ("From 2", Field.FIRST),
        ("Start_Date", Field.FIRST),
        ("Rest (mins)", None),
        ("FTE", Field.FTE),
    ],
)
def test_headings_are_known_without_their_marks(text, field):
    header = header_of(text)
    found = header.fields[:1] if header else ()
    assert found == ((field,) if field else ())


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Absense Type", "absence type"),
        ("Surnmae", "surname"),
        ("first aid", ""),
        ("Taser", ""),
        ("AL", ""),
        ("", ""),
    ],
)
def test_only_a_slip_is_a_near_miss(text, near):
    assert near_miss(text) == near
