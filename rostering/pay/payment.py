"""What one person's duties come to: hours by kind, and what is due for them."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from rostering.domain import Person, Span
from rostering.domain.pay_terms import PayScheme
from rostering.domain.time import DAY, MINUTE
from rostering.pay.agenda_for_change import AgendaForChange
from rostering.pay.classes import (
    Compensation,
    HourClass,
    Minutes,
    Pay,
)
from rostering.pay.police import Police


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Every figure of both employers' terms."""

    agenda_for_change: AgendaForChange = field(default_factory=AgendaForChange)
    police: Police = field(default_factory=Police)


USUAL = Figures()


@dataclass(frozen=True, slots=True)
class Worked:
    """One duty, as far as pay asks."""

    span: Span
    rostered: int | None = None
    """An officer's tour as the roster has it, in minutes; None where it is as long."""
    is_rest_day: bool = False
    """Whether it takes an officer's rest day."""
    is_before_rest_day: bool = False
    """Whether an officer's next day is a rest day, into which it may run on."""
    told_on: date | None = None
    """When it was told; None for in good time."""


def scheme_of(person: Person) -> PayScheme:
    """Whose figures hold: as the book says, or as the person's hours show.

    Members of a team are officers, and contracted hours are on section 2; whoever has
    neither, nor a band, is a volunteer.
    """
    if person.pay.scheme is not None:
        return person.pay.scheme
    if person.team:
        return PayScheme.POLICE
    is_paid = person.weekly_minutes is not None or person.pay.band is not None
    return PayScheme.SECTION_2 if is_paid else PayScheme.UNPAID


def pay_of(
    person: Person,
    worked: Iterable[Worked],
    holidays: Container[date],
    days: Fraction | int,
    figures: Figures = USUAL,
) -> Pay:
    """What the duties of one stretch of time come to.

    Args:
        person: Who works, on what terms.
        worked: The duties, in any order.
        holidays: Public holidays with terms.
        days: How many days they are spread over; what a full-timer would not have
            worked in them is overtime.
        figures: What the terms' figures are.
    """
    duties = sorted(worked, key=lambda each: each.span)
    scheme = scheme_of(person)
    if scheme is PayScheme.UNPAID:
        total = sum(each.span.minutes for each in duties)
        return Pay(+Minutes({HourClass.VOLUNTEERED: total}))
    if scheme is PayScheme.POLICE:
        return _of_officer(person, duties, holidays, figures.police)
    spans = [each.span for each in duties]
    terms = figures.agenda_for_change
    if scheme is PayScheme.ANNEX_5:
        return _on_annex_5(person, spans, holidays, days, terms)
    return Pay(
        terms.minutes(spans, holidays, terms.full_time(days)),
        terms.multiples(person.pay.band),
        compensation=tuple(terms.time_off(spans, holidays)),
        rate=person.pay.hourly_rate,
    )


def _on_annex_5(
    person: Person,
    spans: Sequence[Span],
    holidays: Container[date],
    days: Fraction | int,
    terms: AgendaForChange,
) -> Pay:
    """Plain time and overtime, and a share of the contracted hours on top."""
    minutes = terms.minutes(spans, holidays, terms.full_time(days))
    for kind in (HourClass.NIGHT_OR_SATURDAY, HourClass.SUNDAY_OR_HOLIDAY):
        minutes[HourClass.PLAIN] += minutes.pop(kind, 0)
    unsocial = terms.annex_5.unsocial_minutes(spans, holidays)
    share = terms.annex_5.percentage(unsocial, Fraction(days) / 7) if days else None
    weekly = person.weekly_minutes
    basic = minutes[HourClass.PLAIN] if weekly is None else Fraction(weekly) * days / 7
    return Pay(
        +minutes,
        terms.multiples(person.pay.band),
        Fraction(basic) / 60 * (share or 0) / 100,
        tuple(terms.time_off(spans, holidays)),
        person.pay.hourly_rate,
    )


def _of_officer(
    person: Person, duties: Sequence[Worked], holidays: Container[date], terms: Police
) -> Pay:
    minutes, due, unsocial = Minutes(), list[Compensation](), 0
    for duty in duties:
        kinds, owed = _tour(duty, holidays, terms)
        minutes += kinds
        due += owed
        unsocial += terms.unsocial_hours(duty.span)
    return Pay(
        minutes,
        terms.multiples,
        unsocial * terms.unsocial,
        tuple(due),
        person.pay.hourly_rate,
    )


def _tour(
    duty: Worked, holidays: Container[date], terms: Police
) -> tuple[Minutes, tuple[Compensation, ...]]:
    """One duty of an officer: a public holiday counts before a rest day."""
    if terms.force_day(duty.span.start) in holidays:
        return terms.worked_holiday(duty.span, duty.told_on)
    if duty.is_rest_day:
        return terms.worked_rest_day(duty.span, duty.told_on)
    if not duty.is_before_rest_day:
        return terms.tour(duty.span, duty.rostered), ()
    rest_day = terms.force_day(duty.span.start) + DAY
    over, due = terms.into_rest_day(duty.span, {rest_day})
    own = Span(duty.span.start, duty.span.end - over.total() * MINUTE)
    return terms.tour(own, duty.rostered) + over, due
