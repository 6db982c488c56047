"""Every rota of a tiny problem, tried without the solver: what a repair must find."""

from rostering.audit import audit
from rostering.domain import Problem, Rota, Tier
from rostering.domain.published import is_called_off
from rostering.drawing import parse
from rostering.repair.menu import menu
from rostering.repair.situation import Situation
from rostering.rulebook import rulebook
from tests.verify import every_rota


def situation_of(before: Rota, facts: Problem, today) -> Situation:
    rules, _ = rulebook(facts)
    return Situation(before, facts, rules, today)


def drawn(before: str, now: str = "", today=None) -> Situation:
    """What was drawn as published, and the facts of now by another drawing."""
    published = parse(before)
    facts = parse(now).problem if now else published.problem
    first = published.problem.period.first
    return situation_of(published, facts, today or first)


def told(situation: Situation, rota: Rota) -> set[str]:
    """Whose places are not those published, own absences aside; by plain sets."""
    problem = situation.facts
    changed = set()
    for person in problem.people:
        was = {
            (f.shift.id, f.post, f.shift.span)
            for f in situation.before.fills
            if f.person == person.id and not is_called_off(problem, f)
        }
        now = {
            (f.shift.id, f.post, f.shift.span)
            for f in rota.fills
            if f.person == person.id
        }
        if was != now:
            changed.add(person.id)
    return changed


def every_choice(situation: Situation) -> dict[int, int]:
    """The least charge for cover by the number of people told, of all legal rotas."""
    least: dict[int, int] = {}
    past = {f for f in situation.before.fills if f.shift.day < situation.today}
    for rota in every_rota(situation.problem):
        if {f for f in rota.fills if f.shift.day < situation.today} != past:
            continue
        found = audit(rota, situation.rules)
        if not found.hard:
            number = len(told(situation, rota))
            cost = found.cost(Tier.COVER)
            least[number] = min(cost, least.get(number, cost))
    return least


def best_of_each(least: dict[int, int]) -> list[tuple[int, int]]:
    """Those numbers of people told for which more is covered than for any fewer."""
    best: list[tuple[int, int]] = []
    for number in sorted(least):
        if not best or least[number] < best[-1][1]:
            best.append((number, least[number]))
    return best


def assert_menu_is_right(situation: Situation) -> None:
    found = menu(situation)
    options = [(option.told.value, option.cover.value) for option in found.options]
    assert options == best_of_each(every_choice(situation))
    assert found.is_proved
    assert found.is_complete
    for option in found.options:
        assert option.unmended == ()
        assert len(option.people) == option.told.value
        assert set(option.people) == told(situation, option.rota)
        assert len(option.news) == option.moved.value
