"""What the national terms leave to each employer, by name, as somebody may set it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time, timedelta

from rostering.pay.clock import Counting
from rostering.pay.payment import USUAL, Figures
from rostering.pay.section_2 import BreakFrom, Section2

Setting = Callable[[Figures, str], Figures]


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """One thing that is decided locally."""

    usual: str
    """As it is where nobody says otherwise."""
    about: str
    source: str
    """The row of the rule catalogue."""
    set: Setting
    """The figures with another value; ValueError where it is none."""


def with_local(values: Mapping[str, str]) -> Figures:
    """The usual figures, but for what is said of some local terms.

    Raises:
        ValueError: A value cannot be understood.
        KeyError: There is no local term of that name.
    """
    figures = USUAL
    for name, value in values.items():
        figures = LOCAL_TERMS[name].set(figures, value.strip().lower())
    return figures


def _half(figures: Figures, said: str) -> Figures:
    yes_or_no = {"yes": True, "no": False}
    if said not in yes_or_no:
        raise ValueError(said)
    return _section_2(
        figures, replace(_of(figures), half_counts_as_all=yes_or_no[said])
    )


def _break(figures: Figures, said: str) -> Figures:
    return _section_2(figures, replace(_of(figures), break_from=BreakFrom(said)))


def _clock_change(figures: Figures, said: str) -> Figures:
    """Annex 5 counts as section 2 does."""
    counting, terms = Counting(said), figures.agenda_for_change
    annex_5 = replace(terms.annex_5, counting=counting)
    counted = replace(figures, agenda_for_change=replace(terms, annex_5=annex_5))
    return _section_2(counted, replace(_of(figures), counting=counting))


def _meal_break(figures: Figures, said: str) -> Figures:
    minutes = int(said)
    if not 0 <= minutes <= _LONGEST_BREAK:
        raise ValueError(said)
    break_ = timedelta(minutes=minutes)
    terms = replace(figures.agenda_for_change, meal_break=break_)
    return replace(figures, agenda_for_change=terms)


def _force_day(figures: Figures, said: str) -> Figures:
    starts = time.fromisoformat(said)
    return replace(figures, police=replace(figures.police, force_day_starts=starts))


def _of(figures: Figures) -> Section2:
    return figures.agenda_for_change.section_2


def _section_2(figures: Figures, section_2: Section2) -> Figures:
    terms = replace(figures.agenda_for_change, section_2=section_2)
    return replace(figures, agenda_for_change=terms)


_LONGEST_BREAK = 120

LOCAL_TERMS: Mapping[str, LocalTerm] = {
    "half": LocalTerm(
        "no",
        "a weekday's shift that is exactly half at night is all unsocial: yes, no",
        "AFC-S2-MAJORITY",
        _half,
    ),
    "break": LocalTerm(
        "higher",
        "which hours the unpaid break is taken from, by their pay: higher, lower",
        "AFC-S2-MAJORITY",
        _break,
    ),
    "meal-break": LocalTerm(
        "30",
        "minutes of unpaid break in a duty of more than six hours",
        "AFC-HOURS",
        _meal_break,
    ),
    "clock-change": LocalTerm(
        "actual",
        "nights of clock changes by hours worked or by the clock: actual, nominal",
        "DST-PAY",
        _clock_change,
    ),
    "force-day": LocalTerm(
        "07:00",
        "when the force's day begins",
        "CONV-DAY",
        _force_day,
    ),
}
"""Every local term by its name."""
