"""POST-01 at its edges."""

from dataclasses import replace

import pytest

from constraints.post import RightPost
from rostering.domain import Fill, Mode, PersonId, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = RightPost()


def _in_post(drawing: str, person: str, post: str) -> Rota:
    """The drawn problem with one person put in one post of its first shift."""
    problem = parse(drawing).problem
    fill = Fill(PersonId(person), problem.shifts[0], post)
    return Rota(problem, frozenset({fill}))


def test_every_admitted_role_may_fill_the_post_the_least_preferred_too() -> None:
    crew = "Ann\nBob:regular\nSam:special\ncrew p:paramedic officer:special>regular"
    assert_kept(RULE, _in_post(f"{crew}\nneed L", "Sam", "officer"))
    assert_kept(RULE, _in_post(f"{crew}\nneed L", "Bob", "officer"))


def test_a_role_that_is_not_admitted_may_not_fill_the_post() -> None:
    crew = "Ann\nBob:regular\ncrew p:paramedic officer:regular\nneed L"
    assert_broken(RULE, _in_post(crew, "Ann", "officer"), times=1)
    assert_broken(RULE, _in_post(crew, "Bob", "p"), times=1)


def test_a_post_that_the_crew_does_not_have_cannot_be_filled() -> None:
    drawn = _in_post("Ann\nneed L", "Ann", "pilot")
    assert_broken(RULE, drawn, times=1)
    (breach,) = RULE.audit(drawn)
    assert (
        breach.because
        == "no post 'pilot' in the crew, but on J1 late on Mon 4 Jan 2027"
    )


def test_who_names_no_cars_may_ride_every_car() -> None:
    assert_kept(RULE, "Ann L1 L2")


def test_who_names_cars_may_ride_no_other() -> None:
    assert_broken(RULE, "Ann L1 L2 L3\nterms Ann units=J1,J3", times=1)


def test_the_first_and_the_last_day_on_the_strength_count() -> None:
    assert_kept(RULE, "Ann - L L -\nterms Ann employed=2-3")
    assert_broken(RULE, "Ann L L L L\nterms Ann employed=2-3", times=2)


def test_the_last_shift_may_end_on_the_day_after_the_last_on_the_strength() -> None:
    assert_kept(RULE, "Ann N\nterms Ann employed=-1")


def test_the_first_and_the_last_day_of_the_cars_service_count() -> None:
    assert_kept(RULE, "Ann - N N -\ncar J1 service=2-3")
    assert_broken(RULE, "Ann L L L L\ncar J1 service=2-3", times=2)


def test_another_cars_service_does_not_matter() -> None:
    assert_kept(RULE, "Ann L1 L1\ncar J2 service=5-")


def test_the_record_from_before_the_period_is_no_breach() -> None:
    assert_kept(RULE, "Ann .L2 -\nterms Ann units=J1 employed=2-")


def test_all_that_is_wrong_with_one_place_is_one_breach() -> None:
    drawn = "Ann L2\nterms Ann units=J1 employed=2-\ncar J2 service=2-"
    assert_broken(RULE, drawn, times=1)
    (breach,) = RULE.audit(parse(drawn))
    assert breach.because == (
        "rides only J1 and not on the strength that day and J2 is not in service "
        "that day, but on J2 late on Mon 4 Jan 2027"
    )


def test_each_place_taken_wrongly_is_charged_once() -> None:
    assert_charged(RightPost(weight=3), "Ann L L\nterms Ann employed=3-", 6)
    wish = RightPost(weight=3, mode=Mode.WISH)
    twice = "Ann -\nterms Ann employed=2-\ncrew a:paramedic b:paramedic\nneed L1+E2"
    assert_agreement(wish, twice)


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ("terms Ann employed=2-", "not on the strength before Tue 5 Jan 2027"),
        ("terms Ann employed=-0", "not on the strength after Sun 3 Jan 2027"),
        ("car J1 service=2-", "J1 is not in service before Tue 5 Jan 2027"),
        ("car J1 service=-0", "J1 is not in service after Sun 3 Jan 2027"),
        ("terms Ann units=J2,J3", "rides only J2, J3"),
        ("crew driver:regular", "driver is not for a paramedic"),
    ],
)
def test_the_reason_is_told_with_its_date(facts: str, because: str) -> None:
    problem = parse(f"Ann L\n{facts}").problem
    (shift,) = problem.shifts
    bar = RULE.bar(problem, problem.people[0], shift, shift.crew.posts[0])
    assert bar is not None
    assert bar.because == because


def test_a_car_that_is_not_listed_is_always_in_service() -> None:
    drawn = parse("Ann L")
    assert_kept(RULE, Rota(replace(drawn.problem, units=()), drawn.fills))


def test_nobody_is_in_no_post() -> None:
    assert_kept(RULE, "need L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(RightPost(people=frozenset()), "Ann L\nterms Ann employed=2-")
