"""Repairs of the Kent rota, against a plain model that counts for itself."""

from datetime import date
from pathlib import Path

import pytest
from ortools.sat.python import cp_model

from benchmarks.repair import trials
from inputs import read
from rostering.build import build
from rostering.domain import Mode, Tier
from rostering.repair.menu import menu
from rostering.repair.news import laid_over
from rostering.repair.situation import Situation
from rostering.rulebook import remembering, rulebook
from rostering.solve import Limits, solve

KENT = Path(__file__).parent.parent.parent / "examples" / "kent"
ABSENCES = 8


@pytest.fixture(scope="module")
def published():
    """Three weeks of Kent, as they were published."""
    problem = read(KENT, first=date(2027, 1, 4), weeks=3).problem
    rules, _ = rulebook(problem)
    problem = remembering(problem, rules)
    needed = [r for r in rules if r.mode is Mode.HARD or r.tier is Tier.COVER]
    return solve(problem, needed, limits=Limits(effort=0.2)).rota, rules


@pytest.fixture(scope="module")
def menus(published):
    rota, rules = published
    found = []
    for trial in trials(rota, ABSENCES, seed=7):
        facts = laid_over(rota.problem, [trial.absent])
        found.append(menu(Situation(rota, facts, rules, trial.today)))
    return found


@pytest.mark.slow
def test_every_menu_is_proved_and_loses_no_more_than_it_must(menus) -> None:
    for each in menus:
        assert each.is_proved
        assert each.is_complete
        told = [option.told.value for option in each.options]
        covered = [option.cover.value for option in each.options]
        assert told == sorted(set(told))
        assert covered == sorted(set(covered), reverse=True)


@pytest.mark.slow
def test_nobody_fewer_can_be_told_by_a_plain_statement_of_it(menus) -> None:
    asked = [(m.situation, option) for m in menus for option in m.options]
    for situation, option in asked:
        people, cover = option.told.value, option.cover.value
        if people:
            assert not _is_possible(situation, people - 1, cover)
        assert not _is_possible(situation, people, cover - 1)


@pytest.mark.slow
def test_the_changes_told_are_those_that_were_counted(menus) -> None:
    assert any(menu.options[-1].told.value for menu in menus)
    for each in menus:
        for option in each.options:
            assert len(option.people) == option.told.value
            assert option.moved.is_proved
            assert not option.unmended


def _is_possible(situation: Situation, people: int, cover: int) -> bool:
    """Whether some rota tells no more people, with no more charge for cover."""
    hard = [r for r in situation.rules if r.mode is Mode.HARD or r.tier is Tier.COVER]
    decisions = build(situation.planned, hard)
    model, away = decisions.model, {leave.person for leave in _news(situation)}
    was = {(f.person, f.shift.id, f.post) for f in situation.before.fills}
    told = {}
    for fill, claim in decisions.fill_claims.items():
        known = (fill.person, fill.shift.id, fill.post) in was
        if fill.shift.day < situation.today:
            model.add(claim == int(known))
        changed = told.setdefault(fill.person, model.new_bool_var(""))
        model.add(changed >= (1 - claim if known else claim))
    possible = {(f.person, f.shift.id, f.post) for f in decisions.fill_claims}
    for person in {key[0] for key in was - possible} - away:
        model.add(told.setdefault(person, model.new_bool_var("")) == 1)
    model.add(sum(told.values()) <= people)
    model.add(decisions.cost(Tier.COVER) <= cover)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    status = solver.solve(model)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return status != cp_model.INFEASIBLE


def _news(situation: Situation):
    known = set(situation.before.problem.leave)
    return [leave for leave in situation.facts.leave if leave not in known]


def test_the_same_absences_come_every_time(published) -> None:
    rota, _ = published
    first, second = ([*trials(rota, 5, seed=3)] for _ in range(2))
    assert first == second
