"""What somebody may claim for a change that comes late, by the terms of pay.

Whoever offers time is paid nothing for a change, but has to agree to it (SC-VOLUNTEER).
"""

from collections.abc import Iterator

from rostering.domain import Person
from rostering.domain.pay_terms import PayScheme
from rostering.pay import USUAL, Figures, Owed, OwedKind, scheme_of


def owed_for(
    person: Person,
    kind: str,
    notice: int,
    *,
    is_holiday: bool,
    figures: Figures = USUAL,
) -> tuple[Owed, ...]:
    """What the person may claim for a change of the kind, at so many clear days.

    Args:
        person: Who is told, on the terms by which the person is paid.
        kind: The value of a `ChangeKind`.
        notice: Clear days.
        is_holiday: Whether the day is a public holiday of the person.
        figures: What the terms' figures are.
    """
    scheme = scheme_of(person)
    if scheme is PayScheme.UNPAID:
        return tuple(_of_volunteer(kind))
    if scheme is PayScheme.POLICE:
        return tuple(_of_officer(kind, notice, figures, is_holiday=is_holiday))
    return tuple(_of_staff(person, kind, figures, is_holiday=is_holiday))


def _of_volunteer(kind: str) -> Iterator[Owed]:
    if kind in ("comes in", "other hours", "elsewhere"):
        yield Owed(OwedKind.CONSENT, "has to agree: gives time freely", "SC-VOLUNTEER")


def _of_officer(
    kind: str, notice: int, figures: Figures, *, is_holiday: bool
) -> Iterator[Owed]:
    terms = figures.police
    if kind == "stands down":
        yield from terms.owed_for_day_given_back(notice)
    elif kind == "comes in" and is_holiday:
        yield from terms.owed_for_holiday(notice)
    elif kind == "comes in":
        yield terms.owed_for_rest_day(notice)


def _of_staff(
    person: Person, kind: str, figures: Figures, *, is_holiday: bool
) -> Iterator[Owed]:
    if kind != "comes in":
        return
    terms = figures.agenda_for_change
    yield terms.owed_for_coming_in()
    if is_holiday:
        is_on_annex_5 = scheme_of(person) is PayScheme.ANNEX_5
        yield terms.owed_for_holiday(person.pay.band, is_on_annex_5=is_on_annex_5)
