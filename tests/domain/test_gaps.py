"""What is left free between spans."""

from datetime import date, time

from rostering.domain import Span
from rostering.domain.time import gaps_between, span_between, whole_days

MONDAY = date(2027, 1, 4)
DAY = whole_days(MONDAY, MONDAY)


def at(start: int, end: int) -> Span:
    return span_between(MONDAY, time(start), time(end))


def gaps(*spans: Span) -> list[str]:
    found = gaps_between(spans, DAY)
    return [f"{gap.local_start:%H}-{gap.local_end:%H}" for gap in found]


def test_without_spans_all_is_free() -> None:
    assert gaps() == ["00-00"]


def test_gaps_lie_before_between_and_after() -> None:
    assert gaps(at(9, 12), at(3, 5)) == ["00-03", "05-09", "12-00"]


def test_spans_that_touch_or_overlap_leave_no_gap() -> None:
    assert gaps(at(3, 5), at(5, 9), at(6, 8)) == ["00-03", "09-00"]


def test_what_lies_outside_or_over_the_edge_is_cut_off() -> None:
    night = span_between(date(2027, 1, 3), time(21), time(7))
    late = span_between(MONDAY, time(15), time(1))
    assert gaps(night, late) == ["07-15"]
    assert gaps(span_between(date(2027, 1, 5), time(9), time(10))) == ["00-00"]


def test_a_span_over_the_whole_leaves_nothing() -> None:
    assert gaps(whole_days(date(2027, 1, 3), date(2027, 1, 5))) == []
