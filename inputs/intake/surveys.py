"""What a sender's files say, before anything of it is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from inputs.intake.cells import Source
from inputs.intake.doubts import Doubt, Passed, Question
from inputs.intake.entries import Block
from inputs.intake.recipe import Recipe
from inputs.intake.standing import Standing
from inputs.intake.wanted import ImportKind, Understanding, Wanted
from rostering.domain import Fault, Place


@dataclass(frozen=True)
class PeopleFound:
    """Whom a file speaks of."""

    matched: tuple[str, ...] = ()
    """Ids of people of the book."""
    new: tuple[str, ...] = ()
    """Names of people whom the file would add to the book."""
    ambiguous: tuple[str, ...] = ()
    """Words that could mean several people, or nobody yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that stands open, and how much waits for its answer."""

    question: Question
    count: int
    """In how many cells."""
    first: Place


@dataclass(frozen=True)
class FileSurvey:
    """One file: what was understood, what waits and what would be written."""

    source: Source
    kind: ImportKind | None
    """None where it could not be told: nothing was read then."""
    why_kind: str
    recipe: Recipe
    blocks: tuple[Block, ...] = ()
    rows: tuple[Wanted, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    passed: tuple[Passed, ...] = ()
    understood: tuple[Understanding, ...] = ()
    people: PeopleFound = field(default_factory=PeopleFound)
    period: tuple[date, date] | None = None
    """The first and the last day of which its rows speak."""
    remarks: tuple[Fault, ...] = ()
    read: int = 0
    """How many rows of lists and cells of grids there are: used, refused or passed."""
    used: int = 0
    refused: int = 0
    """How many wait until their doubts are settled."""
    side: str = ""
    """ambulance, police or specials, as codes and names are read; or nothing."""

    @property
    def passed_over(self) -> int:
        """How many of those read are no part of what was asked for."""
        return self.read - self.used - self.refused

    @property
    def questions(self) -> tuple[Asked, ...]:
        """The open questions, those first for which most waits."""
        return asked_in(self.doubts)


def asked_in(doubts: Iterable[Doubt]) -> tuple[Asked, ...]:
    """The questions of some doubts, those first for which most waits."""
    found: dict[tuple[str, str], Asked] = {}
    for doubt in doubts:
        if doubt.question is None:
            continue
        key = doubt.question.topic.value, doubt.question.word.casefold()
        before = found.get(key, Asked(doubt.question, 0, doubt.place))
        found[key] = Asked(before.question, before.count + 1, before.first)
    return tuple(sorted(found.values(), key=lambda asked: -asked.count))


@dataclass(frozen=True)
class Survey:
    """All files of one import."""

    book: Path
    files: tuple[FileSurvey, ...]
    paths: Mapping[str, Path] = field(default_factory=dict)
    """Where each file lies, by its name."""
    standing: Standing | None = field(default=None, repr=False)
    """The book as it was read for this."""

    @property
    def rows(self) -> tuple[Wanted, ...]:
        """The rows of all files."""
        return tuple(row for file in self.files for row in file.rows)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The doubts of all files."""
        return tuple(doubt for file in self.files for doubt in file.doubts)

    @property
    def questions(self) -> tuple[Asked, ...]:
        """The open questions of all files."""
        return asked_in(self.doubts)
