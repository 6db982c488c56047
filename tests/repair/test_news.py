"""What has happened, as facts and as rows of the book."""

from datetime import date, time, timedelta

from rostering.domain import AbsenceKind
from rostering.drawing import parse
from rostering.drawing.reading import FIRST_DAY
from rostering.repair.news import (
    Absent,
    Agreed,
    Offered,
    OffTheRoad,
    laid_over,
    rows_of,
)

LAST = FIRST_DAY + timedelta(days=4)


def _rows(problem, *news):
    return [(row.sheet, dict(row.values)) for row in rows_of(problem, news)]


def test_an_absence_is_leave_and_a_row_of_it() -> None:
    problem = parse("Ann L - - - -").problem
    absent = Absent("Ann", FIRST_DAY, LAST, AbsenceKind.OTHER)
    (leave,) = laid_over(problem, [absent]).leave
    assert list(leave.span.days) == list(problem.period.days)
    ((sheet, row),) = _rows(problem, absent)
    assert (sheet, row["kind"]) == ("Leave", "other")
    assert (row["from"], row["to"]) == (FIRST_DAY, LAST)


def test_days_that_the_book_knows_are_left_out_of_an_absence() -> None:
    problem = parse("Ann A - A - A").problem
    rows = _rows(problem, Absent("Ann", FIRST_DAY, LAST))
    days = [(row["from"].day, row["to"].day) for _, row in rows]
    assert days == [(5, 5), (7, 7)]
    everything = Absent("Ann", FIRST_DAY, FIRST_DAY)
    assert _rows(problem, everything) == []
    assert laid_over(problem, [everything]).leave == problem.leave


def test_the_same_absence_told_twice_is_one() -> None:
    absent = Absent("Ann", FIRST_DAY, LAST)
    assert len(_rows(parse("Ann L - - - -").problem, absent, absent)) == 1


def test_a_volunteers_offer_holds_every_shift_of_the_day_or_the_hours_given() -> None:
    problem = parse("Sam:special - -\nneed E+S -").problem
    (offer,) = laid_over(problem, [Offered("Sam", FIRST_DAY)]).offers
    assert all(offer.span.contains(shift.span) for shift in problem.shifts)
    given = Offered("Sam", FIRST_DAY, (time(18), time(2)))
    ((sheet, row),) = _rows(problem, given)
    assert sheet == "Availability"
    assert (row["from"], row["to"]) == (time(18), time(2))


def test_an_offer_of_staff_is_a_wish_to_work_and_an_agreement() -> None:
    problem = laid_over(parse("Ann L").problem, [Offered("Ann", FIRST_DAY)])
    assert [request.person for request in problem.requests] == ["Ann"]
    assert [waiver.rule for waiver in problem.waivers] == ["CHANGE-03"]


def test_what_has_happened_is_said_with_names_and_days() -> None:
    problem = parse("Ann L").problem
    day = date(2027, 1, 4)
    assert Absent("Ann", day, day).words(problem) == "Ann is away, Mon 4 Jan 2027"
    off = OffTheRoad("J1", day, day + timedelta(days=1))
    assert off.words(problem).endswith("Mon 4 Jan 2027 to Tue 5 Jan 2027")
    assert Agreed("Ann").words(problem) == "Ann agrees to a late change"
    hours = Offered("Ann", day, (time(18), time(2)))
    assert hours.words(problem) == "Ann would work Mon 4 Jan 2027, 18:00 to 02:00"
