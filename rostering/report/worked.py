"""What was understood of a file of what was worked, for other programs."""

from collections.abc import Mapping, Sequence

from rostering.domain import Fault
from rostering.memory.effects import Effect
from rostering.memory.understanding import Understood
from rostering.memory.worked import Worked
from rostering.report.console.faults import fault_document

Json = Mapping[str, object]


def worked_document(
    found: Sequence[Understood], effects: Sequence[Effect], doubts: Sequence[Fault]
) -> dict[str, object]:
    """Every day that is not as on record, what it changes, and what is doubtful."""
    return {
        "as_on_record": sum(not each.is_news for each in found),
        "days": [_day(each) for each in found if each.is_news],
        "effects": [_effect(each) for each in effects],
        "doubts": [fault_document(fault) for fault in doubts],
    }


def _day(each: Understood) -> Json:
    return {
        "person": each.person,
        "date": each.day.isoformat(),
        "what": each.happening.value,
        "on_record": [str(was.duty) for was in each.was],
        "worked": [_stretch(now) for now in each.now],
        "instead": each.instead,
        "place": str(each.place),
    }


def _stretch(now: Worked) -> Json:
    span = now.span
    return {
        "unit": now.unit,
        "post": now.post,
        "start": span.local_start.isoformat(timespec="minutes") if span else "",
        "end": span.local_end.isoformat(timespec="minutes") if span else "",
        "is_work": now.absence is None,
    }


def _effect(each: Effect) -> Json:
    return {
        "person": each.understood.person,
        "date": each.understood.day.isoformat(),
        "minutes": each.minutes,
        "rest_owed_minutes": int(each.owed.total_seconds() // 60),
        "before": str(each.before) if each.before else "",
    }
