"""What the audit of a built rota found, rule by rule and one by one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from constraints import Rule
from rostering.domain import Breach, Mode
from rostering.report.built import BuiltRota
from rostering.report.people import ids_in, names_in


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule, how often it is not met, and what that costs its tier."""

    rule: Rule
    times: int
    cost: int

    @property
    def kind(self) -> str:
        """How strictly the rule is meant."""
        return "must hold" if self.rule.mode is Mode.HARD else "wish"

    @property
    def tier(self) -> str:
        """The tier of a wish; nothing for what must hold."""
        return "" if self.rule.mode is Mode.HARD else self.rule.tier.title


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach, or one wish that is not met, in words."""

    breach: Breach
    title: str
    """What the rule asks."""
    who: str
    people: tuple[str, ...]
    """The ids of the people whom it is about."""

    @property
    def is_about_a_pair(self) -> bool:
        """Whether it tells what the book says of two people together."""
        return len(self.people) > 1


def rule_counts(built: BuiltRota) -> Iterator[RuleCount]:
    """Every rule in its order, met or not."""
    times: Counter[str] = Counter()
    costs: Counter[str] = Counter()
    for breach in built.result.audit.breaches:
        times[breach.rule] += 1
        costs[breach.rule] += breach.cost
    rules = {rule.code: rule for rule in built.rules}
    for rule in rules.values():
        yield RuleCount(rule, times[rule.code], costs[rule.code])


def findings(built: BuiltRota) -> Iterator[Finding]:
    """Every breach and every wish that is not met."""
    problem = built.rota.problem
    titles = {rule.code: rule.title for rule in built.rules}
    for breach in built.result.audit.breaches:
        title = titles.get(breach.rule, "")
        who = names_in(breach.subject, problem)
        people = tuple(ids_in(breach.subject, problem))
        yield Finding(breach, title, who, people)
