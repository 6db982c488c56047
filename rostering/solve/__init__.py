"""From a problem and its rules to the best rota, audited before anyone sees it."""

import time
from collections.abc import Sequence

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Audit, Problem, Rota, Tier
from rostering.drawing import draw
from rostering.solve.limits import Limits
from rostering.solve.part import Part
from rostering.solve.question import Question
from rostering.solve.result import Outcome, Progress, Result, TierResult, Watcher
from rostering.solve.running import Runner, Threads
from rostering.solve.scoreboard import Onlooker, Scoreboard

__all__ = [
    "Disagreement",
    "Limits",
    "Outcome",
    "Progress",
    "Question",
    "Result",
    "TierResult",
    "solve",
    "solve_all",
]

DEFAULT = Limits()
HERE = Threads()


class Disagreement(AssertionError):
    """The audit refuses what the solver allowed: a bug of ours, never a rota."""


def solve(
    problem: Problem,
    rules: Sequence[Rule],
    *,
    limits: Limits = DEFAULT,
    watcher: Watcher | None = None,
    runner: Runner = HERE,
) -> Result:
    """Find the best rota: every tier in order, all components side by side.

    Args:
        problem: What is asked.
        rules: What must hold and what is wished.
        limits: How long to search, and where to begin.
        watcher: Told of the progress.
        runner: Who solves the components.

    Raises:
        Disagreement: The rota found does not pass the audit.
    """
    start = time.monotonic()
    question = Question.of(problem, rules, limits)

    def onlooker(question: int, progress: Progress) -> None:  # noqa: ARG001
        if watcher is not None:
            watcher(progress)

    (result,) = solve_all([question], onlooker=onlooker, runner=runner, start=start)
    return result


def solve_all(
    questions: Sequence[Question],
    *,
    onlooker: Onlooker | None = None,
    runner: Runner = HERE,
    start: float | None = None,
) -> tuple[Result, ...]:
    """Find the best rota of each question, the components of all side by side.

    Args:
        questions: What is asked.
        onlooker: Told of the progress of each.
        runner: Who solves the components.
        start: When it began, by `time.monotonic()`; without it, now.

    Raises:
        Disagreement: A rota found does not pass the audit.
    """
    begun = time.monotonic() if start is None else start
    scoreboard = Scoreboard([len(asked.parts) for asked in questions], onlooker)
    answers = runner.run(questions, scoreboard)
    return tuple(
        _result(asked, parts, is_stopped=answers.is_stopped, start=begun)
        for asked, parts in zip(questions, answers.parts, strict=True)
    )


def _result(
    asked: Question, solved: Sequence[Part], *, is_stopped: bool, start: float
) -> Result:
    """The rota of all parts together, as its audit finds it."""
    rota = Rota(asked.problem, frozenset().union(*(part.fills for part in solved)))
    outcome = _overall(solved)
    found = audit(rota, asked.rules)
    # A part that was not solved in time may leave out a pin: that is no rota yet.
    is_unfinished = outcome is Outcome.UNDECIDED and bool(found.hard)
    if is_unfinished:
        rota = Rota(asked.problem)
    tiers = tuple(_tier(tier, solved, found) for tier in Tier)
    if outcome is not Outcome.INFEASIBLE and not is_unfinished:
        _check(rota, found, tiers)
    return Result(
        outcome,
        None if outcome is Outcome.INFEASIBLE else rota,
        found,
        tiers,
        len(solved),
        time.monotonic() - start,
        asked.limits.seed,
        is_stopped=is_stopped,
        is_timed=asked.limits.seconds is not None and outcome is not Outcome.OPTIMAL,
    )


def _overall(parts: Sequence[Part]) -> Outcome:
    outcomes = {part.outcome for part in parts}
    worst_first = (Outcome.INFEASIBLE, Outcome.UNDECIDED, Outcome.FEASIBLE)
    return next((o for o in worst_first if o in outcomes), Outcome.OPTIMAL)


def _tier(tier: Tier, parts: Sequence[Part], found: Audit) -> TierResult:
    """The tier's charge as the audit counts it, with the components' bounds."""
    bounds = [bound for part in parts for bound in part.bounds if bound.tier is tier]
    return TierResult(
        tier,
        found.cost(tier),
        sum(bound.bound for bound in bounds),
        sum(bound.seconds for bound in bounds),
    )


def _check(rota: Rota, found: Audit, tiers: Sequence[TierResult]) -> None:
    """Refuse a rota that the audit refuses, or that it counts below the bound."""
    wrong = [f"{b.rule} {b.subject}: {b.because}" for b in found.hard]
    wrong += [
        f"{tier.tier.title} costs {tier.value}, but {tier.bound} was proved the least"
        for tier in tiers
        if tier.value < tier.bound
    ]
    if wrong:
        raise Disagreement("\n".join(["The audit disagrees.", *wrong, draw(rota)]))
