"""Writing a rota to the folder that somebody named, and what to say if it refuses."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rostering.cli.exits import fail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rostering.cli.opened import OpenedBook
    from rostering.domain import Rota
    from rostering.report.built import BuiltRota
    from rostering.report.writing import Written


def see_apart(out: Path, book: Path, *, as_json: bool = False) -> None:
    """See that a rota is not written among the sheets of its book; end where it is."""
    if book.is_dir() and out.resolve() == book.resolve():
        fail(
            f"{out} is the folder of the book; a rota in it would be read as sheets.",
            f"Name another folder: --out {out / 'rota'}",
            as_json=as_json,
        )


def ready_for_rota(out: Path, book: Path, *, as_json: bool = False) -> None:
    """See that a rota of the book can be written there; end where it cannot."""
    from rostering.report.files import make_ready

    see_apart(out, book, as_json=as_json)
    try:
        make_ready(out)
    except OSError as refusal:
        cannot_write(out, refusal, as_json=as_json)


def write_built(built: "BuiltRota", out: Path, *, as_json: bool = False) -> "Written":
    """Write all files of the rota, or none; end where they cannot be written."""
    from rostering.report.writing import write_rota

    ready_for_rota(out, built.book, as_json=as_json)
    try:
        return write_rota(built, out)
    except OSError as refusal:
        cannot_write(out, refusal, as_json=as_json)


def write_as_it_stands(
    rota: "Rota",
    opened: "OpenedBook",
    out: Path,
    *,
    told: "Mapping[str, object] | None" = None,
    as_json: bool = False,
) -> "Written":
    """Audit and write a rota that no search has made.

    Args:
        rota: However it was made.
        opened: Its book.
        out: The folder to write to.
        told: How and why it was changed, for its rota.json.
        as_json: How to tell what is wrong.
    """
    return write_built(built_as_it_stands(rota, opened, told), out, as_json=as_json)


def built_as_it_stands(
    rota: "Rota", opened: "OpenedBook", told: "Mapping[str, object] | None" = None
) -> "BuiltRota":
    """A rota that no search has made, audited, with all that its files tell.

    Args:
        rota: However it was made.
        opened: Its book.
        told: How and why it was changed, for its rota.json.
    """
    from rostering.report.as_it_stands import as_it_stands

    built = as_it_stands(rota, opened.path, opened.files, opened.rules)
    return replace(built, repair=told, weights=opened.weights, held=opened.held)


def names_of(written: "Written | None") -> list[str]:
    """The files that were written, for other programs."""
    return [] if written is None else [str(path) for path in written.files]


def cannot_write(folder: Path, refusal: OSError, *, as_json: bool) -> NoReturn:
    """End where a folder refuses what is to be written to it."""
    if isinstance(refusal, FileExistsError | NotADirectoryError):
        said = f"{folder} is no folder: there is a file of that name, or on the way."
        advice = "Name another folder: --out FOLDER"
    else:
        said = f"{folder} cannot be written to ({refusal.strerror})."
        advice = "Close its files if they are open, or name another: --out FOLDER"
    fail(said, advice, as_json=as_json)
