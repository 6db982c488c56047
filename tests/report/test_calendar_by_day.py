"""What programs that ask a calendar for the shifts of a day are told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import recurring_ical_events
from icalendar import Calendar

from rostering.domain.time import ZONE
from tests.report.calendars import (
    ANN,
    AUTUMN,
    CAR,
    LATER,
    MONDAY,
    SPRING,
    duty,
    exported,
    files,
    span,
)

NIGHTS = [
    (at, hours, day + timedelta(days))
    for day in (AUTUMN, SPRING)
    for days, at, hours in (
        (-1, 15, 10),
        (-1, 18, 8),
        (-1, 22, 9),
        (0, 0, 6),
        (0, 2, 8),
    )
]


def asked(*texts, first=None, days=400):
    """The shifts that files opened one after another show, on these days."""
    together = Calendar.from_ical(texts[0])
    for text in texts[1:]:
        together.subcomponents += Calendar.from_ical(text).events
    first = first or MONDAY - timedelta(1)
    shown = recurring_ical_events.of(together)
    return list(shown.between(first, first + timedelta(days)))


def instants(event):
    return event.start.astimezone(UTC), event.end.astimezone(UTC)


@pytest.mark.parametrize(("at", "hours", "day"), NIGHTS, ids=str)
def test_a_night_of_clock_change_is_asked_for_as_the_rota_has_it(
    tmp_path, at, hours, day
):
    start = datetime(day.year, day.month, day.day, at, tzinfo=ZONE)
    line = replace(duty(day=day), span=span(start, hours))
    exported(tmp_path, [line])
    for file in (ANN, CAR):
        (event,) = asked(files(tmp_path)[file], first=day, days=1)
        assert instants(event) == (line.span.start, line.span.end)


def test_each_day_of_a_year_has_its_shift_once(tmp_path):
    lines = [duty(day=MONDAY + timedelta(days)) for days in range(365)]
    exported(tmp_path, lines)
    found = sorted(instants(event) for event in asked(files(tmp_path)[ANN]))
    assert found == [(line.span.start, line.span.end) for line in lines]


@pytest.mark.parametrize("day", [MONDAY, AUTUMN, SPRING], ids=str)
def test_a_changed_shift_takes_the_place_of_the_one_before(tmp_path, day):
    other, changed = duty(day=day + timedelta(1)), duty(day=day, at=18)
    exported(tmp_path, [duty(day=day), other])
    before = files(tmp_path)
    exported(tmp_path, [changed, other], moment=LATER)
    for file in (ANN, CAR):
        found = asked(before[file], files(tmp_path)[file])
        spans = [(line.span.start, line.span.end) for line in (changed, other)]
        assert sorted(map(instants, found)) == spans


def test_a_shift_that_is_gone_is_shown_as_cancelled_and_once(tmp_path):
    exported(tmp_path, [duty(), duty(day=SPRING)])
    before = files(tmp_path)[ANN]
    exported(tmp_path, [duty(day=SPRING)], moment=LATER)
    found = asked(before, files(tmp_path)[ANN])
    told = {event.start.date(): event["STATUS"] for event in found}
    assert len(found) == 2
    assert told == {MONDAY: "CANCELLED", SPRING: "CONFIRMED"}


def test_a_calendar_reads_as_it_always_did(tmp_path, snapshot):
    lines = [duty(), duty("P2", name="Bob Day", post="officer"), duty(day=SPRING)]
    exported(tmp_path, lines, document={"areas": {"J1": "Medway, Swale"}})
    exported(tmp_path, lines[:2], moment=LATER)
    assert {name: text.decode() for name, text in files(tmp_path).items()} == snapshot
