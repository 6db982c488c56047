"""`rota stress`: how a rota stands up to illness, late jobs and withdrawals."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.answer import answer_in_data, answer_in_words
from rostering.cli.options import AsJson, SavedRota, chance, positive, whole
from rostering.cli.saved import OfBook, OpenedRota, open_saved

if TYPE_CHECKING:
    from rostering.lookahead.rates import Rates
    from rostering.lookahead.stress import Stress

EXAMPLE = "rota stress rota --sickness 8%"

Draws = Annotated[
    int,
    typer.Option(
        "--draws",
        metavar="N",
        parser=whole(1, 100_000),
        help="How many futures to draw.",
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed",
        metavar="N",
        parser=whole(0, 2**31 - 1),
        help="Where chance begins: the same seed draws the same.",
    ),
]
Sickness = Annotated[
    float,
    typer.Option(
        "--sickness",
        metavar="N%",
        parser=chance,
        help="The share of days on which people are ill.",
    ),
]
Spell = Annotated[
    float,
    typer.Option(
        "--spell",
        metavar="DAYS",
        parser=positive,
        help="How long an illness lasts on average.",
    ),
]
Taken = Annotated[
    float,
    typer.Option(
        "--abstraction",
        metavar="N%",
        parser=chance,
        help="How often a team's member is taken for other work on the day.",
    ),
]
Withdrawal = Annotated[
    float,
    typer.Option(
        "--withdrawal",
        metavar="N%",
        parser=chance,
        help="How often somebody who offered time withdraws.",
    ),
]
LateJob = Annotated[
    float,
    typer.Option(
        "--late-job", metavar="N%", parser=chance, help="How often a shift ends late."
    ),
]
Overrun = Annotated[
    float,
    typer.Option(
        "--overrun",
        metavar="MINUTES",
        parser=positive,
        help="How late it ends then, on average.",
    ),
]
Yes = Annotated[
    float,
    typer.Option(
        "--yes",
        metavar="N%",
        parser=chance,
        help="How often somebody who is free says yes when called.",
    ),
]
Standbys = Annotated[
    int,
    typer.Option(
        "--standbys",
        metavar="N",
        parser=whole(0, 200),
        help="How many people to name who would be worth having in reserve.",
    ),
]


def stress(
    path: SavedRota = Path("rota"),
    *,
    draws: Draws = 1000,
    sickness: Sickness = 0.06,
    spell: Spell = 4.0,
    abstraction: Taken = 0.03,
    withdrawal: Withdrawal = 0.08,
    late_job: LateJob = 0.25,
    overrun: Overrun = 60.0,
    yes: Yes = 0.4,
    standbys: Standbys = 10,
    seed: Seed = 0,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Try a rota against illness, late jobs and people who withdraw.

    A thousand futures are drawn by chances that you give; the usual ones are guesses.
    In each, it is seen which cars still go out, and which if people who are free are
    called. The weakest shifts are shown, and whom to have in reserve on which day. It
    is an estimate; nothing is written.
    """
    from rostering.lookahead.rates import Rates

    rates = Rates(
        sickness=sickness,
        spell=spell,
        abstraction=abstraction,
        withdrawal=withdrawal,
        late_job=late_job,
        overrun=timedelta(minutes=overrun),
        yes=yes,
    )
    saved = open_saved(path, book=book, as_json=as_json)
    found = _tried(saved, rates, (draws, seed), standbys)
    if as_json:
        _say_json(found, saved)
    else:
        _show(found, saved)


def _tried(
    saved: OpenedRota, rates: "Rates", drawn: tuple[int, int], standbys: int
) -> "Stress":
    from rostering.lookahead.draws import Draws
    from rostering.lookahead.stress import stress as tried
    from rostering.report.console import screen
    from rostering.report.console.busy import busy

    number, seed = drawn
    futures = Draws(saved.rota, rates, number, seed)
    with busy(screen(stderr=True), "Trying the rota in each future"):
        return tried(saved.rota, saved.opened.rules, futures, reserves=standbys)


def _say_json(found: "Stress", saved: OpenedRota) -> None:
    from rostering.report.stress import stress_document

    answer_in_data(saved, stress_document(found))


def _show(found: "Stress", saved: OpenedRota) -> None:
    from rostering.report.console import screen
    from rostering.report.console.stress import stress_shown

    answer_in_words(saved, stress_shown(found, screen().width))
