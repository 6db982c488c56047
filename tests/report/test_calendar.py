"""What calendars show, against the rota, as a second library reads them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.domain import Span
from rostering.domain.time import ZONE
from rostering.saved.lines import State
from tests.report.calendars import (
    ANN,
    AUTUMN,
    CAR,
    SPRING,
    duty,
    events,
    exported,
    files,
    instants,
    span,
    vacancy,
)


def test_each_person_and_each_car_has_a_calendar(tmp_path):
    lines = [duty(), duty("P2", name="Bob Day", unit="J2")]
    exported(tmp_path, lines)
    assert list(files(tmp_path)) == [CAR, "cars/J2.ics", ANN, "people/P2 Bob Day.ics"]
    (event,) = events(tmp_path, ANN)
    assert event.summary.value == "J1 late"
    assert instants(event) == (lines[0].span.start, lines[0].span.end)


def test_no_two_calendars_share_a_uid(tmp_path):
    exported(tmp_path, [duty(), duty("J1", name="Joy One"), duty("J1", unit="J2")])
    uids = [e.uid.value for file in files(tmp_path) for e in events(tmp_path, file)]
    assert len(uids) == len(set(uids)) == 5


def test_the_crew_is_told_by_post_and_the_car_by_its_crew(tmp_path):
    lines = [duty(), duty("P2", name="Bob Day", post="officer")]
    exported(tmp_path, lines, document={"areas": {"J1": "Medway, Swale"}})
    (ann,), (car,) = events(tmp_path, ANN), events(tmp_path, CAR)
    assert ann.description.value == "paramedic: Ann Lee\nofficer: Bob Day"
    assert ann.location.value == car.location.value == "Medway, Swale"
    assert car.summary.value == "J1 late: Ann Lee, Bob Day"
    assert (ann.transp.value, car.transp.value) == ("OPAQUE", "TRANSPARENT")


def test_open_posts_are_not_crewed_and_spare_ones_and_reasons_not_told(tmp_path):
    lines = [
        duty(),
        vacancy(reason="1 away ([trust.xlsx]Leave!C2)"),
        vacancy(state=State.SPARE, post="second officer"),
    ]
    exported(tmp_path, lines)
    (car,) = events(tmp_path, CAR)
    assert car.summary.value == "J1 late: not crewed"
    assert car.description.value == "paramedic: Ann Lee\nofficer: not crewed"
    assert all(b"away" not in text for text in files(tmp_path).values())


def test_a_spare_place_alone_leaves_the_car_crewed(tmp_path):
    exported(tmp_path, [duty(), vacancy(state=State.SPARE)])
    (car,) = events(tmp_path, CAR)
    assert car.summary.value == "J1 late: Ann Lee"


CHANGES = [
    *(datetime(2027, 10, 30, hour, tzinfo=ZONE) for hour in (15, 18, 21)),
    *(datetime(2027, 10, 31, 1, 30, fold=fold, tzinfo=ZONE) for fold in (0, 1)),
    *(datetime(2027, 10, 31, hour, tzinfo=ZONE) for hour in (0, 1, 2)),
    datetime(2027, 10, 31, 1, fold=1, tzinfo=ZONE),
    *(datetime(2027, 3, 27, hour, tzinfo=ZONE) for hour in (15, 21)),
    *(datetime(2027, 3, 28, hour, tzinfo=ZONE) for hour in (0, 2)),
    datetime(2027, 3, 28, 0, 59, tzinfo=ZONE),
]


@pytest.mark.parametrize("hours", [1, 4.5, 10])
@pytest.mark.parametrize("start", CHANGES, ids=str)
def test_a_night_of_clock_change_has_the_instants_of_the_rota(tmp_path, start, hours):
    line = replace(duty(day=start.date()), span=span(start, hours))
    exported(tmp_path, [line])
    for file in (ANN, CAR):
        (event,) = events(tmp_path, file)
        assert instants(event) == (line.span.start, line.span.end)


def test_only_times_that_come_twice_are_told_in_utc(tmp_path):
    exported(tmp_path, [duty(day=AUTUMN - timedelta(1)), duty(day=SPRING)])
    text = files(tmp_path)[ANN].decode()
    assert "DTSTART;TZID=Europe/London:20270328T150000" in text
    # Sunday's 01:00 comes twice, as summer time and an hour later as winter time.
    assert "DTSTART:20271030T140000Z" in text
    assert "DTEND:20271031T000000Z" in text


@settings(max_examples=40)
@given(
    st.integers(0, 40 * 366 * 24 * 60),
    st.integers(1, 24 * 60),
)
def test_every_span_is_read_as_the_same_instants(tmp_path_factory, start, minutes):
    begin = datetime(1997, 1, 1, tzinfo=UTC) + timedelta(minutes=start)
    wanted = Span(begin, begin + timedelta(minutes=minutes))
    folder = tmp_path_factory.mktemp("any")
    exported(folder, [replace(duty(), span=wanted)])
    (event,) = events(folder, ANN)
    assert instants(event) == (wanted.start, wanted.end)


def test_the_rule_of_summer_time_is_that_of_the_zone(tmp_path):
    exported(tmp_path, [duty()])
    told = tzical(StringIO(files(tmp_path)[ANN].decode())).get("Europe/London")
    for year in range(1998, 2038):
        for month in (3, 10):
            first = datetime(year, month, 24, tzinfo=UTC)
            for moment in (first + timedelta(hours=hour) for hour in range(8 * 24)):
                clock = moment.astimezone(told)
                assert clock.replace(tzinfo=None) == moment.astimezone(ZONE).replace(
                    tzinfo=None
                )


def test_a_shift_that_a_hand_has_put_down_twice_is_there_once(tmp_path):
    lines = [duty(), duty(at=16), duty(post="officer")]
    exported(tmp_path, lines)
    (event,) = events(tmp_path, ANN)
    assert instants(event) == (lines[0].span.start, lines[1].span.end)


def test_no_lines_give_no_calendars(tmp_path):
    assert exported(tmp_path, []) == ()
    assert files(tmp_path) == {}
