"""Who must be told of which change by when, with a text for each that can be sent.

The last day for telling is the one on which the notice is still of the same class: a
day later the change is dearer, or comes on the day of the duty itself. Officers must be
told at once, and by the midnight before at the latest (POL-CHANGE).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rostering.domain import Duty, DutyKind, Person, PersonId, Rota, Span
from rostering.domain.notice import usual_lines
from rostering.domain.time import day_in_words
from rostering.pay import Owed, OwedKind
from rostering.repair.changes import Change
from rostering.repair.company import Company, other_company
from rostering.report.calendar.entries import harmless
from rostering.report.differences import name_in

FREE = "free"


@dataclass(frozen=True, slots=True)
class News:
    """One change as it is told."""

    change: Change
    was: str
    will_be: str
    tell_by: date | None
    """The last day on which the notice is of its class; None where it is too late."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Other people beside somebody whose own turn stays, as it is told."""

    day: date
    turn: str
    """`J1 late 15:00–01:00 as paramedic`."""
    was: str
    """`with Dylan Haque`."""
    will_be: str


@dataclass(frozen=True)
class Message:
    """What one person is told."""

    person: Person
    news: tuple[News, ...]
    told_on: date
    beside: tuple[Beside, ...] = ()
    """What needs no notice, for nothing of the person's own changes."""

    @property
    def is_urgent(self) -> bool:
        """Whether there is a day by which it should be told."""
        return bool(self.news)

    @property
    def tell_by(self) -> date | None:
        """The last day for telling all of it in time.

        None where it is too late, and where nothing needs notice.
        """
        days = [each.tell_by for each in self.news]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None

    @property
    def text(self) -> str:
        """A text to be sent, short enough for a telephone."""
        changes = "your rota changes:"
        stays = "your own rota stays; who rides with you changes:"
        name = harmless(self.person.name)
        lines = [f"{name}, {changes if self.news else stays}"]
        for each in self.news:
            day = day_in_words(each.change.day)
            lines.append(f"{day}: {each.will_be} (before: {each.was}).")
            lines.extend(_claims(each.change.owed))
        for other in self.beside:
            said = "your own turn stays, " if self.news else ""
            now = f"{said}{other.turn} {other.will_be}"
            lines.append(f"{day_in_words(other.day)}: {now} (before: {other.was}).")
        lines.append(f"Told on {day_in_words(self.told_on)}.")
        return "\n".join(lines) + "\n"


def messages(
    before: Rota, after: Rota, changes: Sequence[Change], told_on: date
) -> tuple[Message, ...]:
    """A message for everybody who must be told, whoever is in most haste first.

    Whoever only rides with other people is told so last.

    Args:
        before: The rota that people know.
        after: The one of which they are told.
        changes: What is otherwise, with its notice from the day of telling.
        told_on: The day of telling.
    """
    people = after.problem.person
    theirs: defaultdict[PersonId, list[News]] = defaultdict(list)
    for change in changes:
        if change.is_told:
            news = _news(before, after, people[change.person], change)
            theirs[change.person].append(news)
    beside: defaultdict[PersonId, list[Beside]] = defaultdict(list)
    for company in other_company(before, after):
        beside[company.person].append(_beside(before, after, company))
    found = [
        Message(people[who], tuple(theirs[who]), told_on, tuple(beside[who]))
        for who in {**theirs, **beside}
    ]
    return tuple(sorted(found, key=_haste))


def _haste(message: Message) -> tuple[bool, date, str, PersonId]:
    person = message.person
    by = message.tell_by or date.min
    return not message.is_urgent, by, person.name, person.id


def _beside(before: Rota, after: Rota, company: Company) -> Beside:
    shift, problems = company.fill.shift, (after.problem, before.problem)
    turn = f"{shift.unit} {shift.turn} {clock(shift.span)} as {company.fill.post}"
    was, now = (
        f"with {' and '.join(name_in(x.person, problems) for x in fills) or 'nobody'}"
        for fills in (company.was, company.now)
    )
    return Beside(shift.day, harmless(turn), harmless(was), harmless(now))


def _news(before: Rota, after: Rota, person: Person, change: Change) -> News:
    was, will_be = (
        _work_in_words(rota, person.id, change.day) for rota in (before, after)
    )
    return News(change, was, will_be, _tell_by(person, change))


def _tell_by(person: Person, change: Change) -> date | None:
    if change.notice is None or change.notice < 0:
        return None
    passed = [line for line in usual_lines(person) if change.notice >= line]
    return change.day - timedelta(days=max(passed, default=0) + 1)


def _work_in_words(rota: Rota, person: PersonId, day: date) -> str:
    duties = rota.duties_of(person) if person in rota.problem.person else ()
    todays = [duty for duty in duties if duty.day == day and duty.is_work]
    return "; ".join(_in_words(rota, duty) for duty in todays) or FREE


def _in_words(rota: Rota, duty: Duty) -> str:
    """`JR-04 late 15:00–01:00 as paramedic with Dylan Haque`."""
    span = duty.span
    said = f"{duty.what} {clock(span)}"
    if duty.kind is not DutyKind.SHIFT:
        return harmless(said)
    person, named = duty.person, rota.problem.person
    shifts = rota.shifts_of(person)
    shift = next(s for s in shifts if (s.unit, s.span) == (duty.unit, span))
    crew = rota.crew_of(shift)
    posts = [fill.post for fill in crew if fill.person == person]
    others = [named[fill.person].name for fill in crew if fill.person != person]
    together = f" with {' and '.join(others)}" if others else ""
    return harmless(f"{said} as {' and '.join(posts)}{together}")


def clock(span: Span) -> str:
    """`15:00–01:00`."""
    return f"{span.local_start:%H:%M}–{span.local_end:%H:%M}"


def _claims(owed: Sequence[Owed]) -> Iterator[str]:
    """What the person may claim, said to the person."""
    for each in owed:
        if each.kind is OwedKind.CONSENT:
            yield "It is settled only when you have said yes."
        elif each.kind is OwedKind.CHOICE:
            yield f"You {each.words}."
        elif each.kind is not OwedKind.AUTHORITY:
            yield f"You are owed {each.words}."
