"""CREW-02 at its edges."""

from constraints.crew_skills import CrewSkills
from rostering.drawing import parse
from tests.verify import assert_broken, assert_charged, assert_kept

CREW = "crew p:paramedic o:regular any:driving"


def test_a_late_turn_needs_the_skill_on_the_date_of_its_end_too() -> None:
    # A late turn ends at 01:00 on the next date.
    assert_kept(CrewSkills(), f"Ann L\nskill Ann driving x x\n{CREW}")
    assert_broken(CrewSkills(), f"Ann L\nskill Ann driving x -\n{CREW}", times=1)
    assert_broken(CrewSkills(), f"Ann L\nskill Ann driving - x\n{CREW}", times=1)


def test_a_turn_within_one_date_needs_the_skill_on_that_date_alone() -> None:
    assert_kept(CrewSkills(), f"Ann - E\nskill Ann driving - x\n{CREW}")


def test_two_who_hold_it_on_one_date_each_do_not_make_one_driver() -> None:
    halves = "skill Ann driving x -\nskill Bob driving - x"
    assert_broken(CrewSkills(), f"Ann L\nBob:regular L\n{halves}\n{CREW}")


def test_two_tickets_of_one_person_that_follow_on_count_as_one() -> None:
    halves = "skill Ann driving x -\nskill Ann driving - x"
    assert_kept(CrewSkills(), f"Ann L\n{halves}\n{CREW}")


def test_somebody_else_of_the_crew_may_hold_it() -> None:
    drawing = f"Ann L\nBob:regular L\nskill Bob driving\n{CREW}"
    assert_kept(CrewSkills(), drawing)


def test_a_holder_who_is_not_in_the_crew_is_of_no_use() -> None:
    assert_broken(CrewSkills(), f"Ann L\nBob:regular -\nskill Bob driving\n{CREW}")


def test_the_last_day_of_a_ticket_counts_whole() -> None:
    drawing = "Ann E E E\nskill Ann driving x x -\ncrew p:paramedic any:driving"
    assert_broken(CrewSkills(), drawing, times=1)


def test_each_skill_is_needed_by_itself() -> None:
    crew = "crew p:paramedic any:driving any:water"
    assert_broken(CrewSkills(), f"Ann L\nskill Ann driving\n{crew}", times=1)
    assert_charged(CrewSkills(weight=2), f"Ann L\n{crew}", 4)


def test_nobody_on_the_car_needs_no_skill() -> None:
    assert_kept(CrewSkills(), f"Ann -\n{CREW}\nneed L")


def test_a_crew_template_without_such_a_skill_is_left_alone() -> None:
    assert_kept(CrewSkills(), "Ann L\ncrew p:paramedic")


def test_a_car_that_it_does_not_bind_is_left_alone() -> None:
    assert_kept(CrewSkills(units=frozenset({"J2"})), f"Ann L\n{CREW}")


def test_the_breach_names_the_skill_and_the_dates() -> None:
    (breach,) = CrewSkills().audit(parse(f"Ann L\n{CREW}"))
    assert breach.because == (
        "nobody in the crew holds driving on Mon 4 Jan 2027 and Tue 5 Jan 2027"
    )
