"""Tickets that run out soon, put on course dates at the least harm to cover.

For each ticket the courses that end in time, are for the person's role and have a place
left. Where a date moves nothing on the rota, it costs nothing. Where it does, the least
loss of cover is solved for, the rota being made anew around it. Dates of several people
are then settled together. Booking more never gains cover, so no choice does less harm
than the kindest date of any one of them by itself.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from constraints import Rule
from rostering.domain import PersonId, Rota
from rostering.eligibility import eligibility
from rostering.explain.forecast.lapses import Lapse, lapses
from rostering.lookahead.courses import CourseDates, courses_for
from rostering.lookahead.harm import NONE, Harm, Trial

ROUNDS = 3
"""How often each date is looked at again, the others being settled."""

Told = Callable[[int, int], None]
"""Told of how many tickets were looked at, of how many."""


@dataclass(frozen=True, slots=True)
class Option:
    """A course that would renew a ticket in time."""

    course: CourseDates
    harm: Harm
    """If nobody else were booked."""
    moves_nothing: bool
    """Whether the rota can stay as it is."""

    @property
    def rank(self) -> tuple[int, bool, int, str]:
        """Least harm first, then what moves nothing, then the latest: none is lost."""
        days = self.course.last.toordinal()
        return self.harm.found, not self.moves_nothing, -days, self.course.id


@dataclass(frozen=True, slots=True)
class Placing:
    """A ticket that runs out, and where it is renewed."""

    lapse: Lapse
    options: tuple[Option, ...]
    """The courses that would do, the least harm first; where some move nothing on the
    rota, only these."""
    chosen: Option | None
    """Nothing where no course has a place left for it in time."""


@dataclass(frozen=True)
class Placings:
    """Every ticket that runs out soon, and what the chosen dates do together."""

    placed: tuple[Placing, ...]
    renewed: tuple[Lapse, ...]
    """Tickets for which a course is booked already."""
    harm: Harm
    """Of all the chosen dates; the least is that of any choice."""
    last: date
    """The last day on which a ticket's end is looked at."""

    @property
    def is_proved(self) -> bool:
        """Whether no choice of dates does less harm."""
        return self.harm.found <= self.harm.least


def place_training(
    rota: Rota,
    rules: Sequence[Rule],
    *,
    beyond: timedelta,
    tell: Told | None = None,
) -> Placings:
    """Choose a course date for each ticket that runs out in the period or soon after.

    Args:
        rota: The rota as it stands; it may be made anew around the courses.
        rules: What must hold and what is wished.
        beyond: How long after the period a ticket's end is still looked at.
        tell: Told of the progress.
    """
    problem = rota.problem
    last = problem.period.last + beyond
    due = [
        lapse
        for lapse in lapses(problem, eligibility(problem, rules), last=last)
        if problem.period.first <= lapse.last <= last
    ]
    trial = Trial(rota, rules)
    bare = [lapse for lapse in due if not lapse.is_renewed_in_time]
    options: dict[Lapse, tuple[Option, ...]] = {}
    for number, lapse in enumerate(bare, start=1):
        options[lapse] = _options(rota, trial, lapse)
        if tell is not None:
            tell(number, len(bare))
    chosen = _settled(options, trial)
    placed = tuple(Placing(x, options[x], chosen.get(x)) for x in bare)
    found = trial.harm(_bookings(chosen)).found
    least = max(
        (min(o.harm.least for o in its) for its in options.values() if its), default=0
    )
    renewed = tuple(lapse for lapse in due if lapse.is_renewed_in_time)
    return Placings(placed, renewed, Harm(found, least), last)


def _options(rota: Rota, trial: Trial, lapse: Lapse) -> tuple[Option, ...]:
    """The courses that move nothing; where all do, every course with its harm."""
    courses = courses_for(rota.problem, lapse)
    bookings = {course: ((lapse.person, course),) for course in courses}
    found = [
        Option(course, NONE, moves_nothing=True)
        for course, booking in bookings.items()
        if trial.moves_nothing(booking)
    ] or [
        Option(course, trial.harm(booking), moves_nothing=False)
        for course, booking in bookings.items()
    ]
    return tuple(sorted(found, key=lambda option: option.rank))


def _settled(
    options: Mapping[Lapse, tuple[Option, ...]], trial: Trial
) -> dict[Lapse, Option]:
    """One date for each, the tickets with fewest dates first, then looked at again."""
    chosen: dict[Lapse, Option] = {}
    order = sorted((x for x in options if options[x]), key=lambda x: len(options[x]))
    for _ in range(ROUNDS):
        before = dict(chosen)
        for lapse in order:
            others = {x: option for x, option in chosen.items() if x is not lapse}
            free = [o for o in options[lapse] if _has_room(o.course, others)]
            best = _kindest(lapse, free, others, trial)
            chosen = others | ({lapse: best} if best else {})
        if chosen == before:
            break
    return chosen


def _has_room(course: CourseDates, others: Mapping[Lapse, Option]) -> bool:
    taken = Counter(option.course.id for option in others.values())
    return taken[course.id] < course.places_left


def _kindest(
    lapse: Lapse,
    free: Sequence[Option],
    others: Mapping[Lapse, Option],
    trial: Trial,
) -> Option | None:
    """The date that costs least beside the others'; the first that costs nothing."""
    best, least = None, None
    alone = trial.harm(_bookings(others)).found
    for option in free:
        harm = trial.harm(_bookings({**others, lapse: option})).found
        if least is None or harm < least:
            best, least = option, harm
        if harm <= alone:
            break
    return best


def _bookings(chosen: Mapping[Lapse, Option]) -> list[tuple[PersonId, CourseDates]]:
    """Who is on which course; somebody with two tickets may be on one for both."""
    return [(lapse.person, option.course) for lapse, option in chosen.items()]
