"""What a newer rota changes, for whom and at what notice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rostering.domain import Fill, Rota
from rostering.domain.notice import class_in_words, clear_days, steps_short
from rostering.domain.pay_terms import OwnHoliday, PayScheme
from rostering.drawing import parse
from rostering.drawing.reading import FIRST_DAY
from rostering.pay import OwedKind
from rostering.repair.changes import ChangeKind, changes, people_told

TOLD = FIRST_DAY - timedelta(days=10)
TEAM = "team A/1 L L - L - -"


def _kinds(before, after, told_on=TOLD):
    found = changes(parse(before), parse(after), told_on)
    return [(change.person, change.kind) for change in found]


def test_nothing_changes_between_a_rota_and_itself() -> None:
    assert changes(parse("Ann L - L"), parse("Ann L - L"), TOLD) == ()


def test_whoever_is_new_in_the_book_comes_in() -> None:
    found = _kinds("Ann L -\nneed L L", "Ann L -\nBob - L\nneed L L")
    assert found == [("Bob", ChangeKind.COMES_IN)]


def test_a_day_off_becomes_a_day_at_work_and_the_other_way_round() -> None:
    need = "\nneed L L"
    (first, second) = changes(parse(f"Ann L -{need}"), parse(f"Ann - L{need}"), TOLD)
    assert (first.kind, second.kind) == (ChangeKind.STANDS_DOWN, ChangeKind.COMES_IN)
    assert (first.notice, second.notice) == (9, 10)
    assert [fill.shift.day for fill in first.was] == [FIRST_DAY]
    assert second.was == first.now == ()


def test_other_hours_are_told_from_another_car_at_the_same_hours() -> None:
    need = "\nneed L1+L2+E1"
    assert _kinds(f"Ann L1{need}", f"Ann L2{need}") == [("Ann", ChangeKind.ELSEWHERE)]
    assert _kinds(f"Ann L1{need}", f"Ann E1{need}") == [("Ann", ChangeKind.OTHER_HOURS)]


def test_an_officer_taken_off_the_car_works_the_own_teams_turn_at_the_same_hours():
    before, after = (f"Bob@A {mark}\n{TEAM}\nneed L" for mark in "L-")
    assert _kinds(before, after) == [("Bob", ChangeKind.ELSEWHERE)]


def test_whoever_is_away_by_their_own_absence_is_not_told() -> None:
    found = changes(parse("Ann L L"), parse("Ann A -\nneed L L"), TOLD)
    assert [change.kind for change in found] == [
        ChangeKind.AWAY,
        ChangeKind.STANDS_DOWN,
    ]
    assert people_told(found) == ("Ann",)
    assert people_told(found[:1]) == ()


def test_whoever_is_no_longer_in_the_book_is_gone() -> None:
    found = changes(parse("Ann L\nBob L"), parse("Bob L"), TOLD)
    assert [(c.person, c.kind) for c in found] == [("Ann", ChangeKind.GONE)]
    assert people_told(found) == ()


def test_a_shift_that_keeps_its_name_at_other_hours_is_a_change() -> None:
    rota = parse("Ann L")
    (fill,) = rota.fills
    later = parse("Ann N").problem.shifts[0]
    moved = Fill(fill.person, replace(fill.shift, span=later.span), fill.post)
    newer = replace(rota.problem, shifts=(moved.shift,))
    found = changes(rota, Rota(newer, frozenset({moved})), TOLD)
    assert fill == moved
    assert [change.kind for change in found] == [ChangeKind.OTHER_HOURS]


def test_without_a_day_of_telling_nothing_is_said_of_notice_or_what_is_owed() -> None:
    (change,) = changes(parse("Ann L"), parse("Ann -\nneed L"), None)
    assert (change.notice, change.notice_class, change.owed) == (None, "", ())


@pytest.mark.parametrize(
    ("told", "duty", "days"),
    [
        ("2027-01-04", "2027-01-06", 1),
        ("2027-01-04", "2027-01-05", 0),
        ("2027-01-04", "2027-01-04", -1),
        ("2027-03-27", "2027-03-29", 1),
    ],
)
def test_neither_the_day_of_telling_nor_the_day_of_duty_counts(told, duty, days):
    assert clear_days(date.fromisoformat(told), date.fromisoformat(duty)) == days


@pytest.mark.parametrize(
    ("notice", "words", "short"),
    [
        (-3, "under 5 clear days", 3),
        (4, "under 5 clear days", 3),
        (5, "5 to 7 clear days", 2),
        (14, "8 to 14 clear days", 1),
        (15, "15 clear days or more", 0),
    ],
)
def test_the_class_of_notice_turns_on_its_lines(notice, words, short) -> None:
    assert class_in_words(notice, (15, 5, 8)) == words
    assert steps_short(notice, (15, 5, 8)) == short


def test_a_role_may_have_no_lines_at_all() -> None:
    assert class_in_words(3, ()) == "any notice"
    assert steps_short(3, ()) == 0


OFFICER_ON_REST = "Bob@A - - {}\n" + TEAM + "\nneed - - L"


def _owed(notice, extra=""):
    told = FIRST_DAY + timedelta(days=2) - timedelta(days=notice + 1)
    before, after = (
        parse(f"{OFFICER_ON_REST.format(mark)}{extra}") for mark in ("-", "L")
    )
    (change,) = changes(before, after, told)
    assert change.kind is ChangeKind.COMES_IN
    return [owed.kind for owed in change.owed]


def test_a_rest_day_worked_is_paid_or_moved_by_notice() -> None:
    assert _owed(14) == [OwedKind.REST_DAY_RATE]
    assert _owed(15) == [OwedKind.ANOTHER_DAY]


def test_a_public_holiday_worked_late_needs_more() -> None:
    holiday = "\nholiday - - x"
    late = [OwedKind.HOLIDAY_RATE, OwedKind.ANOTHER_DAY, OwedKind.AUTHORITY]
    assert _owed(7, holiday) == late
    assert _owed(8, holiday) == [OwedKind.HOLIDAY_RATE, OwedKind.AUTHORITY]
    assert _owed(15, holiday) == [OwedKind.HOLIDAY_RATE]


def test_whoever_offers_time_has_to_agree_and_is_paid_all_the_same() -> None:
    text = "Sam:special - - {}\nneed - - L"
    (owed,) = _owed_on_a_holiday(text)
    assert (owed.kind, owed.source) == (OwedKind.CONSENT, "SC-VOLUNTEER")
    asked, paid = _owed_on_a_holiday(text + "\nholiday - - x", band=6)
    assert (asked.source, paid.source) == ("AVAIL-01", "AFC-PH")


def _with_terms(rota, **terms):
    people = tuple(replace(p, pay=replace(p.pay, **terms)) for p in rota.problem.people)
    return replace(rota, problem=replace(rota.problem, people=people))


def _owed_on_a_holiday(text, **terms):
    before, after = (
        _with_terms(parse(text.format(mark)), **terms) for mark in ("-", "L")
    )
    (change,) = changes(before, after, FIRST_DAY - timedelta(days=30))
    return list(change.owed)


def test_a_holiday_that_an_officer_has_swapped_is_a_rest_day_like_others() -> None:
    text = OFFICER_ON_REST + "\nholiday - - x"
    assert [o.source for o in _owed_on_a_holiday(text)] == ["POL-PH-WORK"]
    swapped = (OwnHoliday(FIRST_DAY + timedelta(days=2), False),)
    owed = _owed_on_a_holiday(text, own_holidays=swapped)
    assert [o.source for o in owed] == ["POL-RD-WORK"]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"band": 6}, "60% on top and equal time back"),
        ({"band": 3}, "69% on top and equal time back"),
        ({"scheme": PayScheme.ANNEX_5}, "equal time back"),
    ],
)
def test_a_holiday_earns_staff_what_they_are_paid_by(terms, said) -> None:
    owed = _owed_on_a_holiday("Ann - - {}\nneed - - L\nholiday - - x", **terms)
    assert [o.words for o in owed][1:] == [said]
