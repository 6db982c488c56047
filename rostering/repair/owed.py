"""What somebody may claim for a change that comes late, by the terms of pay.

Whoever works in time that is offered has to agree to a change, paid or not.
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
    owed = [*_consent(person, kind)]
    scheme = scheme_of(person)
    if scheme is PayScheme.POLICE:
        owed += _of_officer(kind, notice, figures, is_holiday=is_holiday)
    elif scheme is not PayScheme.UNPAID:
        owed += _of_staff(person, kind, figures, is_holiday=is_holiday)
    return tuple(owed)


def _consent(person: Person, kind: str) -> Iterator[Owed]:
    if kind not in ("comes in", "other hours", "elsewhere"):
        return
    if scheme_of(person) is PayScheme.UNPAID:
        yield Owed(OwedKind.CONSENT, "has to agree: gives time freely", "SC-VOLUNTEER")
    elif person.offers_time:
        words = "has to agree: works in time that is offered"
        yield Owed(OwedKind.CONSENT, words, "AVAIL-01")


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
    if person.weekly_minutes is not None:
        yield terms.owed_for_coming_in()
    if is_holiday:
        is_on_annex_5 = scheme_of(person) is PayScheme.ANNEX_5
        yield terms.owed_for_holiday(person.pay.band, is_on_annex_5=is_on_annex_5)
