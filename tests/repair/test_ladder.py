"""Whom to ask to take a place that has come open."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings

from rostering.audit import audit
from rostering.domain import Mode, PersonId, Rota, Tier
from rostering.drawing import parse
from rostering.memory.asked import Asked
from rostering.repair.ladder import Ladder, OpenPlace, ladder
from tests.explain.asking import EVERY_RULE, rotas


def ladder_of(drawing, day=0, *, post="p", instead_of=None, asked=()) -> Ladder:
    """The ladder for the post of the first shift on one day of a drawing."""
    rota = parse(drawing)
    problem = rota.problem
    shift = problem.shifts_on[problem.period.days[day]][0]
    place = OpenPlace(shift, shift.crew.by_name[post], instead_of)
    return ladder(rota, EVERY_RULE, place, asked)


def names(found: Ladder) -> list[str]:
    return [rung.fill.person for rung in found.possible]


def kinds(found: Ladder, person: str) -> list[str]:
    (rung,) = (rung for rung in found.rungs if rung.fill.person == person)
    return [easing.kind.name for easing in rung.easings]


def test_nobody_in_the_book_is_nobody_on_the_ladder():
    assert ladder_of("Bob:regular -\ncrew p:paramedic\nneed D").rungs == ()


def test_one_person_who_is_free():
    found = ladder_of("Ann -\ncrew p:paramedic\nneed D")
    assert names(found) == ["Ann"]
    (rung,) = found.rungs
    assert (rung.easings, rung.gives_up, rung.against) == ((), (), ())
    gained = {c.tier: c.then - c.now for c in rung.charges}
    assert gained[Tier.COVER] < 0


def test_whoever_gave_the_place_up_is_not_asked_again():
    found = ladder_of(
        "Ann D\nCal:paramedic -\ncrew p:paramedic\nneed D", instead_of=PersonId("Ann")
    )
    assert names(found) == ["Cal"]
    assert found.rota.fills == frozenset()


def test_whoever_is_free_comes_before_whoever_must_agree_to_something():
    found = ladder_of(
        "Ann A\nCal:paramedic -\nSam:special -\nBob:regular D\n"
        "crew p:paramedic>special o:regular\nneed D"
    )
    assert names(found) == ["Cal", "Sam", "Ann"]
    assert kinds(found, "Cal") == []
    assert kinds(found, "Sam") == ["offer"]
    assert "leave asked back" in kinds(found, "Ann")


def test_sickness_is_never_asked_about():
    found = ladder_of("Ann -\nleave Ann sick x\ncrew p:paramedic\nneed D")
    assert names(found) == []


def test_somebody_on_another_car_would_leave_it_without_its_crew():
    found = ladder_of(
        "Ann D2\nBob:paramedic -\nterms Bob units=J2\ncrew p:paramedic\nneed D1+D2"
    )
    (rung,) = (rung for rung in found.rungs if rung.fill.person == "Ann")
    assert [fill.shift.unit for fill in rung.gives_up] == ["J2"]
    assert {c.tier: c.then - c.now for c in rung.charges}.get(Tier.COVER, 0) == 0


def test_too_little_rest_keeps_somebody_out_with_its_figures():
    found = ladder_of("Ann L -\ncrew p:paramedic\nneed L E", day=1)
    assert names(found) == []
    (rung,) = found.rungs
    assert rung.against[0].rule == "REST-01"
    assert "at least 11 h needed" in rung.against[0].because


def test_rest_and_hours_are_those_of_the_rota_with_the_person_in_it():
    found = ladder_of("Ann D - D\ncrew p:paramedic\nneed D D D", day=1)
    figures = found.rungs[0].figures
    assert figures.rest_before == timedelta(hours=14)
    assert figures.rest_after == timedelta(hours=14)
    assert figures.week == timedelta(hours=30)
    assert figures.shifts == 3


def test_nobody_has_rested_from_nothing():
    figures = ladder_of("Ann -\ncrew p:paramedic\nneed D").rungs[0].figures
    assert (figures.rest_before, figures.rest_after) == (None, None)


def test_of_two_alike_the_one_who_was_asked_less_comes_first():
    drawing = "Ann -\nBob:paramedic -\ncrew p:paramedic\nneed D"
    assert names(ladder_of(drawing)) == ["Ann", "Bob"]
    at = datetime(2027, 1, 3, 12, tzinfo=UTC)
    asked = Asked(PersonId("Ann"), at, "J1 2027-01-04 day", date(2027, 1, 4), "p", "no")
    again = ladder_of(drawing, asked=[asked])
    assert names(again) == ["Bob", "Ann"]
    assert again.rungs[1].asked == (asked,)


def test_a_yes_does_not_crew_a_car_that_lacks_another_post_too():
    found = ladder_of("Ann -\nBob:regular A\ncrew p:paramedic o:regular\nneed D")
    assert [post.name for post in found.lacking] == ["o"]
    assert names(found) == ["Ann"]
    assert not any(c.tier is Tier.COVER for c in found.rungs[0].charges)


@settings(max_examples=40)
@given(rotas())
def test_whoever_may_be_asked_breaks_nothing_and_whoever_is_free_needs_nothing(
    rota: Rota,
):
    hard = [rule for rule in EVERY_RULE if rule.mode is Mode.HARD]
    for shift in rota.problem.shifts[:2]:
        for post in shift.crew.posts:
            if rota.headcount(shift, post) >= post.most:
                continue
            found = ladder(rota, EVERY_RULE, OpenPlace(shift, post))
            if found.lacking:
                continue
            before = set(audit(rota, hard).breaches)
            for rung in found.rungs:
                fills = (rota.fills - set(rung.gives_up)) | {rung.fill}
                after = set(audit(Rota(rota.problem, fills), hard).breaches) - before
                assert bool(after) == bool(rung.easings or rung.against), rung
