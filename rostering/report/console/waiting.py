"""What waits of imports until somebody answers."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from inputs.intake.memory.waiting import Waiting
from inputs.intake.surveys import asked_in
from rostering.report.console.intake import FIRST_FEW, doubts_shown, questions_shown
from rostering.report.console.screen import counted, heading
from rostering.report.intake import doubt_document, question_document


def waiting_shown(
    waiting: Sequence[Waiting], book: Path, *, whole: bool = False
) -> Iterator[RenderableType]:
    """The doubts that wait, source by source, and how to answer them."""
    most = None if whole else FIRST_FEW
    for each in waiting:
        count = counted(len(each.doubts), "doubt")
        source = "" if each.source == each.file else f" ({each.source})"
        yield heading(f"Waiting: {count} of the import of {each.file}{source}")
        yield from questions_shown(asked_in(each.doubts), most)
        yield from doubts_shown([d for d in each.doubts if not d.question], most)
    if waiting:
        yield Text(
            "Their rows are not in the book. Answer with --say or correct the cells, "
            f"then give the file once more: rota import FILE --into {book}"
        )
        yield Text()


def waiting_document(waiting: Sequence[Waiting]) -> list[dict[str, object]]:
    """The same for other programs."""
    return [
        {
            "source": each.source,
            "file": each.file,
            "questions": [question_document(asked) for asked in asked_in(each.doubts)],
            "doubts": [doubt_document(doubt) for doubt in each.doubts],
        }
        for each in waiting
    ]
