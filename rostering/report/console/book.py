"""What was understood of a book, so that a planner can see it was read aright."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Sized

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.domain import Mode, Problem
from rostering.report.console.periods import period_in_words
from rostering.report.console.screen import counted, heading, indented, table


def book_shown(problem: Problem, rules: Sequence[Rule]) -> Iterator[RenderableType]:
    """The period, the cars, the people, and how much of everything else."""
    yield heading(f"Understood, for {period_in_words(problem.period)}:")
    yield Text()
    yield indented(_cars(problem))
    yield Text()
    yield indented(_people(problem))
    yield Text()
    yield Text(f"Besides: {', '.join(_counts(problem)) or 'nothing'}.")
    hard = {rule.code for rule in rules if rule.mode is Mode.HARD}
    wishes = {rule.code for rule in rules if rule.mode is Mode.WISH}
    wished = counted(len(wishes), "wish")
    yield Text(f"Rules: {len(hard)} must hold, {wished}.")


def book_document(problem: Problem, rules: Sequence[Rule]) -> dict[str, object]:
    """The same for other programs."""
    period = problem.period
    shifts = Counter(shift.unit for shift in problem.shifts)
    people = Counter(f"{p.employer or '-'} {p.role}" for p in problem.people)
    return {
        "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "shifts": dict(sorted(shifts.items())),
        "people": dict(sorted(people.items())),
        "rules": sorted({rule.code for rule in rules}),
        "facts": {thing: len(facts) for thing, facts in _facts(problem).items()},
    }


def _cars(problem: Problem) -> Table:
    has_districts = any(unit.districts for unit in problem.units)
    made = table("car", "area", *["districts"] * has_districts, "shifts", "turns")
    made.columns[-2].justify = "right"
    for unit in problem.units:
        its = [shift for shift in problem.shifts if shift.unit == unit.callsign]
        turns = Counter(shift.turn for shift in its)
        made.add_row(
            unit.callsign,
            Text(unit.area),
            *[Text(", ".join(unit.districts))] * has_districts,
            str(len(its)),
            Text(", ".join(f"{times} {turn}" for turn, times in turns.items())),
        )
    return made


def _people(problem: Problem) -> Table:
    made = table("employer", "role", "people")
    made.columns[2].justify = "right"
    groups = Counter((person.employer, person.role) for person in problem.people)
    for (employer, role), number in sorted(groups.items()):
        made.add_row(Text(employer), Text(role), str(number))
    return made


def _counts(problem: Problem) -> Iterator[str]:
    for thing, facts in _facts(problem).items():
        if facts:
            yield counted(len(facts), thing)


def _facts(problem: Problem) -> Mapping[str, Sized]:
    """What else a book may say, by what one of it is called."""
    days = set(problem.period.days)
    return {
        "team": problem.teams,
        "ticket of training": problem.training,
        "course": problem.courses,
        "absence": problem.leave,
        "offer of time": problem.offers,
        "request": problem.requests,
        "pair": problem.pairs,
        "time off the road": problem.off_road,
        "pin": problem.pins,
        "duty on record": problem.history,
        "bank holiday": [day for day in problem.bank_holidays if day in days],
    }
