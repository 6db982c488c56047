"""`rota build`: from a book to an audited rota."""

from pathlib import Path
from typing import Annotated

import typer

from rostering.cli.exits import Exit
from rostering.cli.options import AsJson, Book, FirstDay, Weeks
from rostering.cli.order import Order

EXAMPLE = "rota build mybook --from 2027-01-04 --weeks 8 --out rota"


def build(
    book: Book,
    *,
    first: FirstDay = None,
    weeks: Weeks = None,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="FOLDER",
            help="Where to write rota.csv, rota.json and rota.xlsx.",
        ),
    ] = Path("rota"),
    seconds: Annotated[
        float | None,
        typer.Option(
            "--seconds",
            metavar="N",
            min=0.1,
            help="Search no longer than this. Without it the same book always gives "
            "the same rota.",
        ),
    ] = None,
    seed: Annotated[
        int,
        typer.Option(
            "--seed",
            metavar="N",
            min=0,
            max=2**31 - 1,
            help="Where the search begins: another seed may give another, as good.",
        ),
    ] = 0,
    effort: Annotated[
        float,
        typer.Option(
            "--effort",
            metavar="N",
            min=0.1,
            help="How long to look for proofs: 10 is ten times as long as usual.",
        ),
    ] = 1.0,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 3 if any post is open.")
    ] = False,
    prove: Annotated[
        bool,
        typer.Option("--prove", help="Exit with 1 unless every tier is proved best."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; only show the summary.")
    ] = False,
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
        as_json=as_json,
    )
    built = build_rota(order)
    if built.result.is_stopped:
        raise typer.Exit(Exit.STOPPED)
    is_proved = all(tier.is_proved for tier in built.result.tiers)
    if built.result.outcome == "undecided" or (prove and not is_proved):
        raise typer.Exit(Exit.FAILED)
    if strict and built.open_gaps:
        raise typer.Exit(Exit.OPEN_POSTS)
