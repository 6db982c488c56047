"""What `rota show` shows, for other programs."""

from collections.abc import Sequence
from datetime import date

from rostering.report.known import Known
from rostering.report.shares import Share, shares
from rostering.saved.lines import RotaLine, State

Json = dict[str, object]


def shown_document(lines: Sequence[RotaLine], known: Known, person: str = "") -> Json:
    """The lines, with what is unusual about each, and everybody's part of them.

    Args:
        lines: All that is shown.
        known: What is known beside them.
        person: The id of whoever it is narrowed to; nothing for everybody.
    """
    chosen = [line for line in lines if person in ("", line.person)]
    theirs = [share for share in shares(lines) if person in ("", share.person)]
    since = known.since
    gone = () if since is None else since.gone
    return {
        "days": {"from": _day(known.days.first), "to": _day(known.days.last)},
        "since": None if since is None else since.name,
        "bank_holidays": {
            day.isoformat(): name
            for day, name in known.holidays.items()
            if day in known.days
        },
        "lines": [_line(line, known) for line in chosen],
        "gone": [
            line.texts
            for line in gone
            if line.day in known.days and person in ("", line.person)
        ],
        "people": _people(theirs, known, person),
    }


def _line(line: RotaLine, known: Known) -> Json:
    if line.state is not State.FILLED:
        return {**line.texts, "changed": known.is_changed(line)}
    overtime = line in known.overtime
    return {**line.texts, "changed": known.is_new(line), "overtime": overtime}


def _people(theirs: Sequence[Share], known: Known, person: str) -> list[Json]:
    """Whoever has a shift in these days, or hours that the rota is to fill."""
    found: dict[str, Json] = {share.person: _share(share) for share in theirs}
    for who, diary in known.diaries.items():
        is_asked = person in ("", who)
        if is_asked and (who in found or diary.contract is not None):
            named = {"person": who, "name": diary.name, "role": diary.role}
            busy = [each.document for each in known.engagements(who)]
            hours = known.hours.get(who)
            minutes = {} if hours is None else {"minutes": hours.document}
            found[who] = {**named, **found.get(who, {}), **minutes, "busy": busy}
    return list(found.values())


def _share(share: Share) -> Json:
    named = {"person": share.person, "name": share.name, "role": share.role}
    figures = ("shifts", "hours", "weekends", "late", "cars", "partners")
    return {**named, **{name: getattr(share, name) for name in figures}}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
