"""Everybody for one place, and every place for one person, as a rota stands."""

from collections.abc import Iterator, Sequence

from constraints import Rule
from rostering.domain import Fill, PersonId, Rota, Shift
from rostering.eligibility import candidates
from rostering.explain.gaps import GapAsking
from rostering.explain.options import Asking, Option


def own_breaches(
    rota: Rota, rules: Sequence[Rule], fills: Sequence[Fill]
) -> Option | None:
    """What must hold and is broken by one of the person's own places."""
    for fill in fills:
        without = Rota(rota.problem, rota.fills - {fill})
        if fill.post in fill.shift.crew.by_name:
            option = Asking(without, rules).option(fill)
            if option.objections:
                return option
    return None


def others_for(rota: Rota, asking: Asking, own: Fill) -> Iterator[Option]:
    """Everybody else who could be thought of for somebody's place."""
    for person, post in candidates(rota.problem, own.shift):
        if post.name == own.post and person.id not in rota.people_on(own.shift):
            fill = Fill(person.id, own.shift, post.name)
            yield asking.option(fill, instead_of=own.person)


def posts_for(
    rota: Rota,
    crewed: Asking,
    empty: GapAsking,
    person: PersonId,
    shifts: Sequence[Shift],
) -> Iterator[Option]:
    """The person in each post of the shifts that admits the role; if none, in all."""
    role = rota.problem.person[person].role
    posts = [(shift, post) for shift in shifts for post in shift.crew.posts]
    admitting = [(shift, post) for shift, post in posts if post.admits(role)]
    for shift, post in admitting or posts:
        fill = Fill(person, shift, post.name)
        has_room = rota.headcount(shift, post) < post.least
        is_empty = has_room and not rota.is_crewed(shift)
        yield empty.option(fill) if is_empty else crewed.best_option(fill)
