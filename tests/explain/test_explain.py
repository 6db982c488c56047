"""Why a post is open."""

from hypothesis import given, settings

from rostering.audit import audit
from rostering.domain import Fill, Rota
from rostering.drawing import parse
from rostering.explain.gaps import Gap, gaps
from rostering.solve import solve
from tests.explain.asking import EVERY_RULE
from tests.strategies import drawings


def gaps_of(drawing: str) -> list[Gap]:
    return list(gaps(parse(drawing), EVERY_RULE))


def test_a_crewed_shift_has_no_gap() -> None:
    assert gaps_of("Ann L") == []


def test_nobody_in_the_book_is_said_as_it_is() -> None:
    (gap,) = gaps_of("crew p:paramedic\nneed L")
    assert gap.sentence == "nobody else in the book could fill p"


def test_everyone_who_could_be_thought_of_is_stopped_by_one_rule() -> None:
    (gap,) = gaps_of("Ann A\nBob L1 E1\nneed L1+E2 -")[:1]
    assert {stop.person: stop.rule for stop in gap.stops}["Ann"] == "LEAVE-01"


def test_rest_after_the_night_before_is_said_with_its_figures() -> None:
    (gap,) = gaps_of("Ann .N -\nneed D")
    (stop,) = gap.stops
    assert stop.rule == "REST-01"
    assert "11 h needed" in stop.because


def test_someone_free_waits_for_the_post_that_nobody_can_fill() -> None:
    drawing = (
        "Ann -\nSam:special -\nterms Sam status=IPS\ncrew p:paramedic o:special\nneed S"
    )
    by_post = {gap.post.name: gap for gap in gaps_of(drawing)}
    assert by_post["p"].sentence == "1 free, with no o"
    assert [stop.rule for stop in by_post["o"].stops] == ["AVAIL-01"]


def test_a_volunteer_who_may_not_be_the_only_constable_is_named_so() -> None:
    drawing = (
        "Ann -\nSam:special -\nterms Sam status=APS\noffer Sam S\n"
        "crew p:paramedic o:special\nneed S"
    )
    by_post = {gap.post.name: gap for gap in gaps_of(drawing)}
    assert [stop.rule for stop in by_post["o"].stops] == ["CREW-03"]


def test_a_wanted_place_that_stays_empty_is_spare_not_open() -> None:
    drawing = (
        "Ann S\nSam:special S\nterms Sam status=IPS\noffer Sam S\n"
        "crew p:paramedic o:special*1-2"
    )
    (gap,) = gaps_of(drawing)
    assert (gap.post.name, gap.places, gap.is_spare) == ("o", 1, True)


@given(drawings())
@settings(max_examples=40)
def test_every_reason_given_is_true_of_the_rota_with_that_person_added(
    drawing: str,
) -> None:
    problem = parse(drawing).problem
    rota = solve(problem, EVERY_RULE).rota
    assert rota is not None
    for gap in gaps(rota, EVERY_RULE):
        for stop in gap.stops:
            if stop.rule in ("", "CREW-01", "CREW-02", "CREW-03"):
                continue
            fill = Fill(stop.person, gap.shift, gap.post.name)
            tried = Rota(problem, rota.fills | {fill})
            assert stop.rule in {b.rule for b in audit(tried, EVERY_RULE).hard}
