"""ROLE-02 at its edges."""

from constraints.preferred_roles import PreferredRoles
from rostering.drawing import parse
from tests.verify import assert_broken, assert_charged, assert_kept

CREW = "crew o:special>regular>reserve"


def test_the_first_role_costs_nothing() -> None:
    assert_kept(PreferredRoles(), f"Sam:special L\n{CREW}")


def test_each_step_down_costs_one_more() -> None:
    assert_charged(PreferredRoles(), f"Bob:regular L\n{CREW}", 1)
    assert_charged(PreferredRoles(), f"Pat:reserve L\n{CREW}", 2)


def test_the_weight_multiplies_the_steps() -> None:
    assert_charged(PreferredRoles(weight=3), f"Pat:reserve L\n{CREW}", 6)


def test_roles_of_equal_rank_are_equally_good() -> None:
    drawing = "Sam:special L\nBob:regular L\nPat:reserve -\n"
    assert_kept(PreferredRoles(), f"{drawing}crew o:special/regular>reserve*2")


def test_each_shift_counts_from_the_first_day_to_the_last() -> None:
    assert_charged(PreferredRoles(), f"Bob:regular L - L\n{CREW}", 2)


def test_two_in_one_crew_are_counted_each() -> None:
    drawing = f"Bob:regular L\nPat:reserve L\n{CREW}*2"
    assert_charged(PreferredRoles(), drawing, 3)


def test_where_it_must_hold_only_the_first_role_will_do() -> None:
    assert_broken(PreferredRoles(), f"Bob:regular L\n{CREW}", times=1)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(PreferredRoles(people=frozenset()), f"Bob:regular L\n{CREW}")


def test_the_breach_names_the_better_roles_in_order() -> None:
    drawing = "Pat:reserve L\ncrew o:special/cadet>regular>reserve"
    (breach,) = PreferredRoles().audit(parse(drawing))
    assert breach.because == (
        "reserve as o on J1 late on Mon 4 Jan 2027; "
        "better cadet or special, then regular"
    )
