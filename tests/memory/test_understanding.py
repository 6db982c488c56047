"""What files of what was worked are understood to mean, against the record."""

from datetime import date, time

import pytest

from rostering.domain import AbsenceKind, Place
from rostering.memory import Worked, record
from rostering.memory.understanding import Happening, understood
from rostering.memory.worked import Told
from tests.memory.publishing import MONDAY, ROLES, lines_in, publish, worked

CELL = Place("week.csv", "week", "H2")


def post_of(person):
    return ROLES.get(person, "paramedic")


def _told(*rows, shifts=()):
    return Told("week.csv", rows, dict.fromkeys(shifts, CELL))


def _as_rota(drawing):
    """The drawing as a rota.csv of what was worked."""
    lines = lines_in(MONDAY, drawing)
    rows = [
        Worked(x.person, x.day, x.span, x.unit, x.post, x.turn, place=CELL)
        for x in lines
        if x.person
    ]
    return _told(*rows, shifts={(x.day, x.unit, x.turn) for x in lines})


def _said(told, ledger):
    found, doubts = understood(told, record(ledger), post_of)
    assert doubts == ()
    return [(x.person, x.day.day, x.happening.value, x.instead) for x in found]


def _late(person, day=4, *, end=time(1), **facts):
    usual = {"unit": "J1", "place": CELL}
    return worked(person, date(2027, 1, day), time(15), end, **usual | facts)


def _missed(person, absence, day=4):
    at = date(2027, 1, day)
    return worked(person, at, time(0), time(0), absence=absence, place=CELL)


def test_the_rota_as_published_is_as_on_record(ledger):
    publish(ledger, MONDAY, "Ann L - N\nSam - L -")
    said = _said(_as_rota("Ann L - N\nSam - L -"), ledger)
    assert {happening for *_, happening, _ in said} == {"as on record"}
    assert len(said) == 3


def test_nothing_told_is_nothing_understood(ledger):
    publish(ledger, MONDAY, "Ann L")
    assert _said(_told(), ledger) == []


@pytest.mark.parametrize(("end", "minutes"), [(time(3), 120), (time(0), -60)])
def test_other_hours_are_told_by_the_minute(ledger, end, minutes):
    publish(ledger, MONDAY, "Ann L")
    ((found,), _) = understood(_told(_late("Ann", end=end)), record(ledger), post_of)
    assert found.happening is Happening.OTHER_HOURS
    assert found.minutes_more == minutes
    assert found.now[0].turn == "late"
    assert found.now[0].post == "paramedic"


def test_somebody_who_was_not_planned_came_in(ledger):
    publish(ledger, MONDAY, "Ann L")
    assert _said(_told(_late("Bob", 5)), ledger) == [("Bob", 5, "came in", None)]


def test_another_car_is_elsewhere(ledger):
    publish(ledger, MONDAY, "Ann L1")
    said = _said(_told(_late("Ann", unit="J2")), ledger)
    assert said == [("Ann", 4, "on another car", None)]


@pytest.mark.parametrize(
    ("absence", "happening"),
    [
        (AbsenceKind.UNPAID, "did not come"),
        (AbsenceKind.OTHER, "stood down"),
        (AbsenceKind.SICK, "away"),
    ],
)
def test_an_absence_takes_the_hours_that_were_planned(ledger, absence, happening):
    publish(ledger, MONDAY, "Ann L")
    told = _told(_missed("Ann", absence), _missed("Ann", absence, 5))
    ((found,), _) = understood(told, record(ledger), post_of)
    assert (found.day, found.happening.value) == (MONDAY, happening)
    (now,) = found.now
    assert now.span == found.was[0].duty.span
    assert found.minutes_more == -600


def test_a_car_that_nobody_rode_stood_down(ledger):
    publish(ledger, MONDAY, "Ann L L\nSam L L")
    told = _as_rota("open L -\nAnn - L\nSam - L")
    assert _said(told, ledger)[:2] == [
        ("Ann", 4, "stood down", None),
        ("Sam", 4, "stood down", None),
    ]


def test_whoever_the_crew_lacks_did_not_come(ledger):
    publish(ledger, MONDAY, "Ann L\nSam L")
    told = _as_rota("Sam L\nopen L")
    assert _said(told, ledger) == [
        ("Ann", 4, "did not come", None),
        ("Sam", 4, "as on record", None),
    ]


def test_somebody_else_in_the_post_came_instead(ledger):
    publish(ledger, MONDAY, "Ann L\nSam L")
    assert _said(_as_rota("Bob L\nSam L"), ledger) == [
        ("Ann", 4, "did not come", "Bob"),
        ("Bob", 4, "came in", None),
        ("Sam", 4, "as on record", None),
    ]


def test_two_who_changed_cars_are_both_there(ledger):
    publish(ledger, MONDAY, "Ann L1\nBob L2")
    assert _said(_as_rota("Ann L2\nBob L1"), ledger) == [
        ("Ann", 4, "on another car", None),
        ("Bob", 4, "on another car", None),
    ]


def test_a_row_for_somebody_in_the_post_speaks_for_whoever_held_it(ledger):
    publish(ledger, MONDAY, "Ann L\nSam L")
    assert _said(_told(_late("Bob")), ledger) == [
        ("Ann", 4, "did not come", "Bob"),
        ("Bob", 4, "came in", None),
    ]


def test_a_row_for_one_of_the_crew_says_nothing_of_the_others(ledger):
    publish(ledger, MONDAY, "Ann L\nSam L")
    said = _said(_told(_late("Ann", end=time(2))), ledger)
    assert said == [("Ann", 4, "other hours", None)]


def test_one_for_two_is_doubtful(ledger):
    publish(ledger, MONDAY, "Ann L\nBob L")
    found, doubts = understood(_told(_late("Cat")), record(ledger), post_of)
    assert [each.person for each in found] == ["Cat"]
    (doubt,) = doubts
    assert doubt.place == CELL
    assert doubt.wanted == "in whose place: Ann or Bob; give a row for each of them"


def test_whoever_is_missed_on_one_of_two_shifts_keeps_the_other(ledger):
    publish(ledger, MONDAY, "Ann E1+N1")
    told = Told("w", (), {(MONDAY, "J1", "early"): CELL})
    ((found,), _) = understood(told, record(ledger), post_of)
    assert [now.absence for now in found.now] == [AbsenceKind.OTHER, None]
