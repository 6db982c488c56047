"""What an audit found: every breach, and the wishes that are not met."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.domain import Audit, Breach, Problem
from rostering.domain.time import day_in_words
from rostering.report.console.screen import heading, table
from rostering.report.console.summary import audit_line, exceptions_shown
from rostering.report.document import wishes_missed
from rostering.report.people import ids_in, names_in


def audit_shown(
    audit: Audit,
    problem: Problem,
    rules: Sequence[Rule],
    *,
    every_wish: bool = False,
) -> Iterator[RenderableType]:
    """Every breach of what must hold, then the wishes by tier and rule."""
    if audit.hard:
        yield breach_table(audit.hard, problem, rules)
        yield Text()
    if audit.wishes:
        yield heading("Wishes not met")
        yield wish_table(audit, rules)
        yield Text()
    if audit.wishes and every_wish:
        yield breach_table(audit.wishes, problem, rules)
        yield Text()
    yield audit_line(audit, rules)
    yield from exceptions_shown(audit, problem)


def breach_table(
    breaches: Iterable[Breach], problem: Problem, rules: Sequence[Rule]
) -> Table:
    """One row a breach: the rule, who, when, and the figure."""
    titles = {rule.code: rule.title for rule in rules}
    made = table("rule", "who", "date", "what is wrong")
    made.columns[2].no_wrap = True
    for breach in breaches:
        made.add_row(
            Text(f"{breach.rule} {titles.get(breach.rule, '')}"),
            Text(names_in(breach.subject, problem)),
            "" if breach.day is None else day_in_words(breach.day),
            Text(breach.because),
        )
    return made


def wish_table(audit: Audit, rules: Sequence[Rule]) -> Table:
    """How often each wish is not met, and what that costs its tier."""
    titles = {rule.code: rule.title for rule in rules}
    made = table("tier", "rule", "times", "charge")
    for column in made.columns[2:]:
        column.justify = "right"
    for tier, rule, times, cost in wishes_missed(audit):
        title = f"{rule} {titles.get(rule, '')}"
        made.add_row(tier.title, Text(title), str(times), str(cost))
    return made


def breach_document(
    breach: Breach, problem: Problem, rules: Sequence[Rule]
) -> dict[str, object]:
    """A breach for other programs."""
    titles = {rule.code: rule.title for rule in rules}
    return {
        "rule": breach.rule,
        "title": titles.get(breach.rule, ""),
        "mode": breach.mode.value,
        "tier": breach.tier.title,
        "subject": breach.subject,
        "who": names_in(breach.subject, problem),
        "people": ids_in(breach.subject, problem),
        "date": None if breach.day is None else breach.day.isoformat(),
        "because": breach.because,
        "amount": breach.amount,
        "charge": breach.cost,
    }
