"""Fair shares, in exact arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rostering.domain import (
    DateRange,
    OffRoad,
    Period,
    PersonId,
    Problem,
    Rota,
    Span,
)
from rostering.domain.shares import Share, shares
from rostering.drawing import parse

ANN, BOB = PersonId("Ann"), PersonId("Bob")


@dataclass(frozen=True)
class EveryDay:
    """Everything counts, as the day on which it starts."""

    def mark(self, problem: Problem, span: Span, day: date) -> date | None:
        return day


@dataclass(frozen=True)
class Weekly:
    """Everything counts, as the Monday of its week."""

    def mark(self, problem: Problem, span: Span, day: date) -> date | None:
        return day - timedelta(days=day.weekday())


def shares_of(drawing: str) -> Mapping[PersonId, Share]:
    return shares(parse(drawing).problem, EveryDay())


def test_the_example_in_words_is_the_example_in_figures() -> None:
    rota = parse(
        f"Ann {'.L ' * 24}{'.- ' * 95}{'- ' * 56}\nBob:paramedic -\n"
        f"need {'L ' * 56}\nterms Bob hours=22.5 employed=1-"
    )
    assert rota.problem.period == Period(date(2027, 1, 4), date(2027, 2, 28))
    assert rota.problem.memory.first == date(2026, 9, 7)
    found = shares(rota.problem, EveryDay())
    assert found[ANN].exact == Fraction(80 * 393_750, 469_350)
    assert found[BOB].exact == Fraction(80 * 75_600, 469_350)
    assert (found[ANN].most, found[BOB].least, found[BOB].most) == (68, 12, 13)


def test_weeks_before_the_groups_first_record_are_not_counted_against_a_joiner() -> (
    None
):
    # Nothing is on record: only the 4 days of the period count, and Bob was there.
    found = shares_of("Ann - - - -\nBob:paramedic\nneed L L L L\nterms Bob employed=1-")
    assert found[ANN].exact == found[BOB].exact == 2


def test_dates_of_several_days_have_the_places_of_the_fullest_day() -> None:
    # Two cars on Tuesday, one on the other days: two weekly places, not five.
    rota = parse("Ann - - - -\nneed L1 L1+L2 L1 L1")
    assert shares(rota.problem, Weekly())[ANN].exact == 2


def test_places_wanted_but_not_needed_are_shared_too() -> None:
    found = shares_of("Ann - -\nBob:paramedic - -\ncrew p:paramedic*1-2\nneed L -")
    assert found[ANN].exact == 1


def test_a_car_off_the_road_leaves_nothing_to_share() -> None:
    problem = parse("Ann - - -\nneed L L L").problem
    off = OffRoad("J1", DateRange(date(2027, 1, 5), date(2027, 1, 6)))
    found = shares(replace(problem, off_road=(off,)), EveryDay())
    assert found[ANN].exact == 1


def test_people_who_share_no_car_share_no_places() -> None:
    found = shares_of(
        "Ann - - -\nBob:paramedic - - -\nneed L1+L2 L1 L1\n"
        "terms Ann units=J1\nterms Bob units=J2"
    )
    assert (found[ANN].exact, found[BOB].exact) == (3, 1)


def test_somebody_who_may_ride_both_cars_makes_one_group_of_all() -> None:
    found = shares_of(
        "Ann - - -\nBob:paramedic - - -\nCal:paramedic\nneed L1+L2 L1+L2 L1+L2\n"
        "terms Ann units=J1\nterms Bob units=J2\nterms Cal units=J2,J1"
    )
    assert {share.exact for share in found.values()} == {2}


def test_the_terms_of_work_make_groups_within_a_role() -> None:
    # Bank staff offer time: each kind shares the four places by itself.
    rota = parse("Ann - - - -\nBob:paramedic - - - -\nneed L L L L\noffer Bob L L")
    people = tuple(
        replace(person, weekly_minutes=None) if person.id == BOB else person
        for person in rota.problem.people
    )
    found = shares(replace(rota.problem, people=people), EveryDay())
    assert (found[ANN].exact, found[ANN].has_least) == (4, True)
    assert (found[BOB].exact, found[BOB].has_least) == (4, False)


def test_a_role_without_places_has_no_shares() -> None:
    assert shares_of("Ann - -\nBob:regular\ncrew p:paramedic\nneed L L").keys() == {ANN}


def test_a_role_without_chances_has_no_shares() -> None:
    assert shares_of("Sam:special - -\nneed S S") == {}


def test_what_an_offering_person_did_before_they_joined_is_not_expected() -> None:
    # Both offered both nights; Tom has been there for 2 of the 4 days that count.
    found = shares_of(
        "Sam:special .S .- - -\nTom:special - -\noffer Sam S S\noffer Tom S S\n"
        "need S S\nterms Tom employed=1-"
    )
    # Three in all: 2 / 2 a day x 4 days for Sam, 2 / 2 a day x 2 days for Tom.
    assert found[PersonId("Sam")].exact == 2
    assert found[PersonId("Tom")].exact == 1


def test_hours_have_room_for_so_many_shifts_of_the_common_length() -> None:
    # A week of 37.5 h holds three of 10 h, though the share is seven.
    found = shares_of("Ann - - - - - - -\nneed L L L L L L L")
    assert (found[ANN].exact, found[ANN].least, found[ANN].most) == (7, 3, 7)


def test_who_was_on_leave_is_measured_by_the_days_at_hand() -> None:
    # The record reaches 2 days back, and two nights are planned: 3 in all.
    found = shares_of(
        "Sam:special .S .- - - - -\nTom:special - - A A\nneed S S - -\n"
        "offer Sam S S\noffer Tom S S\nleave Tom annual - - x x"
    )
    # Sam: 2 / 4 a day for 6 days is 3. Tom's second night runs into his leave:
    # 1 / 2 a day for 4 days is 2.
    assert found[PersonId("Sam")].exact == Fraction(3 * 3, 5)
    assert found[PersonId("Tom")].exact == Fraction(3 * 2, 5)


def test_what_is_on_record_cannot_be_attained_again() -> None:
    # The week from 4 January is on record from Tuesday, and goes on.
    rota = parse("start 2027-01-06\nAnn .L - - -\nneed L L L")
    assert shares(rota.problem, Weekly())[ANN].attainable == 1


def test_shares_are_worked_out_once_for_a_problem() -> None:
    problem = parse("Ann L").problem
    assert shares(problem, EveryDay()) is shares(problem, EveryDay())
    assert shares(problem, Weekly()) is not shares(problem, EveryDay())


@given(
    hours=st.lists(st.integers(1, 40), min_size=1, max_size=5),
    nights=st.integers(1, 14),
    record=st.integers(0, 10),
)
def test_the_shares_of_a_group_are_all_there_is_to_share(
    hours: list[int], nights: int, record: int
) -> None:
    lines = [f"P0 {'.L ' * record}{'- ' * nights}"]
    lines += [f"P{n} -" for n in range(1, len(hours))]
    lines += [f"terms P{n} hours={number}" for n, number in enumerate(hours)]
    rota: Rota = parse("\n".join([*lines, f"need {'L ' * nights}"]))
    found = shares(rota.problem, EveryDay()).values()
    assert sum(share.exact for share in found) == nights + record
    for share in found:
        assert 0 <= share.least <= share.most
        assert share.most >= share.exact
