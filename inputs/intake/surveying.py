"""From files as they come to what an import of them would say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from inputs.intake.answers import settled
from inputs.intake.cells import Source
from inputs.intake.doubts import Doubt, Topic
from inputs.intake.entries import Block
from inputs.intake.kinds import outcomes_of, passed_of, rows_of
from inputs.intake.kinds.desk import Desk
from inputs.intake.kinds.guess import KindFound, kind_of
from inputs.intake.kinds.sides import side_of
from inputs.intake.kinds.words import BookWords
from inputs.intake.memory.recipes import Recognition, recipe_for, recipes_of
from inputs.intake.opening import open_source
from inputs.intake.people.matching import People
from inputs.intake.people.persons import people_standing, people_wanted
from inputs.intake.recipe import Recipe
from inputs.intake.remarks import (
    blanks_understood,
    columns_understood,
    layout_remarks,
    note_remarks,
    period_of,
)
from inputs.intake.sayings import Said, said_in
from inputs.intake.shapes import blocks_in
from inputs.intake.standing import Standing, standing_of
from inputs.intake.surveys import FileSurvey, PeopleFound, Survey
from inputs.intake.wanted import ImportKind, Wanted
from inputs.reading import BadInputs
from rostering.domain import Fault


def survey(
    files: Sequence[Path],
    book: Path,
    *,
    kind: ImportKind | None = None,
    say: Iterable[str] = (),
    source: str = "",
) -> Survey:
    """Read files for a book; nothing is written.

    Args:
        files: As they came: workbooks, old or new, or text.
        book: The book that they are read for; a new one may be empty.
        kind: What to take from them; None to tell by each file itself.
        say: Answers such as `code LD = late`; they go before what was said earlier.
        source: By which name the files' recipe is kept; empty to tell by their layout.

    Raises:
        BadInputs: A file, or one of the book's, cannot be opened at all.
        UnknownAnswer: One of the answers is about nothing that can be asked.
    """
    said = said_in(say)
    sources = _opened(files)
    surveyor = _Surveyor(standing_of(book), said, kind, source)
    read = tuple(map(surveyor.survey, sources))
    paths = {path.name: path for path in files}
    return Survey(book, read, paths, surveyor.standing)


def _opened(files: Iterable[Path]) -> list[Source]:
    """Every file, or every fault in those that cannot be opened."""
    sources = list[Source]()
    faults = list[Fault]()
    for path in files:
        try:
            sources.append(open_source(path))
        except BadInputs as bad:
            faults += bad.faults
    if faults:
        raise BadInputs(tuple(faults))
    return sources


@dataclass
class _Surveyor:
    """Reads one file after the other; people of an earlier file are known later."""

    standing: Standing
    said: Said
    kind: ImportKind | None
    name: str
    newcomers: list[Wanted] = field(default_factory=list)

    def survey(self, source: Source) -> FileSurvey:
        """One file, with the answers that stand in it."""
        found = self._read(source, self.said)
        if source.answers:
            answers = settled(source, found.doubts)
            again = self._read(answers.source, {**answers.said, **self.said})
            found = replace(again, remarks=(*again.remarks, *answers.remarks))
        self.newcomers += [row for row in found.rows if row.sheet == "People"]
        return found

    def _read(self, source: Source, said: Said) -> FileSurvey:
        known = people_standing(self.standing)
        people = People((*known, *people_wanted(self.newcomers, self.standing)))
        layout = self._layout(source, said, people)
        if layout.kind is None:
            return layout.unread(source)
        desk = Desk(
            source=source,
            recipe=layout.known.recipe,
            kind=layout.kind,
            side=layout.side,
            words=BookWords(self.standing.book),
            people=people,
        )
        return _survey_of(desk, layout)

    def _layout(self, source: Source, said: Said, people: People) -> "_Layout":
        """The file's blocks, its recipe, its kind and its side."""
        blocks = blocks_in(source, Recipe(said=said))
        side = side_of(blocks, people)
        found = KindFound(self.kind, "as asked for")
        if self.kind is None:
            found = kind_of(blocks, side)
        new = Recipe(name=self.name, side=side, file=source.file, said=said)
        known = recipe_for(self.standing.path, blocks, found.kind, new)
        if known.recipe.said != said:
            blocks = blocks_in(source, known.recipe)
        if found.kind is None and not known.is_new:
            kept = recipes_of(self.standing.path)
            kind = next(r.kind for r in kept if r.name == known.recipe.name)
            found = KindFound(kind, f"as earlier files of {known.recipe.name}")
            known = replace(known, recipe=replace(known.recipe, kind=kind))
        return _Layout(blocks, side, found, known)


@dataclass(frozen=True)
class _Layout:
    """What a file's layout tells before its entries are read."""

    blocks: tuple[Block, ...]
    side: str
    found: KindFound
    known: Recognition

    @property
    def kind(self) -> ImportKind | None:
        """What is taken from the file."""
        return self.found.kind

    def unread(self, source: Source) -> FileSurvey:
        """The survey of a file of which nothing tells what to take from it."""
        return FileSurvey(
            source,
            None,
            self.found.why,
            self.known.recipe,
            self.blocks,
            doubts=_doubts_of_blocks(self.blocks),
            passed=tuple(passed for block in self.blocks for passed in block.passed),
            remarks=source.remarks,
            read=sum(len(block.entries) for block in self.blocks),
        )


def _survey_of(desk: Desk, layout: _Layout) -> FileSurvey:
    """Every entry read, and what there is to say of it."""
    outcomes = outcomes_of(desk, layout.blocks)
    rows = rows_of(outcomes)
    doubts = [doubt for outcome in outcomes for doubt in outcome.doubts]
    doubts += _doubts_of_blocks(layout.blocks)
    passed = [passed for block in layout.blocks for passed in block.passed]
    understood = [*columns_understood(layout.blocks, desk.recipe)]
    understood += desk.tally.understood()
    understood += blanks_understood(layout.blocks, desk.recipe)
    return FileSurvey(
        source=desk.source,
        kind=desk.kind,
        why_kind=layout.found.why,
        recipe=desk.recipe,
        blocks=layout.blocks,
        rows=rows,
        doubts=tuple(dict.fromkeys(doubts)),
        passed=(*passed, *passed_of(outcomes)),
        understood=tuple(understood),
        people=_people(desk, rows, doubts),
        period=period_of(rows),
        remarks=(
            *desk.source.remarks,
            *layout_remarks(layout.known),
            *note_remarks(layout.blocks),
        ),
        read=len(outcomes),
        used=sum(outcome.is_used for outcome in outcomes),
        refused=sum(bool(outcome.doubts) for outcome in outcomes),
        side=desk.side,
    )


def _doubts_of_blocks(blocks: Iterable[Block]) -> tuple[Doubt, ...]:
    return tuple(doubt for block in blocks for doubt in block.doubts)


def _people(desk: Desk, rows: Iterable[Wanted], doubts: Iterable[Doubt]) -> PeopleFound:
    """Whom the file speaks of, as far as that is certain."""
    new = {
        str(row.values["id"]): str(row.values["name"])
        for row in rows
        if row.sheet == "People" and row.values["id"] not in desk.words.people
    }
    questions = [doubt.question for doubt in doubts if doubt.question]
    words = (asked.word for asked in questions if asked.topic is Topic.PERSON)
    matched = tuple(person for person in desk.met if person not in new)
    return PeopleFound(matched, tuple(new.values()), tuple(dict.fromkeys(words)))
