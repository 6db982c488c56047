"""What an import read, how it understood it and what waits, before it is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from inputs.intake import Asked, FileSurvey, ImportKind, saying
from inputs.intake.doubts import Doubt, Passed, Topic
from inputs.intake.entries import Shape
from inputs.intake.sayings import NOTHING
from inputs.intake.wanted import Certainty, Understanding
from rostering.domain import Fault
from rostering.domain.time import day_in_words
from rostering.report.console.faults import fault_table
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    counted,
    heading,
    indented,
    table,
)

FIRST_FEW = 8
"""How many lines of a list are shown unless all are asked for."""
_SHOWN_CHOICES = 4


def file_shown(file: FileSurvey, *, whole: bool = False) -> Iterator[RenderableType]:
    """One file: what it is, what was understood of it, and what waits."""
    most = None if whole else FIRST_FEW
    yield heading(_title(file))
    yield Text()
    yield from _counts(file)
    yield Text()
    yield from understood_shown(file.understood, most)
    yield from _remarks(file, most)
    yield from questions_shown(file.questions, most)
    yield from doubts_shown([x for x in file.doubts if x.question is None], most)
    yield from _passed(file, most)


def _title(file: FileSurvey) -> str:
    """What the file was taken for, and why; or how to say it."""
    if file.kind is None:
        named = " or ".join(f"`{kind}`" for kind in ImportKind)
        return f"{file.source.file}: {file.why_kind}. Before it, say {named}."
    side = f"; {file.side}" if file.side else ""
    return f"{file.source.file}: {file.kind}, {file.why_kind}{side}"


def _counts(file: FileSurvey) -> Iterator[Text]:
    """How much was read and what became of it; the days; the people."""
    is_list = all(block.shape is Shape.LIST for block in file.blocks)
    read = counted(file.read, "row" if is_list else "cell")
    said = f"Read {read}: {file.used} to be used"
    said += f", {file.refused} waiting, {file.passed_over} passed over."
    yield Text(said, style=DOUBTFUL if file.refused else DONE)
    rows = Counter(row.sheet for row in file.rows)
    made = (f"{number} of {sheet}" for sheet, number in sorted(rows.items()))
    if rows:
        yield Text(f"Rows for the book: {', '.join(made)}.")
    if file.period is not None:
        first, last = map(day_in_words, file.period)
        yield Text(f"Days: {first} to {last}.")
    people = file.people
    if people.matched or people.new or people.ambiguous:
        yield Text(
            f"People: {len(people.matched)} known, {len(people.new)} new, "
            f"{len(people.ambiguous)} not certain."
        )


def understood_shown(
    understood: Sequence[Understanding], most: int | None
) -> Iterator[RenderableType]:
    """What words were taken for, those first that are the least sure."""
    if not understood:
        return
    yield heading("Understood:")
    ranked = sorted(understood, key=lambda each: _SURENESS[each.certainty])
    by_topic: dict[str, list[Understanding]] = {}
    for each in ranked:
        by_topic.setdefault(each.topic, []).append(each)
    made = table("what", "in the file", "taken for", "how sure", "cells", "first")
    made.columns[4].justify = "right"
    for column in (made.columns[0], made.columns[3], made.columns[5]):
        column.no_wrap = True
    hidden = 0
    for topic, its in by_topic.items():
        for each in its[:most]:
            made.add_row(*_understanding(topic, each))
        hidden += len(its[len(its[:most]) :])
    yield indented(made)
    yield from and_more(hidden)
    yield Text()


_SURENESS = {Certainty.GUESSED: 0, Certainty.SAID: 1, Certainty.KNOWN: 2}


def _understanding(topic: str, each: Understanding) -> Iterator[Text]:
    is_guess = each.certainty is Certainty.GUESSED
    yield Text(topic)
    yield Text(each.word)
    yield Text(each.meaning)
    yield Text(each.certainty, style=DOUBTFUL if is_guess else "")
    yield Text(str(each.count))
    yield Text(f"{each.first.sheet}!{each.first.cell}")


def questions_shown(
    questions: Sequence[Asked], most: int | None
) -> Iterator[RenderableType]:
    """The open questions, each with the words that would answer it."""
    if not questions:
        return
    yield Text(f"{counted(len(questions), 'question')} open", style=DOUBTFUL)
    made = table("to answer", "cells", "first", "may be")
    made.columns[1].justify = "right"
    made.columns[2].no_wrap = True
    for asked in questions[:most]:
        made.add_row(*_question(asked))
    yield indented(made)
    yield from and_more(len(questions) - len(questions[:most]))
    yield Text()


def _question(asked: Asked) -> Iterator[Text]:
    question = asked.question
    yield Text(f'--say "{saying(question, question.likely or "…")}"')
    yield Text(str(asked.count))
    yield Text(f"{asked.first.sheet}!{asked.first.cell}")
    few = question.shown[:_SHOWN_CHOICES]
    more = " …" if len(few) < len(question.choices) else ""
    yield Text(", ".join(few) + more if few else examples(question.topic))


def examples(topic: Topic) -> str:
    """What answers to questions of the topic look like."""
    return _EXAMPLES.get(topic, f"a name from the book, or {NOTHING}")


_EXAMPLES = {
    Topic.CODE: f"such as late, rest, annual or {NOTHING}",
    Topic.COLOUR: f"such as annual, sick, training or {NOTHING}",
    Topic.COLUMN: f"such as id, name, from or {NOTHING}",
    Topic.PERSON: "an id from the book, or nobody",
    Topic.TURN: "such as 07:00-15:00",
    Topic.YEAR: "such as 2027",
    Topic.BLANK: "such as rest",
    Topic.FILL: "what that column of the book shall hold",
}


def doubts_shown(doubts: Sequence[Doubt], most: int | None) -> Iterator[RenderableType]:
    """Cells that must be put right one by one."""
    if not doubts:
        return
    cells = counted(len(doubts), "cell")
    yield Text(f"{cells} to put right in the file", style=DOUBTFUL)
    yield indented(fault_table(map(_fault, doubts[:most])))
    yield from and_more(len(doubts) - len(doubts[:most]))
    yield Text()


def _fault(doubt: Doubt) -> Fault:
    return Fault(doubt.place, doubt.found, doubt.wanted, doubt.likely)


def _remarks(file: FileSurvey, most: int | None) -> Iterator[RenderableType]:
    if file.remarks:
        yield heading(f"Noticed: {counted(len(file.remarks), 'thing')}")
        yield indented(fault_table(file.remarks[:most]))
        yield from and_more(len(file.remarks) - len(file.remarks[:most]))
        yield Text()


def _passed(file: FileSurvey, most: int | None) -> Iterator[RenderableType]:
    """Why cells were passed over, and how many for each reason."""
    if not file.passed:
        return
    yield heading(f"Passed over: {counted(len(file.passed), 'cell')}")
    made = table("because", "cells", "first", "what stands there")
    made.columns[1].justify = "right"
    made.columns[2].no_wrap = True
    by_reason: dict[str, list[Passed]] = {}
    for passed in file.passed:
        by_reason.setdefault(passed.because, []).append(passed)
    ranked = sorted(by_reason.items(), key=lambda pair: -len(pair[1]))
    for because, cells in ranked[:most]:
        first = cells[0].place
        at = f"{first.sheet}!{first.cell}"
        made.add_row(Text(because), str(len(cells)), at, Text(_some(cells)))
    yield indented(made)
    yield from and_more(len(ranked) - len(ranked[:most]))
    yield Text()


def _some(cells: Iterable[Passed]) -> str:
    """A few of the words that stand in the cells."""
    words = dict.fromkeys(passed.found for passed in cells if passed.found)
    few = list(words)[:_SHOWN_CHOICES]
    return ", ".join(few) + (" …" if len(few) < len(words) else "")


def and_more(hidden: int) -> Iterator[Text]:
    """How many lines are not shown, if any."""
    if hidden:
        yield Text(f"  … and {hidden} more (--all shows them)", style=FAINT)
