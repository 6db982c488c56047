"""Signed exceptions that no signature can make."""

from collections.abc import Iterator, Sequence

from constraints import RULES, Rule
from inputs import likely
from rostering.domain import Fault, Kind, Waiver


def waiver_faults(waivers: Sequence[Waiver]) -> Iterator[Fault]:
    """A fault for each waiver of no rule, or of a rule that is never waived."""
    for waiver in waivers:
        kind = RULES.get(waiver.rule)
        if kind is None:
            wanted = "the code of a rule; `rota rules` lists them"
            near = likely(waiver.rule, RULES)
            yield Fault(waiver.place, waiver.rule, wanted, near)
        elif not kind.may_be_waived:
            yield Fault(waiver.place, waiver.rule, _why_not(kind))


def _why_not(kind: type[Rule]) -> str:
    wanted = "a rule on one person’s hours, rest or days in a row"
    if kind.kind is Kind.SAFETY:
        return f"{wanted}; {kind.title.lower()} is safety, which nobody can sign away"
    return (
        f"{wanted}; {kind.title.lower()} is no such rule: see `rota rules {kind.code}`"
    )
