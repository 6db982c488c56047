"""Answers in JSON, also where a command line is not understood."""

import sys
from typing import NoReturn

from typer import Typer
from typer.exceptions import TyperException

from rostering.cli.exits import Exit, say_json

OPTION = "--json"


def is_json_asked_for() -> bool:
    """Whether the command line asks for JSON."""
    return OPTION in sys.argv[1:]


def answer_in_json(app: Typer) -> NoReturn:
    """Run the command; a command line that is not understood is told in JSON."""
    try:
        code = app(prog_name="rota", standalone_mode=False)
    except TyperException as wrong:
        said = getattr(wrong, "format_message", wrong.__str__)()
        say_json({"error": said, "advice": "`rota --help` lists what can be asked."})
        sys.exit(Exit.BAD_INPUT)
    sys.exit(code or Exit.DONE)
