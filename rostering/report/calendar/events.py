"""Shifts as the events of a calendar, and what a new export changes about them."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from icalendar import Event, vText

from rostering.domain.time import ZONE, DateRange
from rostering.report.calendar.entries import Entry

_TICK = timedelta(seconds=1)
_CANCELLED = "CANCELLED"
_BUSY, _FREE = "OPAQUE", "TRANSPARENT"


class Change(StrEnum):
    """What became of an event since the export before."""

    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Revision:
    """How often an event was changed, and when last."""

    sequence: int
    moment: datetime

    def next(self, moment: datetime) -> "Revision":
        """The one after it, which is later whatever the moment."""
        return Revision(self.sequence + 1, max(moment, self.moment + _TICK))


@dataclass(frozen=True, slots=True)
class Update:
    """Brings what stands in a calendar up to date with a rota, for some of its days."""

    days: DateRange
    moment: datetime
    """When the rota was written, UTC: the day before which all has passed."""

    def of(
        self, standing: Mapping[str, Event], entries: Iterable[Entry]
    ) -> dict[str, Event]:
        """The events by UID, of which those that are as they were are the same objects.

        A shift that is no longer in the rota is kept, cancelled, until its day has
        passed. What has not changed stays as it is, and so do all other days.
        """
        now = {entry.uid: entry for entry in entries}
        found = {
            uid: self._event(standing.get(uid), now.get(uid))
            for uid in {**standing, **now}
        }
        events = [(uid, event) for uid, event in found.items() if event is not None]
        return dict(sorted(events, key=lambda e: (start_of(e[1]), e[0])))

    def _event(self, old: Event | None, entry: Entry | None) -> Event | None:
        if entry is not None and entry.day in self.days:
            return self._updated(old, entry)
        if old is None or entry is not None:
            return old
        return self._withdrawn(old)

    def _updated(self, old: Event | None, entry: Entry) -> Event:
        if old is None:
            return _drawn(entry, Revision(0, self.moment))
        revision = revision_of(old)
        if _drawn(entry, revision).to_ical() == old.to_ical():
            return old
        return _drawn(entry, revision.next(self.moment))

    def _withdrawn(self, old: Event) -> Event | None:
        day = start_of(old).astimezone(ZONE).date()
        if is_cancelled(old):
            return None if self._is_over(day) else old
        if day not in self.days:
            return old
        return None if self._is_over(day) else _cancelled(old, self.moment)

    def _is_over(self, day: date) -> bool:
        return day < self.moment.astimezone(ZONE).date()


def change_of(old: Event | None, new: Event) -> Change | None:
    """What an update made of an event; None if it left it as it was."""
    if old is None:
        return Change.NEW
    if new is old:
        return None
    return Change.CANCELLED if is_cancelled(new) else Change.CHANGED


def is_cancelled(event: Event) -> bool:
    """Whether the shift was taken out of the rota."""
    return str(event.get("STATUS", "")) == _CANCELLED


def start_of(event: Event) -> datetime:
    """When the shift starts.

    Raises:
        KeyError: The event does not say.
        TypeError: It says only a date, or a time in no zone.
    """
    return _instant(event, "DTSTART")


def revision_of(event: Event) -> Revision:
    """How often it was changed, and when last.

    Raises:
        KeyError: The event does not say.
        TypeError: It says something else.
    """
    return Revision(int(event.decoded("SEQUENCE")), _instant(event, "LAST-MODIFIED"))


def _instant(event: Event, name: str) -> datetime:
    moment = event.decoded(name)
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise TypeError(f"{name} is no instant")
    return moment


def _drawn(entry: Entry, revision: Revision) -> Event:
    """The shift as an event (RFC 5545, section 3.6.1)."""
    event = Event()
    event.add("uid", entry.uid)
    start, end = entry.span.local_start, entry.span.local_end
    if _is_twice(start) or _is_twice(end):
        start, end = entry.span.start, entry.span.end
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", entry.summary)
    if entry.description:
        event.add("description", entry.description)
    if entry.location:
        event.add("location", entry.location)
    if entry.turn:
        event.add("categories", [entry.turn])
    event.add("status", "CONFIRMED")
    event.add("transp", _BUSY if entry.is_busy else _FREE)
    _stamp(event, revision)
    return event


def _cancelled(old: Event, moment: datetime) -> Event:
    """The event as one that is off, for programs that show such events and those not.

    Who would have been the crew is nobody's concern any more.
    """
    is_of_person = str(old.get("TRANSP")) == _BUSY
    summary = str(old.get("SUMMARY", ""))
    title = summary if is_of_person else summary.partition(": ")[0]
    event = deepcopy(old)
    event["STATUS"] = vText(_CANCELLED)
    event["SUMMARY"] = vText(f"Cancelled: {title}")
    event["TRANSP"] = vText(_FREE)
    event.pop("DESCRIPTION", None)
    _stamp(event, revision_of(old).next(moment))
    return event


def _stamp(event: Event, revision: Revision) -> None:
    """Mark the revision; in a calendar without METHOD both moments are the same."""
    for name in ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED"):
        event.pop(name, None)
    event.add("sequence", revision.sequence)
    event.add("dtstamp", revision.moment.astimezone(UTC))
    event.add("last-modified", revision.moment.astimezone(UTC))


def _is_twice(moment: datetime) -> bool:
    """Whether the clock shows this time twice that night.

    Such a time would be read as the first of both (RFC 5545, section 3.3.5), and by
    some programs as the second: only UTC is certain.
    """
    return moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()
