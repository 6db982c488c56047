"""`rota new`: an empty book to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from rostering.cli.exits import fail

EXAMPLE = "rota new mybook"


def new(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Where to write it; made if need be."),
    ],
) -> None:
    """Write an empty book: every sheet, with a comment on each column.

    Columns that hold one of a few words have lists to choose from, and every rule
    stands on the Rules sheet as it is set when a book says nothing of it.
    """
    from inputs import SHEETS, template
    from rostering.report.console import screen
    from rostering.rulebook import default_settings

    try:
        written = template.write(folder, default_settings(), _meanings())
    except FileExistsError as there:
        fail(
            f"{there.filename or there} is there already, and was left as it is.",
            "Give a folder that has no book yet: rota new another-folder",
        )
    except OSError as refusal:
        fail(
            f"{folder} cannot be written to ({refusal.strerror}).",
            "Give a folder in which you may write: rota new another-folder",
        )
    console = screen()
    console.print(f"Written: {written}")
    needed = [form.name for form in SHEETS if form.required]
    console.print(f"Fill in the sheets with dark tabs first: {', '.join(needed)}.")
    console.print(
        "All others may stay empty. Point at the head of a column to read what it "
        "holds; dark ones are needed. Volunteers work only in the time that the sheet "
        "Availability offers."
    )
    console.print(f"Then: rota check {folder}")


def _meanings() -> dict[str, str]:
    """What each rule is called and asks, by its code."""
    from constraints import RULES
    from rostering.report.rule_text import text_of

    return {
        code: f"{rule.title}. {text_of(rule).sentence}" for code, rule in RULES.items()
    }
