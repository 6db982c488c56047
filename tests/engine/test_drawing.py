"""Drawings say what they seem to say, and are read as they were written."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given

from rostering.domain import (
    AbsenceKind,
    DateRange,
    DutyKind,
    PairKind,
    Person,
    PersonId,
    PinKind,
    Problem,
    Rota,
    Want,
)
from rostering.domain.time import span_between, whole_days
from rostering.drawing import draw, parse
from tests.strategies import drawings

MONDAY, TUESDAY, WEDNESDAY = (date(2027, 1, day) for day in (4, 5, 6))
ANN = PersonId("Ann")


def person(drawing: str) -> Person:
    return parse(drawing).problem.people[0]


def facts(lines: str) -> Problem:
    return parse(f"Ann - - -\nBob:regular - - -\n{lines}").problem


def worked(rota: Rota) -> list[tuple[str, str]]:
    return [
        (shift.id, fill.person) for shift in rota.crews for fill in rota.crews[shift]
    ]


def test_each_letter_is_a_turn_with_its_times() -> None:
    times = {
        shift.turn: shift.span for shift in parse("Ann M E L N S D").problem.shifts
    }
    clocks = {turn: f"{s.local_start:%H}-{s.local_end:%H}" for turn, s in times.items()}
    assert clocks == {
        "morning": "06-14",
        "early": "07-17",
        "late": "15-01",
        "night": "21-07",
        "specials": "18-02",
        "day": "08-18",
    }


def test_a_token_without_a_number_is_of_car_one() -> None:
    assert worked(parse("Ann L L2 -")) == [
        ("J1 2027-01-04 late", "Ann"),
        ("J2 2027-01-05 late", "Ann"),
    ]


def test_the_drawing_begins_on_a_monday_unless_it_says_when() -> None:
    assert parse("Ann -").problem.period.first == MONDAY
    assert parse("start 2027-03-27\nAnn -").problem.period.first == date(2027, 3, 27)


def test_the_period_has_the_days_drawn_or_more() -> None:
    assert len(parse("Ann - - -").problem.period.days) == 3
    assert len(parse("Ann .L .- - -").problem.period.days) == 2
    assert len(parse("Ann -\nneed L - L").problem.period.days) == 3
    assert len(parse("Ann -\ndays 14").problem.period.days) == 14
    assert len(parse("").problem.period.days) == 1


def test_people_are_paramedics_unless_their_line_says_otherwise() -> None:
    assert (person("Ann").role, person("Ann").weekly_minutes) == ("paramedic", 2250)
    bob = person("Bob@A")
    assert (bob.role, bob.team, bob.weekly_minutes) == ("regular", "A", None)
    assert person("Cal:sergeant@A").role == "sergeant"
    assert person("Sam:special").offers_time


def test_days_with_a_dot_are_on_record_and_count_back_from_the_first() -> None:
    rota = parse("Ann .L2 .- L")
    (duty,) = rota.problem.history
    assert (duty.kind, duty.day, duty.unit) == (
        DutyKind.WORKED,
        date(2027, 1, 2),
        "J2",
    )
    assert duty.span == span_between(date(2027, 1, 2), time(15), time(1))
    assert [shift.day for shift in rota.problem.shifts] == [MONDAY]


def test_leave_and_training_occupy_the_day() -> None:
    problem = parse("Ann .A A T").problem
    assert [leave.span for leave in problem.leave] == [
        whole_days(date(2027, 1, 3), date(2027, 1, 3)),
        whole_days(MONDAY, MONDAY),
    ]
    (course,) = problem.courses
    assert (course.booked, course.span.local_start.date()) == (("Ann",), TUESDAY)


def test_two_turns_in_one_day_are_joined_by_a_plus() -> None:
    rota = parse("Ann E+N - L")
    turns = [(shift.day.day, shift.turn) for shift in rota.shifts_of(ANN)]
    assert turns == [(4, "early"), (4, "night"), (6, "late")]


def test_a_day_of_leave_may_be_drawn_with_a_shift() -> None:
    rota = parse("Ann A+L -")
    assert len(rota.problem.leave) == 1
    assert len(rota.fills) == 1


def test_a_shift_that_is_drawn_twice_is_one_shift() -> None:
    rota = parse("Ann L\nBob:regular L\nneed L")
    (shift,) = rota.problem.shifts
    assert rota.people_on(shift) == {"Ann", "Bob"}


def test_without_a_crew_line_each_role_has_a_post() -> None:
    (shift,) = parse("Ann L\nBob:regular -\nCal:regular -").problem.shifts
    assert [(p.name, p.least, p.wanted, p.most) for p in shift.crew.posts] == [
        ("paramedic", 1, 1, 1),
        ("regular", 1, 1, 2),
    ]


def test_a_crew_line_gives_roles_numbers_and_skills() -> None:
    (shift,) = facts(
        "crew p:paramedic+radio o:special>regular/sergeant*1-2 any:driving\nneed L"
    ).shifts
    first, second = shift.crew.posts
    assert (first.skills, first.least, first.most) == ({"radio"}, 1, 1)
    assert second.roles == ({"special"}, {"regular", "sergeant"})
    assert (second.least, second.wanted, second.most) == (1, 2, 2)
    assert shift.crew.any_skills == ("driving",)


def test_a_team_line_gives_district_strength_and_pattern() -> None:
    (team,) = facts("team A@North/2 L - N").teams
    assert (team.district, team.least_on_duty, team.anchor) == ("North", 2, MONDAY)
    assert team.pattern == ("late", "-", "night")
    assert team.span_on(MONDAY) == span_between(MONDAY, time(15), time(1))


def test_a_leave_line_gives_kind_and_hours() -> None:
    whole, court = facts("leave Ann sick x x\nleave Bob court@9-13 - x").leave
    assert (whole.kind, whole.span) == (AbsenceKind.SICK, whole_days(MONDAY, TUESDAY))
    assert (court.kind, court.span) == (
        AbsenceKind.COURT,
        span_between(TUESDAY, time(9), time(13)),
    )


def test_an_offer_is_the_time_of_its_turn() -> None:
    (offer,) = facts("offer Ann - S").offers
    assert offer.span == span_between(TUESDAY, time(18), time(2))


def test_skills_and_needs_are_drawn() -> None:
    problem = facts("skill Ann radio - x x\nskill Bob driving\nasks regular driving o")
    radio, driving = problem.training
    assert radio.valid == DateRange(TUESDAY, WEDNESDAY)
    assert driving.valid == DateRange()
    (need,) = problem.skill_needs
    assert (need.role, need.skill, need.posts) == ("regular", "driving", {"o"})


@pytest.mark.parametrize("kind", PairKind)
def test_every_kind_of_pair_is_drawn(kind: PairKind) -> None:
    always, once = facts(f"{kind} Ann Bob\n{kind} Bob Ann - x").pairs
    assert (always.first, always.second, always.kind) == ("Ann", "Bob", kind)
    assert always.days == DateRange()
    assert once.days == DateRange(TUESDAY, TUESDAY)


def test_a_request_has_days_and_may_have_weight_and_car() -> None:
    off, work = facts("wants Ann off - x x\nwants Bob work*3@2 x").requests
    assert (off.want, off.days, off.weight, off.unit) == (
        Want.OFF,
        DateRange(TUESDAY, WEDNESDAY),
        1,
        "",
    )
    assert (work.want, work.weight, work.unit) == (Want.WORK, 3, "J2")


def test_pins_put_people_on_cars_and_keep_them_off() -> None:
    on, off = facts("pin Ann on - L2\npin Bob off L").pins
    assert (on.person, on.kind, on.unit, on.day) == ("Ann", PinKind.ON, "J2", TUESDAY)
    assert (off.kind, off.unit, off.day) == (PinKind.OFF, "J1", MONDAY)


def test_cars_have_districts_service_order_and_days_off_the_road() -> None:
    problem = facts(
        "need L1+L2\ncar J1 districts=North,South service=2-\norder J2 J1\nroad J1 - x"
    )
    assert problem.unit["J1"].districts == ("North", "South")
    assert problem.unit["J1"].in_service == DateRange(TUESDAY)
    assert [(s.unit, s.priority) for s in problem.shifts] == [("J1", 2), ("J2", 1)]
    (off,) = problem.off_road
    assert (off.unit, off.days) == ("J1", DateRange(TUESDAY, TUESDAY))


def test_bank_holidays_are_drawn() -> None:
    assert facts("holiday - x -").bank_holidays.keys() == {TUESDAY}


def test_terms_change_a_person() -> None:
    ann = person(
        "Ann - - -\nterms Ann hours=37.5 overtime status=DPS employer=Trust "
        "units=J2,J1 employed=2-3 optout job=9-17"
    )
    assert ann.weekly_minutes == 2250
    assert ann.overtime
    assert (ann.status, ann.employer) == ("DPS", "Trust")
    assert ann.units == ("J2", "J1")
    assert ann.employed == DateRange(TUESDAY, WEDNESDAY)
    assert ann.opt_out == DateRange()
    assert ann.main_job == (time(9), time(17))


@pytest.mark.parametrize(
    ("drawing", "told"),
    [
        ("Ann L Y", "'Y' draws no turn"),
        ("Ann l", "'l' draws no turn"),
        ("Ann .Q", "'Q' draws no turn"),
        ("Ann E+Q", "'Q' draws no turn"),
        ("Ann -\nneed x", "'x' draws no turn"),
        ("Sam:special -\noffer Sam x", "'x' draws no turn"),
        ("holliday x -", "'x' draws no turn"),
        ("Ann -\nterms Ann wage=9", "'wage' is no term of a drawn person"),
        ("Ann -\ncar J1 colour=red", "'colour' is no term of a drawn car"),
        ("start Monday\nAnn -", "isoformat"),
        ("Ann -\nwants Ann rest x", "'rest' is not a valid Want"),
    ],
)
def test_what_draws_nothing_is_refused(drawing: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse(drawing)


def test_a_drawing_is_read_as_it_was_written() -> None:
    text = draw(parse("Ann E+N A+L T -\nBob:special - L - S"))
    assert draw(parse(text)) == text
    assert text == (
        "start 2027-01-04\n"
        "Ann:paramedic E1+N1 A+L1 T -\n"
        "Bob:special - L1 - S1\n"
        "need E1+N1 L1 - S1"
    )


def test_open_shifts_are_drawn_as_needs() -> None:
    assert draw(parse("Ann - -\nneed L2 -")).splitlines() == [
        "start 2027-01-04",
        "Ann:paramedic - -",
        "need L2 -",
    ]


def test_cars_are_drawn_by_their_number_without_zeros() -> None:
    rota = parse("Ann L4")
    (shift,) = rota.problem.shifts
    renamed = replace(shift, unit="JR-04")
    fills = frozenset(fill._replace(shift=renamed) for fill in rota.fills)
    problem = replace(rota.problem, shifts=(renamed,))
    assert "Ann:paramedic L4" in draw(Rota(problem, fills)).splitlines()


@given(drawings())
def test_every_drawing_survives_being_drawn_again(drawing: str) -> None:
    text = draw(parse(drawing))
    again = parse(text)
    assert draw(again) == text
    before, after = parse(drawing).problem, again.problem
    assert [shift.id for shift in before.shifts] == [shift.id for shift in after.shifts]
    assert [(p.id, p.role, p.team) for p in before.people] == [
        (p.id, p.role, p.team) for p in after.people
    ]


def test_holidays_have_names_and_may_lie_before_the_first_day() -> None:
    holidays = parse("Ann .L L\nholiday .Boxing_Day x -").problem.bank_holidays
    assert holidays == {
        date(2027, 1, 3): "Boxing Day",
        date(2027, 1, 4): "bank holiday",
    }
