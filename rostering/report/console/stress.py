"""How a rota stands up to what may happen, on the screen."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Problem
from rostering.domain.time import MINUTE
from rostering.report.console.bars import bar
from rostering.report.console.cars import short_day
from rostering.report.console.screen import FAINT, OPEN, heading, table

if TYPE_CHECKING:
    from rostering.lookahead.rates import Rates
    from rostering.lookahead.stress import Chance, Stress

WEAKEST = 10
"""How many shifts are shown."""
FIGURES = 46
"""The width of a line without its bar."""


def stress_shown(stress: "Stress", width: int) -> Iterator[RenderableType]:
    """How many cars go out, car by car; the weakest shifts; the standby list."""
    problem = stress.rota.problem
    if not stress.chances:
        yield Text("No shift of this rota is crewed: there is nothing to try.")
        return
    yield heading(f"{len(stress.chances)} crewed shifts in {stress.draws} futures")
    yield Text(
        f"{stress.expected_as_planned:.1f} go out on average as planned, "
        f"{stress.expected_with_calls:.1f} with those who are free being called."
    )
    yield Text()
    yield _cars(stress.chances, width)
    yield Text()
    yield heading("The weakest shifts")
    yield _weakest(stress.chances, width)
    if stress.standby:
        yield Text()
        yield heading("Whom to have in reserve")
        yield _standby(stress, problem)
    yield Text()
    yield Text(_rates(stress.rates), style=FAINT)


def _cars(chances: "tuple[Chance, ...]", width: int) -> Table:
    groups: defaultdict[str, list[Chance]] = defaultdict(list)
    for chance in chances:
        groups[chance.shift.unit].append(chance)
    made = table("car", "shifts", "as planned", "with calls", "")
    for column in made.columns[1:4]:
        column.justify = "right"
    for unit, its in sorted(groups.items()):
        planned = sum(chance.as_planned for chance in its) / len(its)
        called = sum(chance.with_calls for chance in its) / len(its)
        room = max(0, min(30, width - FIGURES))
        drawn = bar(called, 1, room)
        made.add_row(unit, str(len(its)), _share(planned), _share(called), drawn)
    return made


def _weakest(chances: "tuple[Chance, ...]", width: int) -> Table:
    made = table("date", "car", "turn", "as planned", "with calls", "")
    for column in made.columns[3:5]:
        column.justify = "right"
    ranked = sorted(chances, key=lambda c: (c.with_calls, c.as_planned, c.shift))
    for chance in ranked[:WEAKEST]:
        shift = chance.shift
        room = max(0, min(30, width - FIGURES - 10))
        drawn = bar(chance.with_calls, 1, room)
        shares = _share(chance.as_planned), _share(chance.with_calls)
        made.add_row(short_day(shift.day), shift.unit, shift.turn, *shares, drawn)
    return made


def _standby(stress: "Stress", problem: Problem) -> Table:
    made = table("date", "name", "role", "saves")
    made.columns[3].justify = "right"
    for each in stress.standby:
        person = problem.person[each.person]
        saves = f"{each.saves:.2f} shifts"
        made.add_row(short_day(each.day), Text(person.name), person.role, saves)
    return made


def _share(chance: float) -> Text:
    """A chance in per cent; one that is worse than two in three is marked."""
    return Text(f"{100 * chance:.0f}%", style=OPEN if chance < 2 / 3 else "")


def _rates(rates: "Rates") -> str:
    """What was assumed, in one paragraph."""
    return (
        f"An estimate. Assumed: {_percent(rates.sickness)} of days lost to illness, "
        f"{rates.spell:g} days at a time; {_percent(rates.abstraction)} of officers "
        f"taken for other work on the day; {_percent(rates.withdrawal)} of volunteers "
        f"withdraw; {_percent(rates.late_job)} of shifts end late, by "
        f"{rates.overrun / MINUTE:.0f} min on average; {_percent(rates.yes)} of those "
        "called say yes. Change them by the options of rota stress --help."
    )


def _percent(share: float) -> str:
    return f"{100 * share:g}%"
