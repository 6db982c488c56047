"""RUN-01 at its edges."""

from constraints.run_of_days import RunOfDays
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

THREE = RunOfDays(most=3)


def test_a_run_of_exactly_the_most_is_allowed() -> None:
    assert_kept(THREE, "Ann L L L")


def test_a_run_of_one_day_more_is_not() -> None:
    assert_broken(THREE, "Ann L L L L", times=1)


def test_a_day_off_begins_a_new_run() -> None:
    assert_kept(THREE, "Ann L L L - L L L")


def test_days_on_record_before_the_period_count() -> None:
    assert_kept(THREE, "Ann .L .L L")
    assert_broken(THREE, "Ann .L .L .L L", times=1)


def test_a_run_on_record_that_was_too_long_by_itself_is_not_held_against_it() -> None:
    assert_kept(THREE, "Ann .L .L .L .L - L")


def test_a_run_on_record_may_not_be_made_longer() -> None:
    # Of the stretches of four days that end on each day, only the last has a new day.
    assert_charged(THREE, "Ann .L .L .L .L .L L", 1)


def test_the_last_stretch_of_the_period_counts() -> None:
    assert_broken(THREE, "Ann - - - L L L L", times=1)


def test_a_run_that_a_team_goes_on_with_after_the_period_counts() -> None:
    # Bob rides on his rest day, the last of the period; his team works the next three.
    assert_broken(THREE, "Bob@A - L\nteam A L - L L L - - -", times=1)
    assert_kept(THREE, "Bob@A - L\nteam A - - L L - - - -")


def test_a_run_that_the_pattern_makes_by_itself_is_the_teams_business() -> None:
    assert_kept(THREE, "Bob@A L L L L L\nteam A L L L L L - - -")


def test_riding_the_car_on_a_day_of_the_teams_adds_no_day() -> None:
    # Only the ride on the rest day makes a run: days 2 to 5, where 3 and 4 are rides.
    assert_charged(THREE, "Bob@A - L L L -\nteam A - - L L L - - -", 1)


def test_training_and_court_are_work_and_leave_is_not() -> None:
    assert_broken(THREE, "Ann L T T L", times=1)
    assert_broken(THREE, "Ann L L - L\nleave Ann court - - x", times=1)
    assert_kept(THREE, "Ann L L A L L")


def test_two_shifts_in_one_day_are_one_day() -> None:
    assert_kept(THREE, "Ann E+N - E+N")
    assert_agreement(THREE, "Ann E+N L L L+N")


def test_a_run_far_too_long_counts_once_for_each_day_too_many() -> None:
    breaches = list(THREE.audit(parse("Ann L L L L L L")))
    assert [breach.amount for breach in breaches] == [3]
    assert breaches[0].because == (
        "works 6 days in a row, Mon 4 Jan 2027 to Sat 9 Jan 2027; at most 3 allowed"
    )
    assert_charged(THREE, "Ann L L L L L L", 3)


def test_a_weight_multiplies_the_charge() -> None:
    assert_charged(RunOfDays(most=1, weight=5), "Ann L L L", 10)


def test_the_day_of_the_breach_is_the_first_that_the_rota_adds() -> None:
    (breach,) = THREE.audit(parse("Ann .L .L .L L L"))
    assert breach.day is not None
    assert breach.day.isoformat() == "2027-01-04"


def test_each_persons_run_is_their_own() -> None:
    assert_kept(THREE, "Ann L L - -\nBob - - L L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(RunOfDays(most=1, people=frozenset({"Bob"})), "Ann L L L")


def test_nobody_breaks_nothing() -> None:
    assert_kept(THREE, "need L L L L")
