"""`rota training`: tickets that run out soon, put on course dates."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.answer import answer_in_data, answer_in_words
from rostering.cli.options import AsJson, SavedRota, whole
from rostering.cli.saved import OfBook, OpenedRota, open_saved

if TYPE_CHECKING:
    from rostering.explain.forecast.dependences import Dependence
    from rostering.lookahead.training import Placings

EXAMPLE = "rota training rota --beyond 8"

Beyond = Annotated[
    int,
    typer.Option(
        "--beyond",
        metavar="WEEKS",
        parser=whole(0, 104),
        help="How many weeks after the rota a ticket's end is still looked at.",
    ),
]


def training(
    path: SavedRota = Path("rota"),
    *,
    beyond: Beyond = 4,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Put tickets that run out on courses, at least harm to cover.

    For each ticket that ends in the rota's weeks or soon after: the course of the book
    that renews it in time and costs least. What moves nothing costs nothing; otherwise
    the rota is solved anew around the course. Also named: tickets for which no course
    is in time, and people without whom shifts cannot be crewed. Nothing is written.
    """
    saved = open_saved(path, book=book, as_json=as_json)
    placings = _placed(saved, timedelta(weeks=beyond))
    alone = _dependences(saved)
    if as_json:
        _say_json(placings, alone, saved)
    else:
        _show(placings, alone, saved)


def _placed(saved: OpenedRota, beyond: timedelta) -> "Placings":
    from rostering.lookahead.training import place_training
    from rostering.report.console import screen
    from rostering.report.console.busy import busy

    with busy(screen(stderr=True), "Trying courses"):
        return place_training(saved.rota, saved.opened.rules, beyond=beyond)


def _dependences(saved: OpenedRota) -> "tuple[Dependence, ...]":
    """The people without whom shifts cannot be crewed."""
    from rostering.eligibility import eligibility
    from rostering.explain.forecast.choices import choices
    from rostering.explain.forecast.dependences import dependences

    problem, rules = saved.rota.problem, saved.opened.rules
    return dependences(choices(problem, eligibility(problem, rules)), rules)


def _say_json(
    placings: "Placings", alone: "tuple[Dependence, ...]", saved: OpenedRota
) -> None:
    from rostering.report.training import training_document

    answer_in_data(saved, training_document(placings, alone))


def _show(
    placings: "Placings", alone: "tuple[Dependence, ...]", saved: OpenedRota
) -> None:
    from rostering.report.console.training import training_shown

    answer_in_words(saved, training_shown(placings, alone, saved.rota.problem))
