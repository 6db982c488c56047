"""What could not be taken waits beside the book until it is answered."""

import pytest

from inputs import BadInputs
from inputs.beside import folder_of
from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.memory.waiting import LONGEST, waiting
from rostering.domain import Place
from tests.inputs.books import small_book, write_csv
from tests.intake.sent import doubt, imported, leave

PLACE = Place("sent.xlsx", "Sheet1", "A9")
ASKED = Doubt(
    PLACE, "LD", "a code", "late", Question(Topic.CODE, "LD", ("late", "day"), "late")
)


@pytest.fixture
def book(tmp_path):
    return write_csv(tmp_path / "book", small_book())


def test_nothing_waits_where_nothing_was_imported(book):
    assert waiting(book) == ()


def test_doubts_wait_as_they_are(book):
    imported(book, leave(doubts=(ASKED, doubt("A10"))))
    (each,) = waiting(book)
    assert (each.source, each.file) == ("HR leave", "sent.xlsx")
    assert each.doubts == (ASKED, doubt("A10"))


def test_doubts_against_the_book_wait_too(book):
    imported(book, leave("P01 | annual | 06/01/2027 | 08/01/2027"))
    (each,) = waiting(book)
    assert "[Leave.csv]Leave!D2" in each.doubts[0].wanted


def test_the_next_import_of_a_source_replaces_its_doubts_and_no_others(book):
    imported(book, leave(doubts=(ASKED,)), leave(source="Chart", doubts=(doubt(),)))
    assert [each.source for each in waiting(book)] == ["Chart", "HR leave"]
    imported(book, leave(doubts=(doubt("B3"),)))
    assert [each.doubts for each in waiting(book)] == [(doubt(),), (doubt("B3"),)]
    imported(book, leave(), leave(source="Chart"))
    assert waiting(book) == ()
    assert not (folder_of(book) / "waiting.json").exists()


@pytest.mark.parametrize(
    "found",
    ["Zumba QQ 12 34 56 C", "qq123456c", "slipped disc, " * 4, "x" * (LONGEST + 1)],
)
def test_of_a_cell_that_may_tell_more_only_the_address_is_kept(book, found):
    question = Question(Topic.CODE, found)
    private = Doubt(PLACE, found, "a kind of leave", question=question)
    imported(book, leave(doubts=(private,)))
    (each,) = waiting(book)
    assert each.doubts == (Doubt(PLACE, "", "a kind of leave"),)


@pytest.mark.parametrize("spoilt", ["", "{", '{"HR leave": {}}', '{"HR leave": []}'])
def test_what_was_spoilt_by_hand_is_told_of(book, spoilt):
    imported(book, leave(doubts=(ASKED,)))
    (folder_of(book) / "waiting.json").write_text(spoilt)
    with pytest.raises(BadInputs, match=r"imports/waiting\.json"):
        waiting(book)
