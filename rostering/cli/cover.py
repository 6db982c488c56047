"""`rota cover`: whom to ask to take a place that has come open."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.answer import answer_in_data, answer_in_words
from rostering.cli.meant import Unknown, person_meant
from rostering.cli.options import AsJson, OfRota, day, whole, word
from rostering.cli.places import open_place
from rostering.cli.saved import OfBook, OpenedRota, open_saved
from rostering.cli.taking import taken, tell_taken

if TYPE_CHECKING:
    from rostering.memory.asked import Asked
    from rostering.repair.ladder import Ladder, OpenPlace

EXAMPLE = "rota cover 2027-01-18 JR-04 paramedic"


class Answer(StrEnum):
    """What somebody said who was asked."""

    YES = "yes"
    NO = "no"
    NONE = "none"


When = Annotated[
    date,
    typer.Argument(metavar="DATE", parser=day, help="The day, such as 2027-01-20."),
]
Car = Annotated[str, typer.Argument(metavar="UNIT", help="The car.")]
OnePost = Annotated[
    str,
    typer.Argument(
        metavar="POST", help="The post, such as paramedic; without it the open one."
    ),
]
Turn = Annotated[
    str, typer.Option("--turn", help="Which turn, where the car has several that day.")
]
Instead = Annotated[
    str,
    typer.Option(
        "--instead-of",
        metavar="PERSON",
        help="Who cannot be there, where several people are in the post.",
    ),
]
Most = Annotated[
    int,
    typer.Option(
        "--most", metavar="N", parser=whole(1, 99), help="How many people to show."
    ),
]
WasAsked = Annotated[
    str,
    typer.Option(
        "--asked",
        metavar="PERSON",
        help="Remember that this person was asked, and the answer.",
    ),
]
Said = Annotated[
    Answer,
    typer.Option(
        "--answer",
        metavar="yes|no|none",
        parser=word(Answer),
        help="What they said; none if they could not be reached.",
    ),
]

Takes = Annotated[
    str,
    typer.Option(
        "--take",
        metavar="PERSON",
        help="Who said yes: remember it, and write the rota with them in the place, to "
        "be published.",
    ),
]
Out = Annotated[
    Path,
    typer.Option("--out", metavar="FOLDER", help="Where --take writes the rota."),
]


def cover(
    when: When,
    unit: Car,
    post: OnePost = "",
    *,
    rota: OfRota = Path("rota"),
    turn: Turn = "",
    instead_of: Instead = "",
    most: Most = 8,
    asked: WasAsked = "",
    answer: Said = Answer.NONE,
    take: Takes = "",
    out: Out = Path("covered"),
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Say whom to ask to take a place, the kindest and fairest first.

    Everybody whose role the post admits was put into the rota and audited: who is free,
    who could if something were agreed, who would have to leave another car, and what
    keeps the others out. Rest, hours and how often somebody was asked already are
    shown, and what each yes is worth. Who was asked is remembered in the book's ledger;
    whoever says yes is put into the rota with --take.

    Exit codes: 0 done, 1 whom --take names may not take the place, 2 the words or the
    book have faults.
    """
    saved = open_saved(rota, book=book, as_json=as_json)
    place = open_place(
        saved.rota, (when, unit, turn), (post, instead_of), as_json=as_json
    )
    if asked:
        _remember(saved, place, asked, answer, as_json=as_json)
    found = _ladder(saved, place)
    if take:
        written = taken(found, take, saved, (rota, out), as_json=as_json)
        _remember(saved, place, take, Answer.YES, as_json=as_json)
        tell_taken(written, as_json=as_json)
        return
    if as_json:
        _say_json(found, saved)
    else:
        _show(found, saved, most)


def _ladder(saved: OpenedRota, place: "OpenPlace") -> "Ladder":
    from rostering.repair.ladder import ladder

    return ladder(saved.rota, saved.opened.rules, place, _asked(saved))


def _asked(saved: OpenedRota) -> "tuple[Asked, ...]":
    """Who was asked before, as the book's ledger has it."""
    from rostering.ledger import Ledger, NoLedger
    from rostering.memory.asked import asked_before

    try:
        ledger = Ledger.beside(saved.opened.path)
    except NoLedger:
        return ()
    return asked_before(ledger, saved.rota.problem.period.last)


def _remember(
    saved: OpenedRota,
    place: "OpenPlace",
    said: str,
    answer: Answer,
    *,
    as_json: bool,
) -> None:
    """Keep in the ledger that somebody was asked."""
    from datetime import UTC, datetime

    from rostering.cli.author import author_named
    from rostering.domain import PersonId
    from rostering.ledger import Ledger
    from rostering.memory.asked import Asked, remember_asked

    problem, shift = saved.rota.problem, place.shift
    names: dict[str, str] = {
        p.id: p.name for p in problem.people if place.post.admits(p.role)
    }
    unknown = Unknown(
        f"could not be {place.post.name} of {shift.unit}.",
        "Name somebody whom the list shows.",
    )
    person = PersonId(person_meant(said, names, unknown, as_json=as_json))
    asked = Asked(
        person,
        datetime.now(UTC).replace(microsecond=0),
        shift.id,
        shift.day,
        place.post.name,
        answer.value,
    )
    ledger = Ledger.beside(saved.opened.path, create=True)
    remember_asked(ledger, [asked], author=author_named(""))


def _say_json(found: "Ladder", saved: OpenedRota) -> None:
    from rostering.report.ladder import ladder_document

    answer_in_data(saved, ladder_document(found, saved.opened.rules))


def _show(found: "Ladder", saved: OpenedRota, most: int) -> None:
    from rostering.report.console.ladder import ladder_shown

    answer_in_words(saved, ladder_shown(found, most))
