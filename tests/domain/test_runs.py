"""Days in a row."""

from datetime import date, timedelta

from rostering.domain.runs import long_runs, runs_of

FIRST = date(2027, 1, 4)


def days(*offsets: int) -> set[date]:
    return {FIRST + timedelta(days=offset) for offset in offsets}


def test_a_run_goes_on_until_a_day_is_missing() -> None:
    runs = [[(day - FIRST).days for day in run] for run in runs_of(days(5, 1, 2, 7, 6))]
    assert runs == [[1, 2], [5, 6, 7]]


def test_no_days_make_no_run() -> None:
    assert list(runs_of(set())) == []


def test_a_run_counts_once_for_each_stretch_that_is_too_long() -> None:
    worked = days(1, 2, 3, 4, 5)
    assert [len(ends) for _, ends in long_runs(worked, worked, 3)] == [2]
    assert [len(ends) for _, ends in long_runs(worked, worked, 4)] == [1]
    assert list(long_runs(worked, worked, 5)) == []


def test_only_stretches_with_an_added_day_count() -> None:
    # Of 1-4, 2-5 and 3-6, where three are allowed, only the last has the sixth day.
    worked = days(1, 2, 3, 4, 5, 6)
    assert [len(ends) for _, ends in long_runs(worked, days(6), 3)] == [1]
    assert list(long_runs(worked, days(), 3)) == []
