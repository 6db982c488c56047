"""One person, car or team of whom several things are asked at once."""

from hypothesis import given, settings

from rostering.audit import audit
from rostering.domain import Rota
from rostering.drawing import parse
from rostering.explain.gaps import gaps
from rostering.explain.repairs import open_shifts
from rostering.explain.repairs.together import Together, asked_together
from tests.explain.asking import EVERY_RULE, rotas

ONE_VOLUNTEER = "Sam:special - - -\nterms Sam status=IPS\ncrew o:special\nneed S - S"


def together(drawn: str | Rota) -> tuple[Together, ...]:
    """What would crew several open shifts of the rota."""
    rota = parse(drawn) if isinstance(drawn, str) else drawn
    return asked_together(open_shifts(rota, EVERY_RULE, gaps(rota, EVERY_RULE)))


def test_one_who_could_crew_two_nights_is_asked_for_both() -> None:
    (found,) = together(ONE_VOLUNTEER)
    assert (found.subject, found.kind, len(found.shifts)) == ("Sam", "offer", 2)
    assert len(found.easings) == 2


def test_what_one_person_cannot_do_together_is_not_asked_together() -> None:
    drawing = "Sam:special -\nterms Sam status=IPS\ncrew o:special\nneed S1+S2"
    assert together(drawing) == ()


def test_no_shift_is_named_twice() -> None:
    tom = "Tom:special - - -\nterms Tom status=IPS\n"
    found = together(tom + ONE_VOLUNTEER)
    shifts = [shift for each in found for shift in each.shifts]
    assert len(shifts) == len(set(shifts)) == 2


def test_where_nothing_is_open_nothing_is_asked() -> None:
    assert together("Ann L\ncrew p:paramedic") == ()


@given(rotas())
@settings(max_examples=20)
def test_all_of_it_at_once_breaks_nothing_and_crews_every_shift(rota: Rota) -> None:
    for each in together(rota):
        problem, rules = rota.problem, tuple(EVERY_RULE)
        for easing in each.easings:
            problem, rules = easing.applied(problem), easing.eased(problem, rules)
        after = Rota(problem, each.eased.fills)
        assert audit(after, rules).hard == ()
        assert all(map(after.is_crewed, each.shifts))
        assert all(after.is_crewed(s) for s in rota.crews if rota.is_crewed(s))
