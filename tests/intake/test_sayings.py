import pytest

from inputs.intake.doubts import Question, Topic
from inputs.intake.sayings import UnknownAnswer, said_in, saying


def test_an_answer_has_a_topic_a_word_and_a_meaning():
    said = said_in(["code LD = late", "person J  Smith = P07", "year = 2027"])
    assert said == {
        (Topic.CODE, "ld"): "late",
        (Topic.PERSON, "j smith"): "P07",
        (Topic.YEAR, ""): "2027",
    }


def test_the_last_equals_sign_parts_the_word_from_its_meaning():
    assert said_in(["code =A = late"]) == {(Topic.CODE, "=a"): "late"}


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", "an answer such as"),
        ("code LD", "an answer such as"),
        ("code LD =", "an answer such as"),
        ("= late", "an answer such as"),
        ("cod LD = late", "such as code"),
        ("zzz LD = late", "column, code"),
        ("dates = backwards", "day first, month first"),
        ("year = 27", "a year such as 2027"),
        ("column Nr = ids", "id, name"),
    ],
)
def test_an_answer_about_nothing_says_what_is_wanted(typed, wanted):
    with pytest.raises(UnknownAnswer, match=wanted):
        said_in([typed])


def test_an_answer_is_typed_as_it_is_printed():
    question = Question(Topic.CODE, "LD")
    assert said_in([saying(question, "late")]) == {(Topic.CODE, "ld"): "late"}
    assert saying(Question(Topic.YEAR, ""), "2027") == "year = 2027"
