"""`rota build`: from a book to an audited rota."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.clusters import OnCluster
from rostering.cli.exits import Exit
from rostering.cli.options import AsJson, Book, FirstDay, Weeks, positive, whole
from rostering.cli.order import Order
from rostering.cli.weights import preset_name

if TYPE_CHECKING:
    from rostering.report.built import BuiltRota

EXAMPLE = "rota build mybook --from 2027-01-04 --weeks 8 --out rota"
MOST_SEED = 2**31 - 1

Out = Annotated[
    Path,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Where to write rota.csv, rota.json, rota.xlsx and rota.html.",
    ),
]
Seconds = Annotated[
    float | None,
    typer.Option(
        "--seconds",
        metavar="N",
        parser=positive,
        help="Search no longer than this. Without it the same book always gives the "
        "same rota.",
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed",
        metavar="N",
        parser=whole(0, MOST_SEED),
        help="Where the search begins: another seed may give another rota, as good.",
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
        help="Weights by name: cover-first, fair-first or least-change. The sheet "
        "Rules still wins. `rota rules --presets` tells what they change.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 3 if any post is open.")
]
Prove = Annotated[
    bool, typer.Option("--prove", help="Exit with 1 unless every tier is proved best.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Write nothing; only show the summary.")
]


def build(
    book: Book,
    *,
    first: FirstDay = None,
    weeks: Weeks = None,
    out: Out = Path("rota"),
    seconds: Seconds = None,
    seed: Seed = 0,
    effort: Effort = 1.0,
    weights: Weights = "",
    cluster: OnCluster = "",
    strict: Strict = False,
    prove: Prove = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Make the best legal rota of a book, audit it and write it.

    Cover comes first, then duty of care, contracts, fairness and wishes; each is
    proved, or its gap is told. Whatever cannot be covered is left open, with the
    reason. Ctrl-C keeps the best rota so far. A rota that stands in the folder already
    is kept beside it.

    Exit codes: 0 done, 1 no rota (or no proof with --prove), 2 the book has faults, 3
    open posts with --strict, 130 stopped.
    """
    from rostering.cli.building import build_rota

    order = Order(
        book,
        first,
        weeks,
        None if dry_run else out,
        seconds=seconds,
        seed=seed,
        effort=effort,
        weights=weights,
        cluster=cluster,
        as_json=as_json,
    )
    code = _code(build_rota(order), strict=strict, prove=prove)
    raise typer.Exit(code)


def _code(built: "BuiltRota", *, strict: bool, prove: bool) -> Exit:
    """How well the build went."""
    result = built.result
    if result.is_stopped:
        return Exit.STOPPED
    is_proved = all(tier.is_proved for tier in result.tiers)
    if result.outcome == "undecided" or (prove and not is_proved):
        return Exit.FAILED
    return Exit.OPEN_POSTS if strict and built.open_gaps else Exit.DONE
