"""Who set a rule as it is, for whom, and in which cells."""

from collections.abc import Collection, Iterator, Mapping

from constraints import RULES, Entry, Rule, catalogue
from rostering.domain import PersonId, Problem, RuleSetting
from rostering.explain.clash.settings import settings_of, telling_cell
from rostering.rulebook import write_parameter

Json = Mapping[str, object]
MOST_NAMES = 4
"""How many people are named before the rest are counted."""


def cells_of(rule: Rule, problem: Problem | None) -> tuple[str, ...]:
    """Each row behind the rule: what it sets, its cell, and whence it comes."""
    rows = settings_of(rule, problem) if problem else ()
    narrower = {row.parameter for row in rows if row.applies_to} - {""}
    telling = (r for r in rows if r.applies_to or r.parameter not in narrower)
    return tuple(dict.fromkeys(_row_in_words(row) for row in telling))


def _row_in_words(row: RuleSetting) -> str:
    said = [f"{row.parameter} {row.value}"] if row.value else []
    said += ["on" if row.on else "off"] if row.on is not None else []
    said += [row.mode.value] if row.mode else []
    said += [f"tier {row.tier.title}"] if row.tier else []
    said += [f"weight {row.weight}"] if row.weight is not None else []
    source = f": {row.source}" if row.source else ""
    return f"{', '.join(said) or 'as usual'} in {telling_cell(row)}{source}"


def whom_in_words(rule: Rule, problem: Problem | None) -> str:
    """Whom or what the rule binds: `everybody`, `all cars`, by role or by name."""
    if rule.binds_cars:
        return "all cars" if rule.units is None else ", ".join(sorted(rule.units))
    if rule.people is None or problem is None:
        return "everybody"
    others = problem.person.keys() - rule.people
    roles = {problem.person[who].role for who in rule.people}
    if roles.isdisjoint(problem.person[who].role for who in others):
        return ", ".join(f"every {role}" for role in sorted(roles)) or "nobody"
    if len(others) < len(rule.people):
        return f"everybody but {_names(others, problem)}"
    return _names(rule.people, problem)


def _names(people: Collection[PersonId], problem: Problem) -> str:
    """The first of them by name, and how many more there are."""
    names = sorted(problem.person[who].name for who in people)
    left = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {left} more" if left > 0 else "")


def sources_of(rule: Rule) -> Iterator[Entry]:
    """What the rule serves: the law, the agreement or the guide behind it."""
    known = catalogue()
    yield from (known[source] for source in rule.sources)


def limits_of(rule: Rule) -> dict[str, str]:
    """What the law has each guarded parameter be: `at least 11 h`."""
    return {
        name: f"{limit.bound} {write_parameter(limit.value)} ({limit.law})"
        for name, limit in rule.law.items()
    }


def ids_kept_by() -> dict[str, tuple[str, ...]]:
    """The codes of the rules that serve each row of the catalogue."""
    return {
        source: tuple(code for code, rule in RULES.items() if source in rule.sources)
        for source in catalogue()
    }
