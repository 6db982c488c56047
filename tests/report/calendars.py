"""Small rotas, exported as calendars and read by a second library."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import vobject

from rostering.domain import Span
from rostering.domain.time import ALWAYS, ZONE
from rostering.report.calendar import calendars_of, write
from rostering.saved.comma import to_csv
from rostering.saved.lines import RotaLine, State
from rostering.saved.reading import SavedRota

MONDAY = date(2027, 1, 4)
EARLIER = datetime(2026, 12, 1, 9, tzinfo=UTC)
LATER = datetime(2026, 12, 2, 9, tzinfo=UTC)
AUTUMN, SPRING = date(2027, 10, 31), date(2027, 3, 28)


def span(start, hours=10):
    begin = start.astimezone(UTC)
    return Span(begin, begin + timedelta(hours=hours))


def duty(person="P1", day=MONDAY, *, unit="J1", at=15, name="Ann Lee", **other):
    start = datetime(day.year, day.month, day.day, at, tzinfo=ZONE)
    facts = {"crew": "jru", "post": "paramedic", "state": State.FILLED} | other
    line = RotaLine(day, unit, "late", span(start), **facts)
    return replace(line, person=person, name=name)


def vacancy(day=MONDAY, *, state=State.OPEN, post="officer", reason=""):
    line = duty("", day, name="", post=post, state=state)
    return replace(line, reason=reason)


def exported(folder, lines, *, moment=EARLIER, **other):
    """The calendars of a rota.csv with these lines, written to its folder."""
    path = folder / "rota.csv"
    path.write_bytes(to_csv(lines))
    return made_of(path, folder, lines, moment=moment, **other)


def made_of(
    path, folder, lines, *, moment=EARLIER, days=ALWAYS, wanted=None, document=None
):
    """The calendars of a rota that was written at the moment, written to a folder."""
    os.utime(path, (moment.timestamp(), moment.timestamp()))
    calendars = calendars_of(SavedRota(path, tuple(lines), (), document or {}), folder)
    made = calendars.exported(wanted or calendars.names, days)
    write(folder, made)
    return made


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.glob("*/*.ics"))
    }


def events(folder, file):
    """The events of a file as the second library reads them."""
    calendar = vobject.readOne((folder / file).read_text(encoding="utf-8"))
    return calendar.contents.get("vevent", [])


def instants(event):
    return event.dtstart.value.astimezone(UTC), event.dtend.value.astimezone(UTC)


ANN, CAR = "people/P1 Ann Lee.ics", "cars/J1.ics"
