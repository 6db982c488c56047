"""Calendars exported again after a change of the rota."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.domain.time import DateRange
from rostering.report.calendar import Kind, Owner
from tests.report.calendars import (
    ANN,
    AUTUMN,
    CAR,
    EARLIER,
    LATER,
    MONDAY,
    SPRING,
    duty,
    events,
    exported,
    files,
    instants,
    vacancy,
)


def test_the_same_rota_again_gives_the_same_bytes(tmp_path):
    lines = [duty(), vacancy(), duty(day=AUTUMN)]
    exported(tmp_path, lines)
    before = files(tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/*.ics")}
    again = exported(tmp_path, lines, moment=LATER)
    assert files(tmp_path) == before
    assert all(each.is_as_it_was and not each.changes for each in again)
    assert stamps == {path: path.stat().st_mtime_ns for path in stamps}


def test_the_order_of_the_lines_is_nothing_to_a_calendar(tmp_path):
    lines = [duty(), duty(day=AUTUMN), duty("P2", name="Bob Day", unit="J2")]
    for name, order in (("a", lines), ("b", lines[::-1])):
        (tmp_path / name).mkdir()
        exported(tmp_path / name, order)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_a_change_updates_and_counts_up(tmp_path):
    exported(tmp_path, [duty(), duty(day=SPRING)])
    first, second = events(tmp_path, ANN)
    exported(tmp_path, [duty(at=16), duty(day=SPRING)], moment=LATER)
    changed, same = events(tmp_path, ANN)
    assert changed.uid.value == first.uid.value
    assert (changed.sequence.value, same.sequence.value) == ("1", "0")
    assert changed.last_modified.value == changed.dtstamp.value == LATER
    assert same.last_modified.value == second.last_modified.value == EARLIER


def test_whoever_rides_with_somebody_else_has_the_event_updated_at_the_same_time(
    tmp_path,
):
    bob, cal = (
        duty(person, name=name, post="officer")
        for person, name in (("P2", "Bob Day"), ("P3", "Cal Fox"))
    )
    exported(tmp_path, [duty(), bob])
    (before,) = events(tmp_path, ANN)
    exported(tmp_path, [duty(), cal], moment=LATER)
    (now,) = events(tmp_path, ANN)
    assert now.uid.value == before.uid.value
    assert instants(now) == instants(before)
    assert (before.sequence.value, now.sequence.value) == ("0", "1")
    assert "Bob Day" in before.description.value
    assert "Cal Fox" in now.description.value
    assert "Bob Day" not in now.serialize()


def test_a_change_by_an_earlier_rota_is_later_all_the_same(tmp_path):
    exported(tmp_path, [duty()], moment=LATER)
    exported(tmp_path, [duty(at=16)], moment=EARLIER)
    (event,) = events(tmp_path, ANN)
    assert event.last_modified.value == LATER + timedelta(seconds=1)


def test_a_duty_that_has_gone_is_cancelled_and_may_come_back(tmp_path):
    exported(tmp_path, [duty(), duty(day=SPRING)])
    uid = events(tmp_path, ANN)[0].uid.value
    told = []
    for lines in ([duty(day=SPRING)], [duty(), duty(day=SPRING)]):
        made = exported(tmp_path, lines, moment=LATER, days=DateRange(MONDAY))
        told.append(dict(made[0].changes))
        event = events(tmp_path, ANN)[0]
        assert event.uid.value == uid
        told.append((event.status.value, event.sequence.value, event.summary.value))
    assert told == [
        {"cancelled": 1},
        ("CANCELLED", "1", "Cancelled: J1 late"),
        {"changed": 1},
        ("CONFIRMED", "2", "J1 late"),
    ]


def test_a_cancelled_duty_tells_no_names_and_takes_no_time(tmp_path):
    exported(tmp_path, [duty(), duty("P2", name="Bob Day", post="officer")])
    exported(tmp_path, [duty("P3", day=SPRING, name="Cat Fox")])
    for file in (ANN, CAR):
        event = events(tmp_path, file)[0]
        assert event.transp.value == "TRANSPARENT"
        assert event.summary.value == "Cancelled: J1 late"
        assert not hasattr(event, "description")


def test_a_cancelled_duty_is_kept_until_its_day_has_passed(tmp_path):
    exported(tmp_path, [duty(), duty(day=SPRING)])
    last = datetime(2027, 1, 4, 23, 59, tzinfo=UTC)
    for moment, kept in ((last, 2), (last + timedelta(minutes=1), 1)):
        exported(tmp_path, [duty(day=SPRING)], moment=moment)
        assert len(events(tmp_path, ANN)) == kept


def test_days_that_are_not_asked_for_stay_as_they_are(tmp_path):
    exported(tmp_path, [duty(), duty(day=SPRING)])
    days = DateRange(SPRING, SPRING)
    exported(tmp_path, [duty(at=16), duty(day=SPRING, at=16)], days=days)
    first, second = events(tmp_path, ANN)
    assert (first.sequence.value, second.sequence.value) == ("0", "1")
    exported(tmp_path, [], days=days, wanted=[Owner(Kind.PERSON, "P1")])
    first, second = events(tmp_path, ANN)
    assert (first.status.value, second.status.value) == ("CONFIRMED", "CANCELLED")


def test_a_rota_of_other_days_leaves_the_earlier_ones(tmp_path):
    exported(tmp_path, [duty()], days=DateRange(MONDAY, MONDAY))
    exported(tmp_path, [duty(day=SPRING)], days=DateRange(SPRING, SPRING))
    assert [e.status.value for e in events(tmp_path, ANN)] == ["CONFIRMED"] * 2


def test_who_has_left_the_rota_has_every_duty_cancelled(tmp_path):
    exported(tmp_path, [duty(), duty("P2", name="Bob Day", unit="J2")])
    exported(tmp_path, [duty("P2", name="Bob Day", unit="J2")])
    (event,) = events(tmp_path, ANN)
    assert event.status.value == "CANCELLED"


def test_who_takes_another_name_keeps_the_calendar(tmp_path):
    exported(tmp_path, [duty()])
    uid = events(tmp_path, ANN)[0].uid.value
    exported(tmp_path, [duty(name="Ann Fox")])
    assert list(files(tmp_path)) == [CAR, "people/P1 Ann Fox.ics"]
    (event,) = events(tmp_path, "people/P1 Ann Fox.ics")
    assert (event.uid.value, event.sequence.value) == (uid, "1")


PEOPLE = ("P1", "P2", "P3")
CREWS = st.dictionaries(
    st.tuples(st.sampled_from(["J1", "J2"]), st.integers(0, 2)),
    st.tuples(st.sampled_from([14, 15]), st.sets(st.sampled_from(PEOPLE), min_size=1)),
)
"""For car and day: the hour at which the shift starts, and its crew."""


def lines_of(crews):
    return [
        duty(person, MONDAY + timedelta(day), unit=unit, at=hour, name=person)
        for (unit, day), (hour, crew) in sorted(crews.items())
        for person in sorted(crew)
    ]


def shown(folder):
    """Each event of each file: whether it holds, how often it changed, and when."""
    return {
        (path.stem, event.uid.value): (
            event.status.value,
            int(event.sequence.value),
            event.last_modified.value,
        )
        for path in folder.glob("*/*.ics")
        for event in events(folder, path)
    }


def duties_of(crews):
    """By whose calendar, car and day: all that the calendar tells of the shift."""
    people = {
        (person, unit, day): (hour, crew)
        for (unit, day), (hour, crew) in crews.items()
        for person in crew
    }
    return people | {(unit, unit, day): told for (unit, day), told in crews.items()}


@settings(max_examples=30)
@given(st.lists(CREWS, min_size=2, max_size=4))
def test_events_count_up_exactly_where_they_change(tmp_path_factory, rotas):
    folder = tmp_path_factory.mktemp("any")
    wanted: dict = {}
    for number, crews in enumerate(rotas):
        moment = EARLIER + timedelta(hours=number)
        exported(folder, lines_of(crews), moment=moment)
        now = duties_of(crews)
        for key in {*wanted, *now}:
            told = now.get(key)
            before, sequence, _ = wanted.get(key, (None, -1, None))
            if before != told:
                wanted[key] = (told, sequence + 1, moment)
        found = shown(folder)
        assert sorted((stem, *facts) for (stem, _), facts in found.items()) == sorted(
            (key[0], "CONFIRMED" if told else "CANCELLED", sequence, last)
            for key, (told, sequence, last) in wanted.items()
        )
        assert len({uid for _, uid in found}) == len(wanted)


@settings(max_examples=20)
@given(CREWS, CREWS)
def test_the_same_duty_has_the_same_uid_whatever_else_the_rota_holds(
    tmp_path_factory, crews, others
):
    uids = []
    for rota in (crews, others | crews):
        folder = tmp_path_factory.mktemp("any")
        exported(folder, lines_of(rota))
        uids.append({uid for _, uid in shown(folder)})
    assert uids[0] <= uids[1]
