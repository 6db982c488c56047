"""Each edit beside the same rota without it."""

import pytest

from rostering.audit import audit
from rostering.domain import Place
from rostering.merging.cells import Cells
from rostering.merging.edits import edits
from rostering.merging.judging import Verdict, judge
from rostering.merging.standins import StandIns
from rostering.rulebook import rulebook
from tests.merging.sides import PROBLEM, at, fills, rota

RULES = rulebook(PROBLEM)[0]
BASE = fills(J1p0="Ann", J1o0="Sam", J2p0="Bob", J2o0="Tom")


def judged(after, base=BASE):
    return judge(rota(base), rota(after), RULES, edits(base, after))


def test_nothing_edited_is_nothing_to_judge():
    found = judged(BASE)
    assert found.judged == ()
    assert found.others == ()


def test_an_edit_is_known_by_its_cell_and_says_who_left_and_who_joined():
    spot, place = at("J1", 0, "p"), Place("rota.xlsx", "Rota", "C3")
    after = (BASE - fills(J1p0="Ann")) | fills(J1p0="Cat")
    (edit,) = edits(BASE, after, Cells({spot: place}))
    assert (edit.place, edit.left, edit.joined) == (place, {"Ann"}, {"Cat"})
    assert edit.undone(rota(after)).fills == BASE


def test_a_name_cleared_breaks_the_rule_of_whole_crews():
    found = judged(BASE - fills(J1o0="Sam"))
    (only,) = found.judged
    assert only.verdict is Verdict.BREAKS
    assert "CREW-01" in {breach.rule for breach in only.breaks}
    assert not found.others


def test_one_person_put_on_two_cars_is_laid_to_the_edit_and_not_to_another():
    after = (BASE - fills(J2p0="Bob")) | fills(J2p0="Ann", J1p2="Cat", J1o2="Sam")
    found = judged(after)
    breaks = {e.edit.spot: {b.rule for b in e.breaks} for e in found.judged}
    assert "CLASH-01" in breaks[at("J2", 0, "p")]
    assert breaks[at("J1", 2, "p")] == set()


def test_a_breach_that_stood_there_before_is_no_edits():
    base = BASE | fills(J1p1="Ann")
    found = judged(base - fills(J2o0="Tom") | fills(J2o0="Tom Sam"), base)
    assert {b.subject for b in found.others} >= {at("J1", 1, "p").shift.id}


def test_a_crew_taken_off_whole_costs_cover():
    found = judged(fills(J1p0="Ann", J1o0="Sam"))
    assert not found.audit.hard
    for each in found.judged:
        # Either name alone would leave half a crew; so each is worse without the other.
        assert each.verdict in (Verdict.FINE, Verdict.WORSE)


@pytest.mark.parametrize("post", ["p", "o"])
def test_whoever_could_stand_in_is_free_and_breaks_nothing(post):
    after = BASE - fills(**{f"J1{post}0": "Ann Sam"})
    spot = at("J1", 0, post)
    people = StandIns(rota(after), RULES).of(spot, None)
    assert people
    for person in people:
        mended = after | spot.fills([person])
        assert not audit(rota(mended), RULES).hard
