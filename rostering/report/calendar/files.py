"""The text of an .ics file, and one that stands read back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icalendar import Calendar, Component, Event, Timezone

from rostering.report.calendar.entries import Kind, Owner
from rostering.report.calendar.events import revision_of, start_of

_PROGRAM = "-//rota//Rotas for joint response units//EN"
_MARKS = {Kind.PERSON: "X-ROTA-PERSON", Kind.CAR: "X-ROTA-CAR"}
_LONDON = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19970330T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""
"""The Summer Time Order 2002: last Sundays of March and October, 01:00 GMT.

It is not left to the library, which lets summer begin an hour late and lists dates,
where programs of offices want the rule.
"""


class NotOurs(Exception):
    """A file that `rota calendar` did not write."""


class Damaged(Exception):
    """A file that `rota calendar` wrote, and that cannot be read any more."""


@dataclass(frozen=True)
class OwnedCalendar:
    """A calendar that was read: whose it is, and its events by UID."""

    owner: Owner
    name: str
    events: Mapping[str, Event]


def written(owner: Owner, name: str, events: Iterable[Event]) -> bytes:
    """The text of the calendar; the same for the same events."""
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add(_MARKS[owner.kind], owner.id)
    calendar.add_component(Timezone.from_ical(_LONDON))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def read(content: bytes) -> OwnedCalendar:
    """A calendar that was written before.

    Raises:
        NotOurs: Something else wrote it.
        Damaged: It is not whole.
    """
    is_marked = _PROGRAM.encode() in content
    try:
        calendar = Calendar.from_ical(content)
        return _standing(calendar)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as wrong:
        raise (Damaged if is_marked else NotOurs) from wrong


def _standing(calendar: Component) -> OwnedCalendar:
    if str(calendar.get("PRODID", "")) != _PROGRAM:
        raise NotOurs
    owners = [
        Owner(kind, str(calendar[mark]))
        for kind, mark in _MARKS.items()
        if mark in calendar
    ]
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    found = {str(event["UID"]): event for event in events}
    is_odd = len(owners) != 1 or len(found) < len(events)
    if is_odd or any(part.errors for part in calendar.walk()):
        raise Damaged
    for event in events:
        start_of(event)
        revision_of(event)
    return OwnedCalendar(owners[0], str(calendar["X-WR-CALNAME"]), found)
