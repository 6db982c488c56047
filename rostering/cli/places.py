"""Which place of which shift is meant by a day, a car, a turn and a post."""

from datetime import date
from typing import TYPE_CHECKING, NoReturn

from rostering.cli.exits import fail
from rostering.cli.meant import Unknown, person_meant, unit_meant

if TYPE_CHECKING:
    from rostering.domain import PersonId, Problem, Rota, Shift
    from rostering.repair.ladder import OpenPlace


def open_place(
    rota: "Rota",
    where: tuple[date, str, str],
    who: tuple[str, str],
    *,
    as_json: bool,
) -> "OpenPlace":
    """The place that is meant; end where it is not plain.

    Args:
        rota: The rota as it stands.
        where: The day, the car and the turn; the turn may be empty.
        who: The post, and who makes room; both may be empty.
        as_json: How to tell what is wrong.
    """
    from rostering.repair.ladder import OpenPlace

    problem = rota.problem
    shift = shift_meant(problem, *where, as_json=as_json)
    said, instead_of = who
    posts = shift.crew.posts
    lacking = [p for p in posts if rota.headcount(shift, p) < p.least]
    named = [p for p in posts if p.name.casefold() == said.casefold()]
    wanted = named or ([] if said else lacking)
    if len(wanted) != 1:
        names = ", ".join(p.name for p in lacking or posts)
        fail(
            f"Which post of {shift.unit} {shift.turn}?",
            f"Name one after the car: {names}.",
            as_json=as_json,
        )
    there = [f.person for f in rota.crew_of(shift) if f.post == wanted[0].name]
    gone = _gone(problem, there, instead_of, as_json=as_json)
    has_room = len(there) < wanted[0].most and not instead_of and wanted[0] in lacking
    return OpenPlace(shift, wanted[0], None if has_room else gone)


def shift_meant(
    problem: "Problem", when: date, unit: str, turn: str, *, as_json: bool
) -> "Shift":
    """The shift that is meant; end where there is none, or several."""
    car = unit_meant(unit, problem.unit, as_json=as_json)
    todays = [shift for shift in problem.shifts_on.get(when, ()) if shift.unit == car]
    meant = [s for s in todays if turn.casefold() in ("", s.turn.casefold())]
    if len(meant) != 1:
        _end_on_turns(car, when, todays, as_json=as_json)
    return meant[0]


def _end_on_turns(
    car: str, when: date, todays: "list[Shift]", *, as_json: bool
) -> NoReturn:
    """End where it is not plain which turn is meant."""
    from rostering.domain.time import day_in_words

    turns = ", ".join(shift.turn for shift in todays)
    advice = f"Say which: --turn, one of {turns}." if turns else "Choose another day."
    said = f"{car} has {'several turns' if todays else 'no shift'} on"
    fail(f"{said} {day_in_words(when)}.", advice, as_json=as_json)


def _gone(
    problem: "Problem", there: "list[PersonId]", said: str, *, as_json: bool
) -> "PersonId | None":
    """Who makes room; end where there are several and nobody is named."""
    from rostering.domain import PersonId

    names: dict[str, str] = {person: problem.person[person].name for person in there}
    if said:
        unknown = Unknown(
            "is not in that post.", f"There: {', '.join(names.values())}."
        )
        return PersonId(person_meant(said, names, unknown, as_json=as_json))
    if len(there) > 1:
        advice = f"Say which: --instead-of, one of {', '.join(names.values())}."
        fail("Several people are in that post.", advice, as_json=as_json)
    return there[0] if there else None
