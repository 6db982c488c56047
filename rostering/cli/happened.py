"""What has happened to a rota, out of the words of a command."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

import typer

from rostering.cli.exits import fail
from rostering.cli.meant import somebody_meant, unit_meant
from rostering.cli.options import day

if TYPE_CHECKING:
    from rostering.domain import AbsenceKind, Problem
    from rostering.repair.news import News

FROM_AND_TO = 2
LAST_HOUR = 23
_HOURS = re.compile(r"(\d{1,2}):?([0-5]\d)\s*[-–]\s*(\d{1,2}):?([0-5]\d)")


@dataclass(frozen=True)
class Said:
    """What a command says has happened, as it was typed."""

    absent: Sequence[str] = ()
    off_road: Sequence[str] = ()
    offers: Sequence[str] = ()
    agreed: Sequence[str] = ()
    first: date | None = None
    last: date | None = None
    kind: str = "sick"


def news_meant(
    problem: "Problem", said: Said, today: date, *, as_json: bool
) -> "tuple[News, ...]":
    """All that has happened; end where somebody or some day is not known.

    Days that are past cannot be planned anew, so what began before begins today.
    """
    from rostering.repair.news import Absent, Agreed, OffTheRoad

    kind = _kind(said.kind, as_json=as_json)
    found: list[News] = []
    for text in said.absent:
        words, first, last = _days(text, said, today, as_json=as_json)
        person = somebody_meant(problem, words, as_json=as_json)
        _see_in_rota(text, problem, (first, last), as_json=as_json)
        found.append(Absent(person, first, last, kind))
    for text in said.off_road:
        words, first, last = _days(text, said, today, as_json=as_json)
        unit = unit_meant(words, problem.unit, as_json=as_json)
        _see_in_rota(text, problem, (first, last), as_json=as_json)
        found.append(OffTheRoad(unit, first, last))
    found += _offers(problem, said, today, as_json=as_json)
    for text in said.agreed:
        found.append(Agreed(somebody_meant(problem, text, as_json=as_json)))
    return tuple(found)


def _days(
    text: str, said: Said, today: date, *, as_json: bool
) -> tuple[str, date, date]:
    """Whom or what it is about, with the days of its own or those of the command."""
    own: list[date] = []
    words = text.split()
    while len(words) > 1 and len(own) < FROM_AND_TO and (found := _day(words[-1])):
        own.insert(0, found)
        words.pop()
    first, last = (own[0], own[-1]) if own else (said.first or today, said.last)
    last = last or first
    if last < first:
        advice = f"Give a first day that is not after the last: {first} to {last}."
        fail(f"{' '.join(words)}: the days run backwards.", advice, as_json=as_json)
    if last < today:
        fail(
            f"{' '.join(words)}: {last} is past, and nothing can be planned anew then.",
            "What really happened is told by `rota worked`. For another day of telling "
            "give --today DATE.",
            as_json=as_json,
        )
    return " ".join(words), max(first, today), last


def _see_in_rota(
    words: str, problem: "Problem", days: tuple[date, date], *, as_json: bool
) -> None:
    """End where none of the days is one of the rota."""
    from rostering.domain.time import day_in_words

    first, last = days
    period = problem.period
    if last < period.first or first > period.last:
        fail(
            f"{words}: {day_in_words(first)} is no day of this rota.",
            f"It has {day_in_words(period.first)} to {day_in_words(period.last)}.",
            as_json=as_json,
        )


def _offers(
    problem: "Problem", said: Said, today: date, *, as_json: bool
) -> "Iterator[News]":
    """Each day that somebody offers; hours come last."""
    from rostering.domain.time import days_between
    from rostering.repair.news import Offered

    for text in said.offers:
        before, _, clock = text.strip().rpartition(" ")
        hours = _clocks(clock)
        words = before if hours else text
        who, first, last = _days(words, said, today, as_json=as_json)
        person = somebody_meant(problem, who, as_json=as_json)
        _see_in_rota(text, problem, (first, last), as_json=as_json)
        for when in days_between(first, last):
            yield Offered(person, when, hours)


def _kind(text: str, *, as_json: bool) -> "AbsenceKind":
    from rostering.domain import AbsenceKind

    try:
        return AbsenceKind(text.strip().casefold())
    except ValueError:
        advice = f"Give --kind and one of {', '.join(AbsenceKind)}."
        fail(f"{text} is no kind of absence.", advice, as_json=as_json)


def _day(text: str) -> date | None:
    try:
        return day(text)
    except typer.BadParameter:
        return None


def _clocks(text: str) -> tuple[time, time] | None:
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        return None
    start, start_minute, end, end_minute = map(int, found.groups())
    if max(start, end) > LAST_HOUR:
        return None
    return time(start, start_minute), time(end, end_minute)
