"""From a problem and its rules to a model."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from constraints import Rule
from rostering.decisions import Decisions
from rostering.domain import Problem, Shift
from rostering.eligibility import Eligibility, eligibility


def build(
    problem: Problem,
    rules: Sequence[Rule],
    *,
    shifts: Sequence[Shift] | None = None,
    eligible: Eligibility | None = None,
) -> Decisions:
    """Make the decisions and let every rule say its part.

    Args:
        problem: What is asked.
        rules: What must hold or is wished; their order does not matter.
        shifts: The shifts of one component; all of them when left out.
        eligible: What eligibility found, if it is known already.
    """
    with uncollected():
        found = eligibility(problem, rules) if eligible is None else eligible
        decisions = Decisions(problem, shifts=shifts, barred=found.barred)
        for rule in rules:
            if rule.is_sought:
                rule.post(decisions)
    return decisions


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nobody look for garbage meanwhile.

    Millions of things are made for a large model and nearly all are kept: looking at
    them again and again would take a fifth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
