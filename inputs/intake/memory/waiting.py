"""Doubts that wait for an answer, kept beside the book until they are settled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from inputs.beside import waiting_path
from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.memory.keeping import Json, damaged, load
from rostering.domain import Place

LONGEST = 40
"""How much of a cell is kept: a longer text may tell what is nobody's business."""
_NATIONAL_INSURANCE = re.compile(r"(?i)\b[a-z]{2} ?([0-9]{2} ?){3}[a-d]\b")


@dataclass(frozen=True)
class Waiting:
    """What waits of one source."""

    source: str
    file: str
    """The file that was imported last."""
    doubts: tuple[Doubt, ...]


def waiting(book: Path) -> tuple[Waiting, ...]:
    """What waits beside a book, by source; nothing where nothing was imported.

    Raises:
        BadInputs: It can no longer be read.
    """
    path = waiting_path(book)
    held = load(path)
    try:
        return tuple(_waiting(source, words) for source, words in sorted(held.items()))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise damaged(path) from None


def waiting_with(
    before: Iterable[Waiting], now: Iterable[Waiting]
) -> tuple[Waiting, ...]:
    """What waits after an import: of its own sources only what it has left."""
    by_source = {each.source: each for each in (*before, *now)}
    return tuple(each for _, each in sorted(by_source.items()) if each.doubts)


def document_of(waiting: Iterable[Waiting]) -> Json:
    """What waits, as it is kept."""
    return {
        each.source: {
            "file": each.file,
            "doubts": [_document(doubt) for doubt in each.doubts],
        }
        for each in waiting
    }


def _document(doubt: Doubt) -> Json:
    place, question = doubt.place, doubt.question
    if question and question.word and not _discreet(question.word):
        question = None
    return {
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "found": _discreet(doubt.found),
        "wanted": doubt.wanted,
        "likely": doubt.likely,
        "question": question
        and {
            "topic": question.topic.value,
            "word": question.word,
            "choices": list(question.choices),
            "likely": question.likely,
        },
    }


def _discreet(text: str) -> str:
    """What may be kept of a cell: its address says where to read the rest."""
    is_private = len(text) > LONGEST or _NATIONAL_INSURANCE.search(text)
    return "" if is_private else text


def _waiting(source: str, held: Json) -> Waiting:
    return Waiting(source, held["file"], tuple(map(_doubt, held["doubts"])))


def _doubt(held: Json) -> Doubt:
    asked = held["question"]
    return Doubt(
        Place(held["file"], held["sheet"], held["cell"]),
        held["found"],
        held["wanted"],
        held["likely"],
        asked
        and Question(
            Topic(asked["topic"]),
            asked["word"],
            tuple(asked["choices"]),
            asked["likely"],
        ),
    )
