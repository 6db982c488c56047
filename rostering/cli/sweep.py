"""`rota sweep`: what if the book were otherwise?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.build import MOST_SEED
from rostering.cli.clusters import OnCluster, is_installed
from rostering.cli.exits import Exit, fail
from rostering.cli.figures import Given, Officers
from rostering.cli.options import AsJson, Book, FirstDay, Weeks, positive, whole
from rostering.cli.order import Order
from rostering.cli.rates import Rates
from rostering.cli.weights import preset_name

if TYPE_CHECKING:
    from rostering.report.sweep import Trial

EXAMPLE = "rota sweep mybook scenarios.csv --weeks 4 --out compared.xlsx"
KINDS = (".csv", ".xlsx")

Scenarios = Annotated[
    Path,
    typer.Argument(
        metavar="SCENARIOS",
        help="A workbook or CSV file with the columns scenario, sheet, row, column and "
        "value: one row for each change.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", help="Write the table: a new .csv or .xlsx file."
    ),
]
Seconds = Annotated[
    float | None,
    typer.Option(
        "--seconds",
        metavar="N",
        parser=positive,
        help="Search no longer than this in any separate part of a scenario.",
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed", metavar="N", parser=whole(0, MOST_SEED), help="Where searches begin."
    ),
]
Effort = Annotated[
    float,
    typer.Option(
        "--effort",
        metavar="N",
        parser=positive,
        help="How long to look for proofs: 10 is ten times as long as usual.",
    ),
]
Weights = Annotated[
    str,
    typer.Option(
        "--weights",
        metavar="NAME",
        parser=preset_name,
        help="Weights by name, where a scenario does not say others.",
    ),
]
InThreads = Annotated[
    bool,
    typer.Option(
        "--threads", help="Search in this process, not in two others; it is the same."
    ),
]


def sweep(
    book: Book,
    scenarios: Scenarios,
    *,
    first: FirstDay = None,
    weeks: Weeks = None,
    out: Out = None,
    seconds: Seconds = None,
    seed: Seed = 0,
    effort: Effort = 1.0,
    weights: Weights = "",
    cluster: OnCluster = "",
    threads: InThreads = False,
    rate: Rates = None,
    figure: Given = None,
    officer: Officers = None,
    as_json: AsJson = False,
) -> None:
    """Build a book with changes, and compare what comes of them.

    Each scenario is a set of changes of the book: 12 hours of rest, a fourth car, two
    people fewer, later turns, other weights, more weeks. Each is read, built and
    audited like the book itself, and put beside it in one table; the book and its
    rotas stay as they are.

    Words in the column sheet for what is asked most: `fewer` (row: a role, value: how
    many), `car` (row: a car, value: the call sign of one more like it), `later` (row:
    a turn, a car or all, value: minutes), and weeks, from, weights, seed, effort.

    Exit codes: 0 done, 1 a scenario has no rota, 2 the book or a scenario has faults,
    130 stopped.
    """
    from rostering.cli.sweeping import swept, tell

    _see_out(out, as_json=as_json)
    order = Order(
        book,
        first,
        weeks,
        out,
        seconds=seconds,
        seed=seed,
        effort=effort,
        weights=weights,
        cluster=_where(cluster, threads=threads),
        as_json=as_json,
    )
    trials = swept(order, scenarios)
    tell(trials, order, (rate, figure, officer))
    raise typer.Exit(_code(trials))


def _where(cluster: str, *, threads: bool) -> str:
    """Two processes here, if nobody says otherwise and they can be had."""
    if cluster and threads:
        raise typer.BadParameter("give --cluster or --threads, not both")
    return cluster or ("local" if is_installed() and not threads else "")


def _see_out(out: Path | None, *, as_json: bool) -> None:
    """See that the file can be written, before anything is worked out."""
    if out is None:
        return
    if out.suffix.lower() not in KINDS:
        fail(f"{out} is no .csv or .xlsx file.", "Name one.", as_json=as_json)
    if out.exists():
        said = "It is left as it is: name another file, or move it away."
        fail(f"There is a file {out} already.", said, as_json=as_json)


def _code(trials: "tuple[Trial, ...]") -> Exit:
    if any(trial.result.is_stopped for trial in trials):
        return Exit.STOPPED
    has_all = all(trial.rota is not None for trial in trials)
    return Exit.DONE if has_all else Exit.FAILED
