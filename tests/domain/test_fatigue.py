"""The index of fatigue and risk, against trial values and at its edges."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.domain import AbsenceKind, Duty, DutyKind, PersonId, Span
from rostering.domain.fatigue import added_risk, fatigues, is_night, risks, scores
from rostering.domain.sleep import FRESH, sleepiness, sleepiness_of, vigilance
from rostering.domain.time import HOUR, span_between

FIRST = date(2027, 1, 4)


def turns(text, first=FIRST):
    """`18-02 - 07-17`, one turn a day; `-` is a day off, `+` joins two of one day."""
    spans = []
    for offset, marks in enumerate(text.split()):
        for mark in marks.split("+"):
            begin, _, end = mark.partition("-")
            if begin:
                clocks = time(int(begin)), time(int(end))
                spans.append(span_between(first + timedelta(offset), *clocks))
    return spans


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("18-02 18-02", [0.76, 0.85]),
        ("15-23 15-23 15-23 15-23 15-23", [0.72, 0.79, 0.86, 0.94, 1.01]),
        ("15-01 15-01 15-01 15-01 15-01", [0.82, 0.91, 1.00, 1.08, 1.17]),
        (
            "07-17 07-17 14-00 14-00 21-07 21-07",
            [0.73, 0.77, 0.91, 0.99, 1.12, 1.23],
        ),
        ("19-07 19-07 19-07 19-07", [0.96, 1.08, 1.20, 1.32]),
        ("09-17+18-02", [0.65, 1.17]),
    ],
)
def test_the_trial_values_of_the_catalogue_come_out(pattern, expected):
    assert list(risks(turns(pattern))) == [
        pytest.approx(value, abs=0.05) for value in expected
    ]


def test_the_reference_pattern_is_average():
    pattern = "07-19 07-19 19-07 19-07 - - - -"
    assert sum(risks(turns(pattern))) / 4 == pytest.approx(1.0, abs=0.05)


def test_nothing_worked_has_no_score():
    assert list(risks([])) == list(fatigues([])) == list(vigilance([])) == []
    assert scores([]) == ()


def test_one_duty_finds_the_person_rested():
    (only,) = risks(turns("18-02"))
    (fresh,) = vigilance(turns("18-02"))
    assert only == pytest.approx(0.76, abs=0.01)
    assert fresh == FRESH


def gap_of(hours):
    """Two duties with these hours between, the way there and back being taken off."""
    first, _ = turns("07-15 07-15")
    start = first.end + hours * HOUR + HOUR
    return first, Span(start, start + 8 * HOUR)


def test_from_nine_hours_on_a_gap_costs_by_the_time_of_day():
    assert added_risk(*gap_of(8)) == pytest.approx(0.06)
    assert added_risk(*gap_of(0)) == pytest.approx(0.54)
    assert added_risk(*gap_of(9)) == pytest.approx(0.09, abs=0.03)


def test_after_24_hours_the_risk_falls_instead():
    assert added_risk(*gap_of(24)) is not None
    assert added_risk(*gap_of(24.25)) is None


def test_each_night_of_rest_takes_two_thirds_of_what_has_built_up():
    (_, *_, before), (*_, after) = (
        list(risks(turns(text))) for text in ("15-01 " * 4, "15-01 " * 4 + "- 15-01")
    )
    alone = next(risks(turns("15-01")))
    built_up, left = before / alone - 1, after / alone - 1
    # From 01:00 to 15:00 on the day after next are two nights, but for two hours.
    assert left / built_up == pytest.approx(0.38, abs=0.06)


def test_a_long_way_to_work_adds_to_both_and_a_short_one_takes_nothing_from_the_risk():
    (near,), (far,), (usual,) = (
        list(risks(turns("18-02"), commute)) for commute in (10, 120, 40)
    )
    assert near == usual < far
    (rested,), (travelled,) = (
        list(fatigues(turns("18-02"), commute)) for commute in (40, 120)
    )
    assert rested < travelled


def test_the_hour_that_is_lost_shortens_the_night_and_the_one_won_makes_it_longer():
    forward, back = date(2027, 3, 27), date(2027, 10, 30)
    (short,), (usual,), (long,) = (
        list(risks(turns("21-07", first))) for first in (forward, FIRST, back)
    )
    assert short < usual < long
    # Sunday's early turn begins an hour sooner after Saturday's late one.
    lost, ordinary = (
        list(risks(turns("15-01 12-20", first))) for first in (forward, FIRST)
    )
    assert lost[1] > ordinary[1] - 0.001


def test_nights_tire_more_than_lates_and_lates_more_than_days():
    days, lates, nights = (
        list(fatigues(turns(f"{turn} " * 4))) for turn in ("09-17", "15-01", "21-07")
    )
    assert all(d < late < n for d, late, n in zip(days, lates, nights, strict=True))


def test_early_starts_and_late_finishes_cost_sleep_and_rest_gives_it_back():
    for turn in ("06-14", "15-01", "22-06"):
        *_, fifth = vigilance(turns(f"{turn} " * 5))
        *_, rested = vigilance(turns(f"{turn} " * 5 + f"- - - - {turn}"))
        assert fifth < rested <= FRESH


def test_a_start_before_midnight_costs_the_night_that_is_missed():
    (_, second) = vigilance(turns("23-07 23-07"))
    assert second < FRESH


def test_two_duties_on_end_leave_no_sleep_between():
    assert list(fatigues(turns("09-17+18-02")))[1] > 1.5 * next(
        fatigues(turns("18-02"))
    )


def test_a_night_has_three_hours_between_eleven_and_six():
    night, late = turns("18-02 15-01")
    assert (is_night(night), is_night(late)) == (True, False)


def test_only_work_is_scored_and_in_order_of_time():
    first, second = turns("15-01 15-01")
    ann = PersonId("Ann")
    duties = [
        Duty(ann, DutyKind.SHIFT, second, FIRST, "late"),
        Duty(ann, DutyKind.TEAM, first, FIRST, "late"),
        Duty(ann, DutyKind.AWAY, first, FIRST, "", absence=AbsenceKind.ANNUAL),
    ]
    found = scores(duties)
    assert [score.duty.span for score in found] == [first, second]
    assert found[0].risk < found[1].risk
    assert not found[0].is_night


def test_sleepiness_is_a_chance():
    assert 0 < sleepiness(-5) < sleepiness(5) < sleepiness(15) <= 1
    assert 0 < sleepiness_of(FRESH) < sleepiness_of(0) < 0.5


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["-", "07-15", "15-01", "21-07"]), max_size=12))
def test_more_work_before_never_makes_a_duty_less_risky(days):
    with_more = list(risks(turns(" ".join(["21-07", *days, "15-01"]))))
    with_less = list(risks(turns(" ".join(["-", *days, "15-01"]))))
    assert with_more[-1] >= with_less[-1] - 1e-9
    every = list(fatigues(turns(" ".join(["-", *days, "15-01"]))))
    assert all(0 < value < 100 for value in every)
