"""`rota repair`: the least change to a published rota after something has happened."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from rostering.cli.happened import Said
from rostering.cli.options import AsJson, SavedRota, day, positive, whole
from rostering.cli.saved import OfBook

EXAMPLE = 'rota repair kent@ --absent "Gwen Wynn" --from 2027-01-18 --to 2027-01-22'

Absent = Annotated[
    list[str] | None,
    typer.Option(
        "--absent",
        metavar="PERSON",
        help="Who cannot work; where there are several, each with days of their own: "
        '"PM4129 2027-01-18 2027-01-22".',
    ),
]
OffRoad = Annotated[
    list[str] | None,
    typer.Option(
        "--off-road", metavar="UNIT", help="Which car cannot go out, likewise."
    ),
]
Offers = Annotated[
    list[str] | None,
    typer.Option(
        "--offer",
        metavar="PERSON",
        help="Who could work, on days of their own or in some hours: "
        '"SC70147 2027-01-15 18:00-02:00".',
    ),
]
Agreed = Annotated[
    list[str] | None,
    typer.Option(
        "--agreed",
        metavar="PERSON",
        help="Who agrees to be called in on days that CHANGE-03 freezes.",
    ),
]
First = Annotated[
    date | None,
    typer.Option(
        "--from", metavar="DATE", parser=day, help="First day; without it, today."
    ),
]
Last = Annotated[
    date | None,
    typer.Option(
        "--to", metavar="DATE", parser=day, help="Last day; without it, the first."
    ),
]
Today = Annotated[
    date | None,
    typer.Option(
        "--told",
        "--today",
        metavar="DATE",
        parser=day,
        help="The day on which people are told: days before it stay as they are, and "
        "notice counts from it. Without it, today.",
    ),
]
Most = Annotated[
    int,
    typer.Option("--most", metavar="N", parser=whole(1, 99), help="Options to show."),
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
Pick = Annotated[
    int | None,
    typer.Option(
        "--pick",
        metavar="N",
        parser=whole(1, 99),
        help="Write option N, to be published.",
    ),
]
Out = Annotated[
    Path,
    typer.Option(
        "--out", metavar="FOLDER", help="Where to write the option that is picked."
    ),
]
Write = Annotated[
    bool,
    typer.Option(
        "--write",
        help="Add what has happened to the book too; what stood before is kept, and "
        "`rota import --undo --into BOOK` puts it back.",
    ),
]


Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Why somebody is absent, as the sheet Leave has it; it is not shown to "
        "others.",
    ),
]


def repair(
    path: SavedRota = Path("rota"),
    *,
    absent: Absent = None,
    off_road: OffRoad = None,
    offer: Offers = None,
    first: First = None,
    last: Last = None,
    kind: Kind = "sick",
    agreed: Agreed = None,
    told: Today = None,
    book: OfBook = None,
    most: Most = 9,
    effort: Effort = 1.0,
    pick: Pick = None,
    out: Out = Path("repaired"),
    write: Write = False,
    as_json: AsJson = False,
) -> None:
    """Change a published rota least when somebody or a car is away.

    The published rota is kept but for what has to change. The menu goes by how many
    people are told: the best with nobody, with one, with two, until no more is covered.
    Each option is audited, says who is told what at what notice and what is owed, and
    is proved: nobody fewer can be told for as much cover. With --book and a newer book,
    or a book that has changed, the rota is repaired for that.

    Exit codes: 0 done, 1 no rota keeps the rules, 2 the words or the book have faults.
    """
    from rostering.cli.picking import tell_and_write
    from rostering.cli.repairing import Order, repaired

    order = Order(
        path,
        book,
        Said(
            absent or (), off_road or (), offer or (), agreed or (), first, last, kind
        ),
        told or date.today(),  # noqa: DTZ011  # Where the user is.
        most=most,
        effort=effort,
        pick=pick,
        out=out,
        is_written=write,
        as_json=as_json,
    )
    tell_and_write(repaired(order))
