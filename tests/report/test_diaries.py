"""What rota.json keeps of people, and what can be told of it without the book."""

import json
from datetime import date

from rostering.domain.busy import Busy
from rostering.report.overtime import overtime
from rostering.saved.diaries import PEOPLE, Engagement, diaries_in
from tests.report.shown import saved

MONDAY = date(2027, 1, 4)


def day(number):
    return MONDAY.replace(day=MONDAY.day + number)


def diaries(drawing):
    return diaries_in(saved(drawing).document)


def test_leave_training_and_court_are_told_and_what_is_private_is_only_away():
    ann = diaries(
        "Ann - A T - - - -\nneed L\nleave Ann court@9-13 - - - x\n"
        "leave Ann sick - - - - x x"
    )["Ann"]
    # Eight hours of a course and four in court; the longer has an unpaid half hour.
    assert ann.engagements == (
        Engagement(day(1), day(1), Busy.LEAVE),
        Engagement(day(2), day(2), Busy.TRAINING, 450),
        Engagement(day(3), day(3), Busy.COURT, 240),
        Engagement(day(4), day(5), Busy.AWAY),
    )
    assert ann.on(day(2)) == (Busy.TRAINING,)
    assert ann.on(day(6)) == ()


def test_days_on_end_are_told_once():
    ann = diaries("Ann A A T T - A -\nneed L")["Ann"]
    found = [(x.first.day, x.last.day, x.busy, x.minutes) for x in ann.engagements]
    assert found == [
        (4, 5, Busy.LEAVE, 0),
        (6, 7, Busy.TRAINING, 900),
        (9, 9, Busy.LEAVE, 0),
    ]


def test_leave_that_goes_on_is_told_for_the_days_of_the_rota():
    ann = diaries("Ann - - -\nneed L\nleave Ann annual - - x x x")["Ann"]
    assert ann.engagements == (Engagement(day(2), day(2), Busy.LEAVE),)


def test_whoever_has_neither_a_shift_nor_a_contract_is_not_kept():
    found = diaries("Ann -\nBob@A -\nSam:special L\noffer Sam L\nteam A L\nneed L")
    assert found.keys() == {"Ann", "Sam"}
    assert found["Sam"].contract is None


def test_hours_beyond_the_contract_and_what_is_tolerated_are_overtime():
    # 37.5 h and 7.5 h tolerated; each shift counts for 9.5 h: four are 38, five 47.5.
    found = saved("Ann L L L L L L -\nBob:regular L L L L L L -\nneed L L L L L L -")
    diary = diaries_in(found.document)
    late = overtime(found.lines, diary)
    assert sorted((x.person, x.day.day) for x in late) == [
        ("Ann", 8),
        ("Ann", 9),
        ("Bob", 8),
        ("Bob", 9),
    ]


def test_leave_and_courses_leave_less_room_in_a_contract():
    found = saved("Ann A A T L L L -\nneed - - - L L L -")
    late = overtime(found.lines, diaries_in(found.document))
    # 2 × 5.36 h of leave and 7.5 h of a course: room for 26.8 h, so two shifts of 9.5.
    assert [line.day.day for line in late] == [9]


def test_diaries_are_read_back_as_they_were_kept():
    read = saved("Ann L A T -\nneed L")
    found = diaries_in(read.document)
    again = json.loads(json.dumps({PEOPLE: [x.document for x in found.values()]}))
    assert diaries_in(again) == found


def test_what_is_damaged_tells_nothing():
    for people in (None, 3, "x", [3], [{}], [{"person": 1}]):
        assert diaries_in({PEOPLE: people}) == {}
    assert diaries_in({}) == {}
