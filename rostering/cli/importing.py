"""Carrying out an import: reading, asking, showing, and writing once agreed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from rostering.cli.exits import Exit, bad_input, fail, say_json

if TYPE_CHECKING:
    from rich.console import Console

    from inputs.intake import ImportKind, Survey
    from inputs.intake.changes import Changes


@dataclass(frozen=True)
class Wish:
    """What is to be imported, as the command line says."""

    files: tuple[Path, ...]
    book: Path
    kind: "ImportKind | None" = None
    say: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Manner:
    """How it is to be gone about."""

    is_asking: bool
    """Whether somebody is there to answer."""
    is_writing: bool
    """Whether to write without asking."""
    is_whole: bool
    """Whether every list is shown to its end."""
    as_json: bool
    is_dry: bool = False
    """Whether nothing shall be written whatever is agreed."""


def run_import(wish: Wish, manner: Manner, marked: Path | None) -> None:
    """Read the files, show what they say, and write it once that is agreed."""
    from rostering.report.console import screen

    console = screen(stderr=manner.as_json)
    survey = _read(wish, manner, console)
    _show(survey, manner, console)
    if manner.is_asking:
        survey = _settled(survey, wish, manner, console)
    with _working(console, "Comparing with the book"):
        changes = _changes(survey, manner)
    if not manner.as_json:
        from rostering.report.console.changes import changes_shown

        console.print(*changes_shown(changes, whole=manner.is_whole), sep="\n")
    if marked is not None:
        _mark(survey, changes, marked, manner, console)
    is_written = _is_agreed(changes, manner)
    if is_written:
        _write(changes, manner)
    _tell_end(survey, changes, manner, console, is_written=is_written)


def put_back(book: Path, *, as_json: bool) -> None:
    """Undo the last import and say what was put back."""
    from inputs import BadInputs
    from inputs.intake.writing import undo
    from rostering.report.console import screen

    try:
        files = [path.name for path in undo(book)]
    except BadInputs as bad:
        bad_input(bad.faults, as_json=as_json)
    except OSError as refusal:
        _fail_to_write(refusal, as_json=as_json)
    if as_json:
        say_json({"put_back": files})
    else:
        screen().print(f"As before the last import again: {', '.join(files)}")


def _read(wish: Wish, manner: Manner, console: "Console") -> "Survey":
    from inputs import BadInputs
    from inputs.intake import UnknownAnswer, survey

    try:
        with _working(console, "Reading"):
            return survey(
                wish.files,
                wish.book,
                kind=wish.kind,
                say=wish.say,
                source=wish.source,
            )
    except BadInputs as bad:
        bad_input(bad.faults, as_json=manner.as_json)
    except UnknownAnswer as unknown:
        said = f'Not understood: --say "{unknown.typed}"'
        fail(said, f"Wanted: {unknown.wanted}.", as_json=manner.as_json)


def _show(survey: "Survey", manner: Manner, console: "Console") -> None:
    from rostering.report.console.intake import file_shown

    if manner.as_json:
        return
    for file in survey.files:
        console.print(*file_shown(file, whole=manner.is_whole), sep="\n")


def _settled(
    survey: "Survey", wish: Wish, manner: Manner, console: "Console"
) -> "Survey":
    """The survey once every question was asked that stands open, also new ones."""
    from rostering.cli.asking import Interview

    interview = Interview(console)
    while said := interview.about(survey.questions):
        wish = replace(wish, say=(*wish.say, *said))
        survey = _read(wish, manner, console)
    if interview.has_answers:
        _show(survey, manner, console)
    return survey


def _changes(survey: "Survey", manner: Manner) -> "Changes":
    from inputs import BadInputs
    from inputs.intake.changes.working_out import changes

    try:
        return changes(survey.book, survey.files, survey.standing)
    except BadInputs as bad:
        bad_input(bad.faults, as_json=manner.as_json)


def _mark(
    survey: "Survey", changes: "Changes", out: Path, manner: Manner, console: "Console"
) -> None:
    """Write the file again with its doubts, those against the book among them."""
    from inputs import BadInputs
    from inputs.intake.marking import mark

    (file,) = survey.files
    doubts = (*file.doubts, *changes.doubts)
    try:
        written = mark(survey.paths[file.source.file], file.source, doubts, out)
    except BadInputs as bad:
        bad_input(bad.faults, as_json=manner.as_json)
    except OSError as refusal:
        found = f"{out} cannot be written ({refusal.strerror})."
        fail(found, "Give another path after --marked.", as_json=manner.as_json)
    if not manner.as_json:
        console.print(f"Marked, to be sent back: {written}")


def _is_agreed(changes: "Changes", manner: Manner) -> bool:
    """Whether to write: what waits is remembered too, where the book stays as it is."""
    if manner.is_writing or not manner.is_asking:
        return manner.is_writing
    rows = len(changes.added) + len(changes.changed) + len(changes.gone)
    what = f"these {rows} changes to the book" if rows else "down what waits"
    return typer.confirm(f"Write {what}?", default=False)


def _write(changes: "Changes", manner: Manner) -> None:
    from inputs import BadInputs
    from inputs.intake.writing import write

    try:
        write(changes)
    except BadInputs as bad:
        bad_input(bad.faults, as_json=manner.as_json)
    except OSError as refusal:
        _fail_to_write(refusal, as_json=manner.as_json)


def _fail_to_write(refusal: OSError, *, as_json: bool) -> NoReturn:
    said = f"The book cannot be written ({refusal.strerror}); it is as it was."
    advice = "Close it in other programs, and see that you may write there."
    fail(said, advice, as_json=as_json)


def _tell_end(
    survey: "Survey",
    changes: "Changes",
    manner: Manner,
    console: "Console",
    *,
    is_written: bool,
) -> None:
    """Say whether the book was written, and what to do next."""
    if manner.as_json:
        from rostering.report.intake import import_document

        say_json(import_document(survey, changes, is_written=is_written))
    elif is_written and changes.is_empty:
        console.print("The book is as it was; what waits is remembered beside it.")
    elif is_written:
        console.print(f"Written to {survey.book}. Next: rota check {survey.book}")
        console.print(f"To take it back: rota import --undo --into {survey.book}")
    else:
        console.print(f"Nothing was written to {survey.book}.")
        if not manner.is_asking and not changes.is_empty:
            how = "without --dry-run, and" if manner.is_dry else ""
            said = " ".join(f"The same command {how} with --yes".split())
            console.print(f"{said} writes what is certain.")
    unknown = [file for file in survey.files if file.kind is None]
    if unknown:
        raise typer.Exit(Exit.BAD_INPUT)


@contextmanager
def _working(console: "Console", what: str) -> Iterator[None]:
    """Say on a terminal that something is being done."""
    if not console.is_terminal:
        yield
        return
    with console.status(what):
        yield
