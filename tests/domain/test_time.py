"""Wall clocks and real time, over midnight and over both changes of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.domain import ALWAYS, DateRange, Period, Span
from rostering.domain.time import (
    DAY,
    MINUTE,
    day_in_words,
    days_between,
    in_words,
    instant,
    joined,
    monday_of,
    month_of,
    night_minutes,
    span_between,
    whole_days,
)

FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)
"""The Sundays on which the clocks change, at 01:00 and at 02:00 on the wall."""
NIGHT = time(23), time(6)

some_days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
some_clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
some_spans = st.builds(span_between, some_days, some_clocks, some_clocks)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def test_winter_time_is_utc_and_summer_time_an_hour_ahead() -> None:
    assert instant(date(2027, 1, 4), time(15)) == at(date(2027, 1, 4), 15)
    assert instant(date(2027, 7, 5), time(15)) == at(date(2027, 7, 5), 14)


@pytest.mark.parametrize("finish", [False, True])
def test_a_skipped_hour_is_moved_forward_by_the_hour_skipped(finish: bool) -> None:
    # 01:30 does not exist on that night; the clock shows 02:30 at 01:30 UTC.
    moved = instant(FORWARD, time(1, 30), finish=finish)
    assert moved == at(FORWARD, 1, 30)
    assert moved == instant(FORWARD, time(2, 30), finish=finish)


@pytest.mark.parametrize("finish", [False, True])
def test_the_hours_around_the_skipped_one_are_themselves(finish: bool) -> None:
    assert instant(FORWARD, time(0, 59), finish=finish) == at(FORWARD, 0, 59)
    assert instant(FORWARD, time(2), finish=finish) == at(FORWARD, 1)


def test_an_hour_that_happens_twice_starts_first_and_finishes_last() -> None:
    assert instant(BACK, time(1, 30)) == at(BACK, 0, 30)
    assert instant(BACK, time(1, 30), finish=True) == at(BACK, 1, 30)


@pytest.mark.parametrize("finish", [False, True])
def test_two_in_the_morning_happens_once_when_the_clocks_go_back(finish: bool) -> None:
    assert instant(BACK, time(2), finish=finish) == at(BACK, 2)


@pytest.mark.parametrize(
    ("start", "end", "ordinary", "forward", "back"),
    [
        # The Specials' night, 18:00 to 02:00: 8 h, 7 h, 9 h.
        (time(18), time(2), 8, 7, 9),
        # 15:00 to 01:00: the skipped 01:00 is 02:00; the second 01:00 finishes.
        (time(15), time(1), 10, 10, 11),
        # 14:00 to 00:00 ends before any change.
        (time(14), time(0), 10, 10, 10),
        (time(21), time(7), 10, 9, 11),
    ],
)
def test_a_saturdays_shift_lasts_its_real_hours(
    start: time, end: time, ordinary: int, forward: int, back: int
) -> None:
    hours = [
        span_between(saturday, start, end).minutes / 60
        for saturday in (date(2027, 1, 9), FORWARD - DAY, BACK - DAY)
    ]
    assert hours == [ordinary, forward, back]


@pytest.mark.parametrize(
    ("start", "end", "ordinary", "forward", "back"),
    [
        (time(18), time(2), 180, 120, 240),
        (time(16), time(2), 180, 120, 240),
        (time(15), time(1), 120, 120, 180),
        (time(14), time(0), 60, 60, 60),
        (time(21), time(7), 420, 360, 480),
        (time(7), time(17), 0, 0, 0),
        (time(5), time(15), 60, 60, 60),
    ],
)
def test_night_minutes_are_those_between_eleven_and_six(
    start: time, end: time, ordinary: int, forward: int, back: int
) -> None:
    minutes = [
        night_minutes(span_between(saturday, start, end), *NIGHT)
        for saturday in (date(2027, 1, 9), FORWARD - DAY, BACK - DAY)
    ]
    assert minutes == [ordinary, forward, back]


def test_a_duty_of_two_nights_has_the_night_minutes_of_both() -> None:
    # From 20:00 until 02:00 two nights later: 7 h and 3 h.
    span = Span(at(date(2027, 1, 4), 20), at(date(2027, 1, 6), 2))
    assert night_minutes(span, *NIGHT) == 600


@given(some_spans)
def test_night_minutes_are_no_more_than_the_minutes(span: Span) -> None:
    assert 0 <= night_minutes(span, *NIGHT) <= span.minutes


@given(st.one_of(some_days, st.sampled_from([FORWARD, BACK])), some_clocks, some_clocks)
def test_a_shift_never_ends_before_it_starts_nor_lasts_longer_than_the_longest_day(
    day: date, start: time, end: time
) -> None:
    assert timedelta() <= span_between(day, start, end).length <= timedelta(hours=25)


def test_what_the_clocks_skip_altogether_has_no_length() -> None:
    # 01:30 is moved to 02:30, past the end.
    assert span_between(FORWARD, time(1, 30), time(2, 15)).length == timedelta()


def test_an_end_that_is_the_start_is_a_day_later() -> None:
    assert span_between(date(2027, 1, 4), time(7), time(7)).length == DAY


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2027, 1, 4), 24), (FORWARD, 23), (BACK, 25)]
)
def test_a_whole_day_is_from_midnight_to_midnight(day: date, hours: int) -> None:
    assert whole_days(day, day).length == timedelta(hours=hours)
    assert list(whole_days(day, day).days) == [day]


def test_a_span_touches_the_dates_on_the_wall() -> None:
    late = span_between(date(2027, 1, 4), time(15), time(1))
    assert list(late.days) == [date(2027, 1, 4), date(2027, 1, 5)]
    to_midnight = span_between(date(2027, 1, 4), time(14), time(0))
    assert list(to_midnight.days) == [date(2027, 1, 4)]
    # In summer midnight on the wall is 23:00 UTC of the day before.
    assert list(whole_days(date(2027, 7, 5), date(2027, 7, 5)).days) == [
        date(2027, 7, 5)
    ]


def test_spans_that_only_touch_do_not_overlap() -> None:
    day = date(2027, 1, 4)
    first = Span(at(day, 8), at(day, 12))
    assert not first.overlaps(Span(at(day, 12), at(day, 13)))
    assert first.overlaps(Span(at(day, 11, 59), at(day, 13)))
    assert first.minutes_within(Span(at(day, 11, 59), at(day, 13))) == 1
    assert first.minutes_within(Span(at(day, 13), at(day, 14))) == 0


def test_a_span_contains_itself_but_not_a_minute_more() -> None:
    day = date(2027, 1, 4)
    span = Span(at(day, 8), at(day, 12))
    assert span.contains(span)
    assert not span.contains(Span(at(day, 8), at(day, 12, 1)))
    assert not span.contains(Span(at(day, 7, 59), at(day, 12)))


@given(some_spans, some_spans)
def test_what_overlaps_shares_time_both_ways(first: Span, second: Span) -> None:
    assert first.overlaps(second) == second.overlaps(first)
    assert first.minutes_within(second) == second.minutes_within(first)
    if first.minutes_within(second):
        assert first.overlaps(second)


def test_stretches_that_touch_are_joined_and_others_are_not() -> None:
    day = date(2027, 1, 4)
    morning, noon = Span(at(day, 8), at(day, 12)), Span(at(day, 12), at(day, 13))
    inside, evening = Span(at(day, 9), at(day, 10)), Span(at(day, 18), at(day, 20))
    assert joined([evening, noon, inside, morning]) == [
        Span(at(day, 8), at(day, 13)),
        evening,
    ]
    assert joined([]) == []


@given(st.lists(some_spans, max_size=6))
def test_joined_stretches_are_in_order_apart_and_hold_every_one(
    spans: list[Span],
) -> None:
    whole = joined(spans)
    for before, after in pairwise(whole):
        assert before.end < after.start
    for span in spans:
        assert sum(stretch.contains(span) for stretch in whole) == 1


@pytest.mark.parametrize(
    ("range_", "inside", "outside"),
    [
        (DateRange(date(2027, 1, 4), date(2027, 1, 5)), [4, 5], [3, 6]),
        (DateRange(date(2027, 1, 4)), [4, 31], [3]),
        (DateRange(last=date(2027, 1, 4)), [1, 4], [5]),
        (ALWAYS, [1, 31], []),
    ],
)
def test_a_range_has_both_its_ends(
    range_: DateRange, inside: list[int], outside: list[int]
) -> None:
    assert all(date(2027, 1, day) in range_ for day in inside)
    assert not any(date(2027, 1, day) in range_ for day in outside)


@given(
    *[st.one_of(st.none(), st.dates(date(2027, 1, 1), date(2027, 1, 9)))] * 4,
)
def test_ranges_overlap_where_a_day_is_in_both(
    a: date | None, b: date | None, c: date | None, d: date | None
) -> None:
    first, second = _range(a, b), _range(c, d)
    days = days_between(date(2026, 12, 31), date(2027, 1, 10))
    is_shared = any(day in first and day in second for day in days)
    assert first.overlaps(second) == second.overlaps(first) == is_shared


def _range(first: date | None, last: date | None) -> DateRange:
    if first and last and last < first:
        first, last = last, first
    return DateRange(first, last)


def test_a_period_knows_its_days_and_the_mondays_of_its_weeks() -> None:
    # From a Wednesday to the second Monday after it.
    period = Period(date(2027, 1, 6), date(2027, 1, 18))
    assert len(period.days) == 13
    assert (period.days[0], period.days[-1]) == (period.first, period.last)
    assert [day.day for day in period.mondays] == [4, 11, 18]
    assert date(2027, 1, 18) in period
    assert date(2027, 1, 5) not in period
    assert date(2027, 1, 19) not in period


def test_a_period_of_one_sunday_is_in_the_week_of_the_monday_before() -> None:
    sunday = date(2027, 1, 10)
    assert Period(sunday, sunday).mondays == (date(2027, 1, 4),)
    assert monday_of(sunday) == date(2027, 1, 4)
    assert monday_of(date(2027, 1, 11)) == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2027, 1, 31), date(2027, 1, 1), date(2027, 1, 31)),
        (date(2027, 2, 1), date(2027, 2, 1), date(2027, 2, 28)),
        (date(2028, 2, 15), date(2028, 2, 1), date(2028, 2, 29)),
        (date(2027, 12, 31), date(2027, 12, 1), date(2027, 12, 31)),
    ],
)
def test_a_month_is_whole(day: date, first: date, last: date) -> None:
    assert month_of(day) == Period(first, last)


def test_no_days_lie_between_a_day_and_the_one_before() -> None:
    assert list(days_between(date(2027, 1, 5), date(2027, 1, 4))) == []


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 h"),
        (45, "45 min"),
        (60, "1 h"),
        (630, "10 h 30 min"),
        (2881, "48 h 1 min"),
    ],
)
def test_lengths_are_said_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert in_words(minutes * MINUTE) == words


def test_dates_are_said_day_first() -> None:
    assert day_in_words(date(2027, 1, 5)) == "Tue 5 Jan 2027"
