"""Answers as people type them: `code LD = late`, `person J Smith = P07`."""

import re
from collections.abc import Iterable

from inputs._faults import likely
from inputs.intake.doubts import Question, Topic
from inputs.intake.fields import Field

NOTHING = "nothing"
"""Answers that a word, a column or a colour has no meaning for the book."""
NOBODY = "nobody"
"""Answers that a name is nobody of the book."""
NEW = "new"
"""Answers that somebody is not yet one of the book's people, but shall be."""
DAY_FIRST, MONTH_FIRST = "day first", "month first"
YES, NO = "yes", "no"

Said = dict[tuple[Topic, str], str]


class UnknownAnswer(ValueError):
    """An answer that settles nothing: what was typed, and what was wanted."""

    def __init__(self, typed: str, wanted: str) -> None:
        super().__init__(f"{typed}: wanted {wanted}")
        self.typed = typed
        self.wanted = wanted


def said_in(sayings: Iterable[str]) -> Said:
    """What the answers say, by topic and word in small letters.

    Raises:
        UnknownAnswer: One of them is about nothing that can be asked.
    """
    return dict(map(_said, sayings))


def _said(typed: str) -> tuple[tuple[Topic, str], str]:
    about, equals, answer = typed.rpartition("=")
    first, _, word = " ".join(about.split()).partition(" ")
    if not (equals and first and answer.strip()):
        raise UnknownAnswer(typed, "an answer such as `code LD = late`")
    try:
        topic = Topic(first.casefold())
    except ValueError:
        near = likely(first.casefold(), Topic)
        hint = f", such as {near}" if near else f": {', '.join(Topic)}"
        raise UnknownAnswer(
            typed, f"what it is about as its first word{hint}"
        ) from None
    return (topic, word.casefold()), _checked(topic, " ".join(answer.split()), typed)


def _checked(topic: Topic, answer: str, typed: str) -> str:
    """The answer, in the one spelling of those that can be given."""
    choices = _CHOICES.get(topic)
    if choices and answer.casefold() not in choices:
        raise UnknownAnswer(typed, f"one of {', '.join(choices)}")
    if topic is Topic.YEAR and not re.fullmatch("[12][0-9]{3}", answer):
        raise UnknownAnswer(typed, "a year such as 2027")
    return answer.casefold() if choices else answer


_CHOICES = {
    Topic.COLUMN: (*Field, NOTHING),
    Topic.DATES: (DAY_FIRST, MONTH_FIRST, YES, NO),
}


def saying(question: Question, answer: str) -> str:
    """The answer to the question, as it may be typed after --say."""
    about = f"{question.topic} {question.word}".strip()
    return f"{about} = {answer}"
