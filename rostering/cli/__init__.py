"""The command `rota`, of which each module here is one part."""

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

import rostering
from rostering.cli import (
    audit,
    board,
    build,
    calendar,
    check,
    compare,
    cover,
    demand,
    demo,
    diff,
    fairness,
    fatigue,
    gaps,
    history,
    imports,
    merge,
    messages,
    new,
    proof,
    publish,
    repair,
    report,
    rules,
    share,
    sheets,
    show,
    sign,
    stress,
    swap,
    sweep,
    training,
    verify,
    why,
    worked,
)
from rostering.cli.exits import say_json
from rostering.cli.usage import answer_in_json, is_json_asked_for

app = typer.Typer(
    name="rota",
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
COMMANDS = (
    (demo.demo, demo.EXAMPLE),
    (new.new, new.EXAMPLE),
    (imports.import_, imports.EXAMPLE),
    (check.check, check.EXAMPLE),
    (build.build, build.EXAMPLE),
    (show.show, show.EXAMPLE),
    (board.board, board.EXAMPLE),
    (audit.audit, audit.EXAMPLE),
    (gaps.gaps, gaps.EXAMPLE),
    (why.why, why.EXAMPLE),
    (proof.proof, proof.EXAMPLE),
    (publish.publish, publish.EXAMPLE),
    (sign.sign, sign.EXAMPLE),
    (history.history, history.EXAMPLE),
    (diff.diff, diff.EXAMPLE),
    (messages.messages, messages.EXAMPLE),
    (calendar.calendar, calendar.EXAMPLE),
    (sheets.sheets, sheets.EXAMPLE),
    (share.share, share.EXAMPLE),
    (repair.repair, repair.EXAMPLE),
    (cover.cover, cover.EXAMPLE),
    (swap.swap, swap.EXAMPLE),
    (merge.merge, merge.EXAMPLE),
    (worked.worked, worked.EXAMPLE),
    (fairness.fairness, fairness.EXAMPLE),
    (fatigue.fatigue, fatigue.EXAMPLE),
    (training.training, training.EXAMPLE),
    (stress.stress, stress.EXAMPLE),
    (report.report, report.EXAMPLE),
    (demand.demand, demand.EXAMPLE),
    (compare.compare, compare.EXAMPLE),
    (sweep.sweep, sweep.EXAMPLE),
    (verify.verify, verify.EXAMPLE),
    (rules.rules, rules.EXAMPLE),
)
for _command, _example in COMMANDS:
    app.command(epilog=f"\b\nExample:\n  {_example}")(_command)

SELDOM = 1_000_000
"""How many objects may come about before unused ones are looked for: a command makes
many that stay to its end, and looking through them takes a tenth of its time."""


def main() -> None:
    """Run the command that the words after `rota` ask for."""
    gc.set_threshold(SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        if is_json_asked_for():
            answer_in_json(app)
        app(prog_name="rota")
    except Exception:
        said = (
            f"\nThis is a mistake in rota {rostering.__version__}, not in your book. "
            "Please report it with the lines above it."
        )
        sys.excepthook(*sys.exc_info())
        sys.stderr.write(f"{said}\n")
        if is_json_asked_for():
            say_json({"error": said.strip()})
        sys.exit(1)


def _say_version(wanted: bool) -> None:
    if wanted:
        folder = Path(rostering.__file__).resolve().parent.parent
        typer.echo(f"rota {rostering.__version__} from {folder}")
        raise typer.Exit


@app.callback(
    epilog="\b\nA first rota:\n  rota demo\n\n\b\nYour own:\n  rota new mybook\n  "
    "rota check mybook\n  rota build mybook\n  rota show"
)
def _rota(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_say_version,
            is_eager=True,
            help="Show the version and where it is installed.",
        ),
    ] = False,
) -> None:
    """Make legal, fair and audited rotas for joint response units.

    A book of spreadsheets goes in; a rota comes out as CSV, JSON, Excel and a page for
    the browser, with every gap explained.
    """
