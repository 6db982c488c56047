"""What a newer rota changes, by person and by car, for other programs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rostering.domain import Fill, PersonId, Problem, Rota
from rostering.repair.changes import Change
from rostering.repair.company import Company, other_company

Json = dict[str, object]


@dataclass(frozen=True)
class CarChange:
    """One shift whose crew or hours are other ones."""

    day: date
    unit: str
    turn: str
    was: tuple[Fill, ...]
    now: tuple[Fill, ...]


def by_car(before: Rota, after: Rota) -> Iterator[CarChange]:
    """Every shift whose crew or hours differ, in order of date, car and turn."""
    was, now = _by_shift(before), _by_shift(after)
    for key in sorted({*was, *now}):
        old, new = was.get(key, ()), now.get(key, ())
        if _said(old) != _said(new):
            day, unit, turn = key
            yield CarChange(day, unit, turn, old, new)


def differences_document(changes: Sequence[Change], before: Rota, after: Rota) -> Json:
    """All changes, in ids and in names."""
    problems = (after.problem, before.problem)
    return {
        "people": [_of_person(change, problems) for change in changes],
        "cars": [_of_car(change, problems) for change in by_car(before, after)],
        "company": [
            _of_company(company, problems) for company in other_company(before, after)
        ],
    }


def name_in(person: PersonId, problems: Iterable[Problem]) -> str:
    """The name of somebody who may be in one of the books only."""
    known = (each.person.get(person) for each in problems)
    return next((found.name for found in known if found is not None), person)


def _by_shift(rota: Rota) -> dict[tuple[date, str, str], tuple[Fill, ...]]:
    return {(s.day, s.unit, s.turn): crew for s, crew in rota.crews.items()}


def _said(fills: Sequence[Fill]) -> list[tuple[str, str, object]]:
    return [(fill.person, fill.post, fill.shift.span) for fill in fills]


def _of_person(change: Change, problems: Sequence[Problem]) -> Json:
    return {
        "person": change.person,
        "name": name_in(change.person, problems),
        "date": change.day.isoformat(),
        "change": change.kind.value,
        "was": [_fill(fill, problems) for fill in change.was],
        "now": [_fill(fill, problems) for fill in change.now],
        "notice": change.notice,
        "notice_class": change.notice_class,
        "owed": [{"what": owed.words, "source": owed.source} for owed in change.owed],
    }


def _of_company(company: Company, problems: Sequence[Problem]) -> Json:
    """Somebody whose own duty stays, and who rides with others."""
    return {
        **_fill(company.fill, problems),
        "date": company.fill.shift.day.isoformat(),
        "was": [_fill(fill, problems) for fill in company.was],
        "now": [_fill(fill, problems) for fill in company.now],
    }


def _of_car(change: CarChange, problems: Sequence[Problem]) -> Json:
    return {
        "date": change.day.isoformat(),
        "unit": change.unit,
        "turn": change.turn,
        "was": [_fill(fill, problems) for fill in change.was],
        "now": [_fill(fill, problems) for fill in change.now],
    }


def _fill(fill: Fill, problems: Sequence[Problem]) -> Json:
    shift = fill.shift
    return {
        "unit": shift.unit,
        "turn": shift.turn,
        "start": shift.span.local_start.isoformat(timespec="minutes"),
        "end": shift.span.local_end.isoformat(timespec="minutes"),
        "post": fill.post,
        "person": fill.person,
        "name": name_in(fill.person, problems),
    }
