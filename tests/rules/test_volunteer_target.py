"""VOL-02 at its edges."""

from dataclasses import replace
from datetime import date, timedelta

from constraints.volunteer_target import VolunteerTarget
from rostering.domain import DateRange, OffRoad, PersonId, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

JANUARY = "start 2027-01-01\ndays 31\n"


def test_two_nights_are_sixteen_hours_and_enough() -> None:
    assert_kept(
        VolunteerTarget(),
        JANUARY + "Sam:special S S -\noffer Sam S S S\nneed S S S",
    )


def test_one_minute_short_is_an_hour_begun() -> None:
    rule = VolunteerTarget(target=timedelta(hours=16, minutes=1))
    drawing = JANUARY + "Sam:special S S -\noffer Sam S S S\nneed S S S"
    assert_charged(rule, drawing, 1)


def test_nobody_is_short_of_time_that_they_did_not_offer() -> None:
    # 8 h were offered and given.
    assert_kept(VolunteerTarget(), JANUARY + "Sam:special S -\noffer Sam S -\nneed S S")


def test_offered_time_in_which_no_shift_lies_is_not_wanted() -> None:
    assert_kept(VolunteerTarget(), JANUARY + "Sam:special - -\noffer Sam S S\nneed N L")


def test_two_shifts_at_once_are_offered_time_only_once() -> None:
    # One night was offered in which two cars go out: 8 h, not 16.
    drawing = JANUARY + "Sam:special S1 -\noffer Sam S -\nneed S1+S2 -"
    assert_kept(VolunteerTarget(), drawing)


def test_offers_that_touch_hold_a_shift_together() -> None:
    # 07:00 to 17:00 and 15:00 to 01:00 hold the day turn, 08:00 to 18:00.
    drawing = JANUARY + "Sam:special -\noffer Sam E\noffer Sam L\nneed D"
    assert_charged(VolunteerTarget(), drawing, 10)


def test_time_on_leave_is_not_wanted() -> None:
    drawing = JANUARY + "Sam:special A -\noffer Sam S -\nneed S -"
    assert_kept(VolunteerTarget(), drawing)


def test_a_car_off_the_road_is_no_chance() -> None:
    rota = parse(JANUARY + "Sam:special -\noffer Sam S\nneed S")
    off = OffRoad("J1", DateRange(date(2027, 1, 1), date(2027, 1, 1)))
    assert_kept(VolunteerTarget(), Rota(replace(rota.problem, off_road=(off,))))


def test_a_car_that_the_person_may_not_ride_is_no_chance() -> None:
    drawing = JANUARY + "Sam:special -\noffer Sam S\nneed S\nterms Sam units=J2"
    assert_kept(VolunteerTarget(), drawing)


def test_a_month_planned_in_part_asks_for_its_days_part() -> None:
    # 7 of January's 31 days: 16 h x 7 / 31 = 3 h 36 min.
    drawing = "days 7\nSam:special -\noffer Sam S\nneed S"
    assert_charged(VolunteerTarget(), drawing, 4)


def test_each_month_has_its_own_target() -> None:
    # 30 and 31 January: 16 h x 2 / 31 = 1 h 1 min; 1 February: 16 h / 28 = 34 min.
    drawing = "start 2027-01-30\nSam:special - - -\noffer Sam S S S\nneed S S S"
    assert_charged(VolunteerTarget(), drawing, 2 + 1)


def test_the_last_night_of_january_is_januarys() -> None:
    # It ends on 1 February at 02:00; February's part stays wanted.
    drawing = "start 2027-01-31\nSam:special S -\noffer Sam S S\nneed S S"
    assert_charged(VolunteerTarget(), drawing, 1)


def test_hours_on_record_this_month_count_towards_the_target() -> None:
    # The planned part, 2 to 31 January, is 15 h 29 min; 10 h on record leave 6 h.
    drawing = "start 2027-01-02\ndays 30\nSam:special .L -\noffer Sam S\nneed S"
    assert_charged(VolunteerTarget(), drawing, 6)


def test_hours_on_record_in_the_month_before_do_not_count() -> None:
    drawing = "start 2027-01-01\ndays 31\nSam:special .L .L -\noffer Sam S\nneed S"
    assert_charged(VolunteerTarget(), drawing, 8)


def test_the_target_on_record_already_asks_for_nothing_more() -> None:
    drawing = "start 2027-01-03\ndays 29\nSam:special .L .L -\noffer Sam S\nneed S"
    assert_kept(VolunteerTarget(), drawing)


def test_nobody_loses_by_working_beyond_the_target() -> None:
    drawing = JANUARY + "Sam:special S S S\noffer Sam S S S"
    assert_kept(VolunteerTarget(), drawing)


def test_people_with_contracted_hours_have_no_target() -> None:
    assert_kept(VolunteerTarget(), JANUARY + "Ann -\noffer Ann S\nneed S")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = VolunteerTarget(people=frozenset({PersonId("Tom")}))
    assert_kept(rule, JANUARY + "Sam:special -\noffer Sam S\nneed S")


def test_posting_and_audit_agree_over_the_end_of_a_month() -> None:
    drawing = (
        "start 2027-01-29\ndays 10\nSam:special .S - - - - -\nTom:special - - - - -\n"
        "offer Sam S S S S S\noffer Tom S - S - S\nneed S S S S -"
    )
    assert_agreement(VolunteerTarget(weight=2), drawing)


def test_the_breach_gives_both_figures() -> None:
    drawing = JANUARY + "Sam:special S -\noffer Sam S S\nneed S S"
    (breach,) = VolunteerTarget().audit(parse(drawing))
    assert breach.because == "8 h planned in January 2027; 16 h wished, and offered"
