"""Other hours at which a turn could start, and what each would change.

The same crews work the same length of shift, earlier or later. Whether they may, as to
offers and the turns of their teams, is not asked here: only rest, hours and pay are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Fill, Mode, PersonId, Rota, Shift, Span
from rostering.domain.time import instant, night_minutes
from rostering.memory.measures import NIGHT, NIGHT_WORK
from rostering.pay import Pay
from rostering.worth.cost import Rates, costs
from rostering.worth.demand import Demand

OF_REST = ("REST-", "HOURS-", "RUN-")
"""How the codes of rules on rest, hours and stretches of work begin."""
ONE_IN = 3
"""One in so many days of work that are nights makes a night worker (WTR-NIGHT-DEF)."""


@dataclass(frozen=True, slots=True)
class Start:
    """One hour at which a turn could start."""

    turn: str
    clock: time
    is_now: bool
    """Whether some of its shifts start then now."""
    caught: Fraction
    """How many incidents the whole rota would catch."""
    on_top: Fraction
    """What comes above plain time in the whole rota, in hours of it."""
    pounds: Decimal | None
    """The same in pounds; None where the rate of anybody paid is not known."""
    shortest_rest: Fraction | None
    """The shortest rest before or after one of its shifts, in hours."""
    breaches: int
    """Breaches of rules on rest and hours that must hold, in the whole rota."""
    night_workers: int
    """People with a night on one in three of their days of work, but for those who
    only work in time they offer."""


def starts(
    demand: Demand,
    rules: Sequence[Rule],
    clocks: Sequence[time],
    rates: Rates | None = None,
) -> Iterator[Start]:
    """Every turn at each of the hours, turn by turn in order of the hours."""
    of_rest = [r for r in rules if r.mode is Mode.HARD and r.code.startswith(OF_REST)]
    for turn in sorted({shift.turn for shift in demand.rota.crews}):
        now = _starts_now(demand.rota, turn)
        for clock in sorted({*clocks, *now}):
            rota = moved(demand.rota, turn, clock)
            paid = [each.pay for each in costs(rota, rates)]
            yield Start(
                turn,
                clock,
                clock in now,
                demand.caught(rota),
                sum((pay.extra_hours for pay in paid), Fraction()),
                _pounds_on_top(paid),
                _shortest_rest(rota, turn),
                len(audit(rota, of_rest).hard),
                sum(_is_night_worker(rota, person) for person in _riders(rota)),
            )


def moved(rota: Rota, turn: str, clock: time) -> Rota:
    """The rota with every shift of the turn as long as it was, from another hour on."""
    shifts = {
        shift: replace(shift, span=_from(shift, clock)) if shift.turn == turn else shift
        for shift in rota.problem.shifts
    }
    fills = frozenset(Fill(f.person, shifts[f.shift], f.post) for f in rota.fills)
    return Rota(replace(rota.problem, shifts=tuple(shifts.values())), fills)


def _pounds_on_top(paid: Sequence[Pay]) -> Decimal | None:
    due = [pay.extra for pay in paid if pay.basic_hours or pay.extra_hours]
    known = [pounds for pounds in due if pounds is not None]
    return sum(known, Decimal()) if len(known) == len(due) else None


def _from(shift: Shift, clock: time) -> Span:
    start = instant(shift.day, clock)
    return Span(start, start + shift.span.length)


def _starts_now(rota: Rota, turn: str) -> frozenset[time]:
    shifts = (shift for shift in rota.crews if shift.turn == turn)
    return frozenset(shift.span.local_start.time() for shift in shifts)


def _riders(rota: Rota) -> frozenset[PersonId]:
    return frozenset(fill.person for fill in rota.fills)


def _shortest_rest(rota: Rota, turn: str) -> Fraction | None:
    rests = [rest for who in _riders(rota) for rest in _rests(rota, who, turn)]
    return min(rests, default=None)


def _rests(rota: Rota, who: PersonId, turn: str) -> Iterator[Fraction]:
    """Hours between a shift of the turn and the person's work before and after it."""
    own = {shift.span for shift in rota.rides_of(who) if shift.turn == turn}
    work = (duty.span for duty in rota.duties_of(who) if duty.is_work)
    for before, after in pairwise(work):
        if before in own or after in own:
            minutes = int((after.start - before.end).total_seconds()) // 60
            yield Fraction(minutes, 60)


def _is_night_worker(rota: Rota, who: PersonId) -> bool:
    """Whether nights are one in three of the days of work in the period."""
    if rota.problem.person[who].offers_time:
        return False
    period = rota.problem.period
    work = [d for d in rota.duties_of(who) if d.is_work and d.day in period]
    nights = {d.day for d in work if night_minutes(d.span, *NIGHT) >= NIGHT_WORK}
    return bool(nights) and ONE_IN * len(nights) >= len({duty.day for duty in work})
