"""One rota, measured for comparison with another."""

from fractions import Fraction

from rostering.drawing import parse
from rostering.rulebook import rulebook
from rostering.worth.measured import Measured


def _measured(text):
    rota = parse(text)
    rules, _ = rulebook(rota.problem)
    return Measured(rota, rota, rules, {})


def test_an_empty_rota_has_nothing_in_it():
    found = _measured("Ann -\nneed L")
    assert found.crewed.total() == 0
    assert found.wanted == {"J1": 1}
    assert found.minutes == {}
    assert found.costs == ()


def test_hours_are_by_role_and_cover_by_car():
    crew = "crew p:paramedic s:special*0-1"
    found = _measured(f"Ann L1 L2\nBob - L1\nSam:special S3 L1\n{crew}")
    assert found.crewed == {"J1": 2, "J2": 1}
    assert found.wanted == {"J1": 2, "J2": 1, "J3": 1}
    assert found.minutes == {"paramedic": 1800, "special": 1080}


def test_people_are_apart_by_what_one_has_beyond_the_other():
    alone = _measured("Ann L L L L\nBob - - - -")
    shared = _measured("Ann L L - -\nBob - - L L")
    assert alone.spreads["paramedic", "late finishes"] == 4
    assert shared.spreads["paramedic", "late finishes"] == 0
    assert ("paramedic", "bank holidays") not in shared.spreads


def test_what_is_on_record_counts_for_how_far_apart_people_are():
    found = _measured("Ann .L .L - -\nBob .- .- L L")
    assert found.spreads["paramedic", "late finishes"] == Fraction(0)
