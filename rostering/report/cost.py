"""What the work on a rota costs, row by row, for people and for other programs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rostering.domain.pay_terms import PayScheme
from rostering.domain.time import MINUTE, in_words
from rostering.pay import HourClass, OwedKind
from rostering.pay.local import LOCAL_TERMS
from rostering.worth.cost import Cost, GroupCost, by_group

Json = dict[str, object]
ALLOWANCES = {
    PayScheme.POLICE: "for full hours from 20:00 to 06:00",
    PayScheme.ANNEX_5: "by annex 5",
}
"""What pays for unsocial hours beside the hours themselves."""
SOURCES = {
    PayScheme.SECTION_2: "Agenda for Change, section 2",
    PayScheme.ANNEX_5: "Agenda for Change, annex 5",
    PayScheme.POLICE: "Police Regulations 2003 and determinations",
    PayScheme.UNPAID: "volunteers: no pay",
}


@dataclass(frozen=True, slots=True)
class CostRow:
    """Hours of one kind."""

    what: str
    hours: Fraction | None
    multiple: Fraction | None
    """What each of the hours is paid at; None where people differ."""
    on_top: Fraction
    """In hours of plain time."""


def cost_rows(group: GroupCost) -> Iterator[CostRow]:
    """Each kind of hours that the group has, then what else comes on top."""
    for kind in HourClass:
        if group.minutes[kind]:
            hours = Fraction(group.minutes[kind], 60)
            multiple, on_top = group.multiple(kind), group.on_top(kind)
            yield CostRow(kind.value, hours, multiple, on_top)
    for scheme, words in ALLOWANCES.items():
        hours = group.allowance_hours(scheme)
        if hours:
            yield CostRow(words, None, None, hours)
    topped = [c for c in group.compensation if c.kind is OwedKind.TOPPED_UP]
    if topped:
        hours = sum((c.minutes * c.multiple for c in topped), Fraction()) / 60
        yield CostRow("topped up to four hours", None, None, hours)


def due_besides(group: GroupCost) -> Iterator[str]:
    """What is due beyond hours and money, and by which row of the catalogue."""
    off: Counter[str] = Counter()
    others: Counter[tuple[str, str]] = Counter()
    for each in group.compensation:
        if each.kind is OwedKind.TIME_BACK:
            off[each.source] += each.minutes
        elif each.kind is not OwedKind.TOPPED_UP:
            others[each.what, each.source] += 1
    for source, minutes in off.items():
        yield f"{in_words(_length(minutes))} off at plain time ({source})"
    for (what, source), times in others.items():
        yield f"{times} × {what} ({source})"


def cost_document(
    found: Sequence[Cost], given: Mapping[str, str], told_on: date | None
) -> Json:
    """Everybody's hours and what they cost, and the same by role and employer.

    Args:
        found: What everybody comes to.
        given: The local terms that were set, by name.
        told_on: When people are told; None for in good time.
    """
    return {
        "told": None if told_on is None else told_on.isoformat(),
        "terms": {
            name: {
                "value": given.get(name, term.usual),
                "about": term.about,
                "source": term.source,
            }
            for name, term in LOCAL_TERMS.items()
        },
        "groups": [_group(group) for group in by_group(found)],
        "people": [_person(each) for each in found],
    }


def _group(group: GroupCost) -> Json:
    return {
        "role": group.role,
        "employer": group.employer,
        "people": len(group.people),
        "hours_on_cars": _rounded(Fraction(group.minutes_on_cars, 60)),
        "hours": {
            kind.value: _rounded(Fraction(minutes, 60))
            for kind, minutes in group.minutes.items()
        },
        "paid_hours": _rounded(group.basic_hours),
        "on_top_hours": _rounded(group.extra_hours),
        "added_hours": _rounded(group.added_hours),
        "expenses_pounds": float(group.expenses),
        "pounds": None if group.pounds is None else float(group.pounds),
        "due_besides": list(due_besides(group)),
    }


def _person(each: Cost) -> Json:
    pay = each.pay
    pounds = each.pounds
    return {
        "person": each.person.id,
        "name": each.person.name,
        "role": each.person.role,
        "employer": each.person.employer,
        "hours_on_cars": _rounded(Fraction(each.minutes_on_cars, 60)),
        "hours": {
            kind.value: _rounded(Fraction(minutes, 60))
            for kind, minutes in pay.minutes.items()
        },
        "paid_hours": _rounded(pay.basic_hours),
        "on_top_hours": _rounded(pay.extra_hours),
        "added_hours": _rounded(each.added_hours),
        "expenses_pounds": float(each.expenses),
        "pounds": None if pounds is None else float(pounds),
        "due_besides": [
            {"date": due.day.isoformat(), "what": due.what, "source": due.source}
            for due in pay.compensation
        ],
    }


def _rounded(hours: Fraction | None) -> float | None:
    return None if hours is None else round(float(hours), 2)


def _length(minutes: int) -> timedelta:
    return minutes * MINUTE
