"""Random rotas to ask about, and the plain truth about them from the audit alone."""

from collections.abc import Iterator

from hypothesis import strategies as st

from constraints import RULES
from rostering.audit import audit
from rostering.domain import Breach, Fill, PersonId, Post, Problem, Rota, Shift
from rostering.drawing import parse
from rostering.solve import solve
from tests.strategies import drawings

EVERY_RULE = [rule() for rule in RULES.values() if rule.is_usual]
ABOUT_CREWS = {"CREW-01", "CREW-02", "CREW-03", "PAIR-01", "PAIR-02"}


@st.composite
def rotas(draw: st.DrawFn, *, edited: bool = False) -> Rota:
    """The best rota of a random problem, or what somebody made of it by hand."""
    problem = parse(draw(drawings())).problem
    rota = solve(problem, EVERY_RULE).rota
    assert rota is not None
    if edited and (every := sorted(every_fill(problem))):
        turned = draw(st.sets(st.sampled_from(every), max_size=3))
        rota = Rota(problem, rota.fills ^ frozenset(turned))
    return rota


def every_fill(problem: Problem) -> Iterator[Fill]:
    """Everybody who could be thought of for every post."""
    for shift in problem.shifts:
        for person in problem.candidates(shift):
            for post in shift.crew.posts:
                if post.admits(person.role):
                    yield Fill(person.id, shift, post.name)


def hard(rota: Rota) -> set[Breach]:
    """All that must hold and does not."""
    return set(audit(rota, EVERY_RULE).hard)


def broken_by(rota: Rota, *fills: Fill) -> set[str]:
    """The rules that break anew when these fills are added."""
    after = Rota(rota.problem, rota.fills | set(fills))
    return {breach.rule for breach in hard(after) - hard(rota)}


def is_free(rota: Rota, fill: Fill) -> bool:
    """Whether nothing but the rest of the crew is against the fill."""
    return broken_by(rota, fill) <= ABOUT_CREWS


def crews_with(
    rota: Rota, person: PersonId, post: Post, shift: Shift
) -> Iterator[list[Fill]]:
    """Every whole crew of the shift that has the person in the post, else the free."""
    yield from _crews(rota, shift, [Fill(person, shift, post.name)])


def _crews(rota: Rota, shift: Shift, crew: list[Fill]) -> Iterator[list[Fill]]:
    everybody = [*rota.crew_of(shift), *crew]
    for post in shift.crew.posts:
        if sum(fill.post == post.name for fill in everybody) < post.least:
            for person in rota.problem.candidates(shift):
                fill = Fill(person.id, shift, post.name)
                is_new = person.id not in {each.person for each in everybody}
                if post.admits(person.role) and is_new and is_free(rota, fill):
                    yield from _crews(rota, shift, [*crew, fill])
            return
    yield crew
