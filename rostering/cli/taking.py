"""Putting into the rota somebody who takes an open place."""

from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.exits import Exit, fail, say_json
from rostering.cli.meant import Unknown, person_meant
from rostering.cli.saved import OpenedRota, named
from rostering.cli.writing import names_of, write_as_it_stands

if TYPE_CHECKING:
    from rostering.domain import Problem
    from rostering.repair.ladder import Ladder, Rung
    from rostering.report.writing import Written


def taken(
    found: "Ladder",
    said: str,
    saved: OpenedRota,
    where: tuple[Path, Path],
    *,
    as_json: bool,
) -> "Written":
    """Write the rota with the person in the place; end where a rule is against it.

    Args:
        found: Everybody who could be asked.
        said: Who takes the place, as typed.
        saved: The rota as it stands.
        where: The rota as it was typed, and the folder to write to.
        as_json: How to tell what is wrong.
    """
    from rostering.report.ladder import taken_kept

    rung = _rung(found, said, as_json=as_json)
    _see_allowed(rung, saved.rota.problem, as_json=as_json)
    path, out = where
    told = {"of": named(path, saved.saved), **taken_kept(found, rung)}
    rota = found.taken_by(rung)
    return write_as_it_stands(rota, saved.opened, out, told=told, as_json=as_json)


def tell_taken(written: "Written", *, as_json: bool) -> None:
    """What was written, and what to do next."""
    from rostering.report.console import screen
    from rostering.report.console.summary import written_shown

    if as_json:
        say_json({"written": names_of(written)})
        return
    for part in written_shown(written, to_publish=True):
        screen().print(part)


def _rung(found: "Ladder", said: str, *, as_json: bool) -> "Rung":
    """The person's place on the ladder."""
    person = found.rota.problem.person
    names: dict[str, str] = {
        r.fill.person: person[r.fill.person].name for r in found.rungs
    }
    place = found.place
    unknown = Unknown(
        f"could not take the place of {place.post.name} of {place.shift.unit}.",
        "Name somebody whom the list shows.",
    )
    meant = person_meant(said, names, unknown, as_json=as_json)
    return next(rung for rung in found.rungs if rung.fill.person == meant)


def _see_allowed(rung: "Rung", problem: "Problem", *, as_json: bool) -> None:
    """End where something is against it, or must be agreed in the book first."""
    name = problem.person[rung.fill.person].name
    if rung.against:
        first = rung.against[0]
        fail(
            f"{name} may not take the place: {first.rule} {first.because}.",
            "Nothing was written. Ask somebody else of the list.",
            code=Exit.FAILED,
            as_json=as_json,
        )
    if rung.easings:
        agreed = "; ".join(easing.words(problem) for easing in rung.easings)
        fail(
            f"{name} may take the place once this is agreed: {agreed}.",
            "Nothing was written. Put it into the book, then give the command again.",
            code=Exit.FAILED,
            as_json=as_json,
        )
