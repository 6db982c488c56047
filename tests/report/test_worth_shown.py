"""What `report`, `demand` and `compare` draw of a small week: as before, to the letter.

The week has both nights of pay rules in it: a paramedic on section 2 and one on annex
5, officers of a team, one of them on a rest day, a Special, and a public holiday.
"""

from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from io import StringIO

import pytest
from rich.console import Console

from inputs.incidents import Incident
from rostering.domain import Rota
from rostering.domain.pay_terms import PayScheme, PayTerms
from rostering.drawing import parse
from rostering.repair.changes import changes
from rostering.report.comparison import Comparison
from rostering.report.console.comparison import comparison_shown
from rostering.report.console.cost import costs_shown
from rostering.report.console.demand import demand_shown
from rostering.report.console.headline import headline_shown
from rostering.report.console.heat import cover_shown
from rostering.report.console.worth import worth_shown
from rostering.rulebook import rulebook
from rostering.worth.cost import costs
from rostering.worth.cover import cover
from rostering.worth.demand import Demand
from rostering.worth.measured import Measured
from rostering.worth.published import published
from rostering.worth.starts import starts
from rostering.worth.worth import worth

FACTS = """
team A@North L L - - - - -
holiday - x - - - - -
crew p:paramedic o:regular/special
need L1 L1 L1 - S1 S1 L2
"""
ONE = f"""
Ann L1 L1 - - S1 S1 -
Bea - - L1 T - - L2
Bob@A L1 L1 L1 - - - -
Sam:special - - - - S1 S1 L2
{FACTS}
"""
OTHER = f"""
Ann L1 L1 - - - S1 L2
Bea - - - T S1 - -
Bob@A L1 L1 - - - - -
Sam:special - - - - S1 S1 L2
{FACTS}
"""
TERMS = {
    "Ann": PayTerms(PayScheme.SECTION_2, 6, Decimal("21.40")),
    "Bea": PayTerms(PayScheme.ANNEX_5, 6, Decimal("21.40")),
    "Bob": PayTerms(PayScheme.POLICE, None, Decimal("24.10")),
}
INCIDENTS = """2027-01-04 14:20 J1 joint
2027-01-04 17:05 J1 joint
2027-01-05 00:40 J1 police
2027-01-08 17:30 J1 joint
2027-01-08 21:10 J1 joint
2027-01-09 03:10 Far ambulance
2027-01-10 16:15 J2 joint
"""


def _rota(drawing):
    rota = parse(drawing)
    people = tuple(replace(p, pay=TERMS.get(p.id, p.pay)) for p in rota.problem.people)
    return Rota(replace(rota.problem, people=people), rota.fills)


def _report(width):
    rota = _rota(ONE)
    found, cars, value = costs(rota), cover(rota), worth(rota, published())
    yield from headline_shown(found, cars, value)
    yield from costs_shown(found, width, everybody=True)
    yield from cover_shown(cars, width)
    yield from worth_shown(value, width)


def _demand(width):
    rota = _rota(ONE)
    said = (line.rsplit(" ", 2) for line in INCIDENTS.splitlines())
    found = (Incident(datetime.fromisoformat(at), *rest) for at, *rest in said)
    demand = Demand(rota, tuple(found))
    rules, _ = rulebook(rota.problem)
    tried = tuple(starts(demand, rules, (time(14), time(16))))
    yield from demand_shown(demand, tried, width)


def _compare(width):
    rotas = _rota(ONE), _rota(OTHER)
    rules, _ = rulebook(rotas[0].problem)
    sides = (Measured(rota, rota, rules, {}) for rota in rotas)
    differing = changes(*rotas, None)
    found = Comparison(("one", "other"), *sides, differing, published())
    yield from comparison_shown(found, width)


COMMANDS = {"report": _report, "demand": _demand, "compare": _compare}


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_drawn_as_before(command, width, snapshot):
    console = Console(file=StringIO(), width=width, highlight=False, markup=False)
    for part in COMMANDS[command](width):
        console.print(part)
    lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
    assert max(map(len, lines)) <= width
    assert "\n".join(lines) == snapshot
