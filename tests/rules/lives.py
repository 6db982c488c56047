"""Random lives, most of them near a change of clocks or a year's end."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random

from rostering.domain import (
    AbsenceKind,
    Course,
    Crew,
    DateRange,
    Duty,
    DutyKind,
    Fill,
    Leave,
    Period,
    Person,
    PersonId,
    Post,
    Problem,
    Rota,
    Shift,
    Span,
    Team,
)
from rostering.domain.time import span_between, whole_days
from tests.rules.life import Away, Life, Written

NEAR = [date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 31), date(2027, 3, 28)]
CLOCKS = [
    (time(15), time(1)),
    (time(18), time(2)),
    (time(7), time(17)),
    (time(21), time(7)),
    (time(16), time(2)),
    (time(6), time(14)),
    (time(15, 17), time(23, 15)),
    (time(20), time(1, 29)),
    (time(1, 15), time(7)),
    (time(14), time(0)),
    (time(16), time(0, 1)),
    (time(10, 45), time(12)),
]
HOURS = [
    (time(9), time(11)),
    (time(10, 15), time(12)),
    (time(0), time(16)),
    (time(14), time(23, 45)),
]
KINDS = ["annual", "annual", "unpaid", "rest", "study", "court", "parental"]
ANN = PersonId("Ann")
CREW = Crew("crew", (Post("p", (frozenset({"paramedic"}),)),))


def life(seed: int) -> Life:
    """One person of any terms, with some weeks of the record and of a rota."""
    chance = Random(seed)
    first = chance.choice(NEAR) - timedelta(days=chance.randrange(14))
    last = first + timedelta(days=chance.choice([0, 3, 6, 9, 13, 20]))
    weeks = chance.choice([1, 2, 4, 17])
    begin = first - timedelta(weeks=weeks)
    terms = chance.choice(["contract", "contract", "team", "volunteer"])
    spell = (first, last + timedelta(days=8))
    shifts = _written(chance, first, last, chance.choice([0.3, 0.7, 0.9, 1]))
    idle = chance.sample(shifts, len(shifts) // 5)
    return Life(
        first=first,
        last=last,
        rides=tuple(shift for shift in shifts if shift not in idle),
        idle=tuple(idle),
        records=_written(chance, begin, first - timedelta(1), chance.choice([0, 0.7])),
        courses=_written(chance, begin, last, chance.choice([0, 0.05])),
        away=tuple(_away(chance, first - timedelta(days=9), last)),
        anchor=first + timedelta(days=chance.randrange(-40, 40)),
        pattern=_pattern(chance) if terms == "team" else (),
        remembered_weeks=weeks,
        joined=chance.choice([None, None, first - timedelta(days=9), first]),
        left=chance.choice([None, None, None, last - timedelta(days=1)]),
        weekly=chance.choice([2250, 1200, 1801]) if terms == "contract" else None,
        elsewhere=chance.choice([0, 0, 0, 333]),
        overtime=chance.choice([True, False]),
        opt_out=_spell(chance, *spell) if chance.random() < 0.2 else None,
    )


def _written(
    chance: Random, first: date, last: date, density: float
) -> tuple[Written, ...]:
    found = set()
    favourites = chance.sample(CLOCKS, chance.choice([1, 2, 5]))
    for offset in range((last - first).days + 1):
        for share in (density, density / 12):
            if chance.random() < share:
                day = first + timedelta(days=offset)
                found.add(Written(day, *chance.choice(favourites)))
    return tuple(sorted(found))


def _away(chance: Random, first: date, last: date) -> Iterator[Away]:
    """Leave of one kind after another, and sickness at the same time as any."""
    day = first
    while chance.random() < 0.6 and day <= last:
        begin, end = _spell(chance, day, last)
        is_short = chance.random() < 0.4
        if is_short:
            yield Away(chance.choice(KINDS), begin, begin, chance.choice(HOURS))
            if chance.random() < 0.5:
                yield Away("sick", begin, begin, chance.choice(HOURS))
        else:
            yield Away(chance.choice(KINDS), begin, end)
        day = end + timedelta(days=1)
    if chance.random() < 0.2:
        yield Away("sick", *_spell(chance, first, last))


def _spell(chance: Random, first: date, last: date) -> tuple[date, date]:
    length = (last - first).days + 1
    begin = chance.randrange(length)
    end = min(length - 1, begin + chance.randrange(9))
    return first + timedelta(days=begin), first + timedelta(days=end)


def _pattern(chance: Random) -> tuple[tuple[time, time] | None, ...]:
    turns = chance.sample(CLOCKS[:-1], 3)
    days = [clocks for clocks in turns for _ in range(2)] + [None] * 4
    return tuple(days) if chance.random() < 0.7 else tuple(chance.sample(days, 7))


def rota(lived: Life) -> Rota:
    """The life as the engine is told it."""
    team = "A" if lived.pattern else ""
    person = Person(
        ANN,
        "Ann",
        "paramedic",
        team=team,
        weekly_minutes=lived.weekly,
        overtime=lived.overtime,
        other_minutes=lived.elsewhere,
        opt_out=DateRange(*lived.opt_out) if lived.opt_out else None,
        employed=DateRange(lived.joined, lived.left),
    )
    ridden = frozenset(_shift(ride) for ride in lived.rides)
    problem = Problem(
        Period(lived.first, lived.last),
        people=(person,),
        shifts=tuple(sorted(ridden.union(map(_shift, lived.idle)))),
        teams=(_team(lived),) if lived.pattern else (),
        courses=tuple(_course(course) for course in lived.courses),
        leave=tuple(_leave(away) for away in lived.away),
        history=tuple(_record(record) for record in lived.records),
        memory_weeks=lived.remembered_weeks,
    )
    return Rota(problem, frozenset(Fill(ANN, shift, "p") for shift in ridden))


def _name(clocks: tuple[time, time] | None) -> str:
    return f"{clocks[0]:%H%M}-{clocks[1]:%H%M}" if clocks else "-"


def _shift(ride: Written) -> Shift:
    return Shift(ride.day, "J1", _name(ride[1:]), _span(ride), CREW)


def _span(written: Written) -> Span:
    return span_between(*written)


def _team(lived: Life) -> Team:
    times = {(_name(turn), *turn) for turn in lived.pattern if turn is not None}
    turns = tuple(_name(turn) for turn in lived.pattern)
    return Team("A", "", lived.anchor, turns, tuple(sorted(times)))


def _course(written: Written) -> Course:
    return Course(f"{written}", "", _span(written), 9, booked=(ANN,))


def _leave(away: Away) -> Leave:
    if away.hours is None:
        span = whole_days(away.first, away.last)
    else:
        span = span_between(away.first, *away.hours)
    return Leave(ANN, AbsenceKind(away.kind), span)


def _record(written: Written) -> Duty:
    return Duty(ANN, DutyKind.WORKED, _span(written), written.day, "J1 late", "J1")
