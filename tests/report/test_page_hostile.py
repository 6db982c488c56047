"""Whatever a book says is shown on the page, and never becomes a part of it."""

import pytest
from hypothesis import example, given, settings

from rostering.domain.signs import seen
from rostering.report.page import to_page
from tests.report.hostile import NASTY, TEXTS, dressed
from tests.report.parsed import Parsed


@pytest.fixture(scope="module")
def page_with(built):
    """The page of the rota in which everything begins with a text."""
    return lambda text: Parsed(to_page(dressed(built, text)))


@given(TEXTS)
@example("\x00\n\t\x1f")
@settings(max_examples=20)
def test_every_text_is_shown_in_every_section(page_with, text):
    page = page_with(text)
    for name in ("summary", "rota", "people", "gaps", "fairness", "audit", "notes"):
        assert seen(text) in page.sections[name], name


def test_all_nasty_texts_are_shown_as_they_are(page_with):
    for text in NASTY:
        page = page_with(text)
        assert f"{seen(text)}Ann" in page.sections["people"]


def test_names_of_both_directions_do_not_turn_what_stands_beside_them(built):
    page = to_page(dressed(built, "\N{RIGHT-TO-LEFT OVERRIDE}")).decode()
    assert page.count("<bdi>\N{RIGHT-TO-LEFT OVERRIDE}Ann</bdi>") >= 3
