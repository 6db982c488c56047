"""`rota swap`: whether two people may exchange a shift, and what it does."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.answer import answer_in_data, answer_in_words
from rostering.cli.exits import Exit, fail
from rostering.cli.meant import somebody_meant
from rostering.cli.options import AsJson, OfRota, Told, day
from rostering.cli.saved import OfBook, OpenedRota, named, open_saved
from rostering.cli.writing import names_of, write_as_it_stands

if TYPE_CHECKING:
    from rostering.domain import Fill, Rota
    from rostering.repair.swap import Swap
    from rostering.report.writing import Written

EXAMPLE = 'rota swap "Grace Elphick" 2027-01-20 "Sana Coker" 2027-01-21'

One = Annotated[
    str, typer.Argument(metavar="PERSON", help="A name, a part of one, or an id.")
]
OneDay = Annotated[
    date, typer.Argument(metavar="DATE", parser=day, help="The day of their shift.")
]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="With whom to exchange.")]
OtherDay = Annotated[
    date,
    typer.Argument(metavar="THEIRS", parser=day, help="The day of the other's shift."),
]

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Write the rota after the swap there, to be published; without it "
        "nothing is written.",
    ),
]


def swap(
    person: One,
    when: OneDay,
    other: Other,
    theirs: OtherDay,
    *,
    rota: OfRota = Path("rota"),
    told: Told = None,
    book: OfBook = None,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Say whether two people may exchange a shift, and what it does.

    The exchange is put into the rota and audited whole: every rule for both people and
    both crews. Rest, hours, the hours bank, unsocial pay and the wishes of everybody
    are compared, and what is owed at such notice is named. Both people have to agree;
    then --out writes the rota with the swap in it, for `rota publish`.

    Exit codes: 0 it may be, 1 it may not, 2 there is no such shift.
    """
    from rostering.repair.swap import swap as swapped

    saved = open_saved(rota, book=book, as_json=as_json)
    first = _place(saved.rota, person, when, as_json=as_json)
    second = _place(saved.rota, other, theirs, as_json=as_json)
    if first.person == second.person:
        advice = "Name two people, each with the day of their own shift."
        fail("Nobody swaps with themselves.", advice, as_json=as_json)
    told_on = told or date.today()  # noqa: DTZ011  # Where the user is.
    found = swapped(saved.rota, saved.opened.rules, first, second, told_on=told_on)
    written = None
    if out is not None and found.is_allowed:
        written = _write(found, saved, named(rota, saved.saved), out, as_json=as_json)
    if as_json:
        _say_json(found, saved, written)
    else:
        _show(found, saved)
        if out is not None:
            _tell_written(written)
    raise typer.Exit(Exit.DONE if found.is_allowed else Exit.FAILED)


def _place(rota: "Rota", said: str, when: date, *, as_json: bool) -> "Fill":
    """The one place that the person has that day; end where there is none."""
    from rostering.domain.time import day_in_words

    problem = rota.problem
    person = problem.person[somebody_meant(problem, said, as_json=as_json)]
    shifts = rota.shifts_of(person.id)
    todays = [f for s in shifts for f in rota.crew_of(s) if f.person == person.id]
    found = [fill for fill in todays if fill.shift.day == when]
    if len(found) != 1:
        near = sorted(sorted(shifts, key=lambda s: abs(s.day - when))[:6])
        days = ", ".join(f"{day_in_words(s.day)} {s.unit}" for s in near)
        advice = (
            f"On the rota near that: {days}." if days else "Not on this rota at all."
        )
        number = "several shifts" if found else "no shift"
        told = f"{person.name} has {number} on {day_in_words(when)}."
        fail(told, advice, as_json=as_json)
    return found[0]


def _write(
    found: "Swap", saved: OpenedRota, of: str, out: Path, *, as_json: bool
) -> "Written":
    from rostering.report.swap import swap_kept

    told = {"of": of, **swap_kept(found)}
    return write_as_it_stands(
        found.after, saved.opened, out, told=told, as_json=as_json
    )


def _tell_written(written: "Written | None") -> None:
    from rostering.report.console import screen
    from rostering.report.console.summary import written_shown

    console = screen()
    console.print()
    for part in written_shown(written, to_publish=True):
        console.print(part)


def _say_json(found: "Swap", saved: OpenedRota, written: "Written | None") -> None:
    from rostering.report.swap import swap_document

    answer_in_data(saved, {**swap_document(found), "written": names_of(written)})


def _show(found: "Swap", saved: OpenedRota) -> None:
    from rostering.report.console.swap import swap_shown

    answer_in_words(saved, swap_shown(found))
