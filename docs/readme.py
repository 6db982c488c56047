"""The parts of the README and of docs that are made from the code by `make docs`."""

import shlex
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir
from io import StringIO
from pathlib import Path

from rich.console import Console, RenderableType
from typer.testing import CliRunner

import inputs
from constraints import RULES
from inputs import SheetForm
from inputs._columns import Row
from inputs.intake import survey
from rostering.board.screen.help import KEYS, SIGNS
from rostering.cli import COMMANDS, app
from rostering.domain import Mode
from rostering.pay.local import LOCAL_TERMS
from rostering.report.console.cars import cars_shown
from rostering.report.console.gaps import gap_table
from rostering.report.console.intake import file_shown
from rostering.report.console.rules import rule_page
from rostering.report.rule_text import parameters_in_words
from rostering.saved.lines import RotaLine, State
from rostering.saved.reading import read_rota

WIDTH = 80
EXAMPLES = Path(__file__).parent.parent / "examples"
WEEK = Path(__file__).parent / "week.csv"
"""Four days of the Kent example's rota, as they stand in its rota.csv."""
LATER = WEEK.with_name("week-later.csv")
"""The same days with another paramedic on one car."""
KENT = Path(__file__).parent.parent / "examples" / "kent"
NIGHT = ("--from", "2027-01-23", "--weeks", "1")


def picture() -> str:
    """Four days of a rota as `rota show` draws them."""
    return _fenced(_drawn(cars_shown(_lines(), WIDTH)))


def reasons() -> str:
    """The open posts of the same days as `rota show --gaps` tells them."""
    missed = [line for line in _lines() if line.state is State.OPEN]
    return _fenced(_drawn([gap_table(missed)]))


def imported(file: str) -> str:
    """What `rota import` shows of a file among the examples."""
    found = survey([EXAMPLES / "imports" / file], EXAMPLES / "kent")
    return _fenced(_drawn(file_shown(found.files[0])))


def repairs() -> str:
    """One night of the same days as `rota gaps` tells it, against the book of Kent."""
    words = [*f"gaps {WEEK} --book {KENT} --unit JR-04 --most 2".split(), *NIGHT]
    said = CliRunner(env={"COLUMNS": str(WIDTH)}).invoke(app, words).stdout
    _, night, *_ = said.split("\n\n")
    return _fenced(night)


def asked(words: str) -> str:
    """What `rota cover` or `rota swap` says of the days drawn above."""
    given = [*shlex.split(words), "--rota", str(WEEK), "--book", str(KENT)]
    said = CliRunner(env={"COLUMNS": str(WIDTH)}).invoke(app, given).stdout
    return _fenced(f"$ rota {words}\n{said}", "console")


def of_both(words: str, *, after: str = "", until: str = "") -> str:
    """What a command says of the days drawn above and of their later rota."""
    command, *options = shlex.split(words)
    given = [command, WEEK.name, LATER.name, *options]
    shown = f"$ rota {command} kent@1 kent@2 {' '.join(options)}".rstrip()
    said = _said_of(given, after, until)
    for file, version in ((WEEK, "kent@1"), (LATER, "kent@2")):
        said = said.replace(file.name, version)
    return _fenced(f"{shown}\n{said}", "console")


def reported(words: str, *, after: str = "", until: str = "") -> str:
    """What `rota report` or the like says of the days drawn above."""
    command, *options = shlex.split(words)
    said = _said_of([command, WEEK.name, *options], after, until)
    shown = f"$ rota {command} kent@1 {' '.join(options)}".rstrip()
    return _fenced(f"{shown}\n{said.replace(WEEK.name, 'kent@1')}", "console")


def local_terms() -> str:
    """One row a term of pay that is decided locally."""
    head = ["| term | usual | what it is | row |", "|---|---|---|---|"]
    rows = (
        f"| `{name}` | {term.usual} | {term.about} | {term.source} |"
        for name, term in LOCAL_TERMS.items()
    )
    return "\n".join([*head, *rows])


def demanded(options: str, *, after: str) -> str:
    """What `rota demand` says of invented incidents and the days drawn above."""
    words = ["demand", "incidents.csv", *shlex.split(options), "--rota", WEEK.name]
    said = _said_of(words, after, "")
    return _fenced(f"$ rota demand incidents.csv {options}\n{said}", "console")


def _said_of(given: list[str], after: str, until: str) -> str:
    """What a command prints in this folder, from some words on and up to others."""
    with chdir(WEEK.parent):
        runner = CliRunner(env={"COLUMNS": str(WIDTH)})
        said = runner.invoke(app, [*given, "--book", "../examples/kent"]).stdout
    said = said[said.index(after) :]
    return said.partition(until)[0] if until else said


def command_table() -> str:
    """One row a command: what it does."""
    rows = (f"| `rota {_name(c)}` | {_first_line(c)} |" for c, _ in COMMANDS)
    return "\n".join(["| command | |", "|---|---|", *rows])


def commands() -> str:
    """The help of `rota` and of each of its commands."""
    return "\n\n".join(_help_of(words) for words in _asked())


def keys() -> str:
    """The keys of the board, and its signs."""
    tables = (("key", KEYS), ("sign", SIGNS))
    return "\n\n".join(
        "\n".join(
            [f"| {head} | |", "|---|---|"]
            + [f"| `{sign}` | {meaning} |" for sign, meaning in rows]
        )
        for head, rows in tables
    )


def sheets() -> str:
    """One row a sheet: what it says and its columns."""
    head = ["| sheet | says | columns |", "|---|---|---|"]
    return "\n".join([*head, *map(_sheet_row, inputs.SHEETS)])


def rules() -> str:
    """One row a rule: how strictly it is meant and how it is set."""
    head = ["| code | rule | kind | tier | parameters |", "|---|---|---|---|---|"]
    return "\n".join([*head, *_rule_rows()])


def page(code: str) -> str:
    """One rule's page as `rota rules` shows it."""
    return _fenced(_drawn(rule_page([RULES[code]()])))


def _lines() -> tuple[RotaLine, ...]:
    return read_rota(WEEK).lines


def _drawn(parts: Iterable[RenderableType]) -> str:
    text = StringIO()
    console = Console(file=text, width=WIDTH, highlight=False)
    for part in parts:
        console.print(part)
    return text.getvalue()


def _fenced(text: str, kind: str = "text") -> str:
    lines = (line.rstrip() for line in text.strip("\n").splitlines())
    return "\n".join([f"```{kind}", *lines, "```"])


def _asked() -> Iterator[list[str]]:
    yield []
    yield from ([_name(command)] for command, _ in COMMANDS)


def _name(command: Callable[..., None]) -> str:
    return command.__name__.strip("_")


def _first_line(command: Callable[..., None]) -> str:
    return (command.__doc__ or "").partition("\n")[0]


def _help_of(words: list[str]) -> str:
    said = CliRunner(env={"COLUMNS": str(WIDTH)}).invoke(
        app, [*words, "--help"], prog_name="rota"
    )
    return _fenced(f"$ rota {' '.join([*words, '--help'])}\n{said.stdout}", "console")


def _sheet_row(form: SheetForm[Row]) -> str:
    names = (f"{column.name}{'*' * column.required}" for column in form.columns)
    columns = ", ".join(names).replace("<", "\\<")
    return f"| {form.name}{'*' * form.required} | {form.help} | {columns} |"


def _rule_rows() -> Iterator[str]:
    for rule in (kind() for kind in RULES.values()):
        is_hard = rule.mode is Mode.HARD
        kind = "must hold" if is_hard else "wish"
        tier = "" if is_hard else rule.tier.title
        said = parameters_in_words(rule)
        yield f"| {rule.code} | {rule.title} | {kind} | {tier} | {said} |"
