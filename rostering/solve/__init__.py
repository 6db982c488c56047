"""From a problem and its rules to the best rota, audited before anyone sees it."""

import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Lock

from constraints import Rule
from rostering.audit import audit
from rostering.build import build
from rostering.domain import Audit, Problem, Rota, Shift, Tier
from rostering.drawing import draw
from rostering.eligibility import Eligibility, eligibility
from rostering.solve.components import components
from rostering.solve.find import Brake
from rostering.solve.limits import Limits
from rostering.solve.result import Outcome, Progress, Result, TierResult, Watcher
from rostering.solve.search import Report
from rostering.solve.tiers import Part, solve_tiers

__all__ = [
    "Disagreement",
    "Limits",
    "Outcome",
    "Progress",
    "Result",
    "TierResult",
    "solve",
]

DEFAULT = Limits()


class Disagreement(AssertionError):
    """The audit refuses what the solver allowed: a bug of ours, never a rota."""


def solve(
    problem: Problem,
    rules: Sequence[Rule],
    *,
    limits: Limits = DEFAULT,
    watcher: Watcher | None = None,
) -> Result:
    """Find the best rota: every tier in order, all components side by side.

    Args:
        problem: What is asked.
        rules: What must hold and what is wished.
        limits: How long to search, and where to begin.
        watcher: Told of the progress.

    Raises:
        Disagreement: The rota found does not pass the audit.
    """
    start = time.monotonic()
    eligible = eligibility(problem, rules)
    parts = components(problem, eligible)
    search = _Search(problem, rules, eligible, _Scoreboard(len(parts), watcher))
    solved, is_stopped = search.run(parts, limits)
    rota = Rota(problem, frozenset().union(*(part.fills for part in solved)))
    outcome = _overall(solved)
    found = audit(rota, rules)
    # A part that was not solved in time may leave out a pin: that is no rota yet.
    is_unfinished = outcome is Outcome.UNDECIDED and bool(found.hard)
    if is_unfinished:
        rota = Rota(problem)
    tiers = tuple(_tier(tier, solved, found) for tier in Tier)
    if outcome is not Outcome.INFEASIBLE and not is_unfinished:
        _check(rota, found, tiers)
    return Result(
        outcome,
        None if outcome is Outcome.INFEASIBLE else rota,
        found,
        tiers,
        len(parts),
        time.monotonic() - start,
        limits.seed,
        is_stopped=is_stopped,
        is_timed=limits.seconds is not None and outcome is not Outcome.OPTIMAL,
    )


class _Search:
    """The components of one problem, solved by two threads."""

    def __init__(
        self,
        problem: Problem,
        rules: Sequence[Rule],
        eligible: Eligibility,
        scoreboard: "_Scoreboard",
    ) -> None:
        self._problem = problem
        self._rules = rules
        self._eligible = eligible
        self._scoreboard = scoreboard
        self._brake = Brake()

    def run(
        self, parts: Sequence[Sequence[Shift]], limits: Limits
    ) -> tuple[list[Part], bool]:
        """All parts in order, and whether the user stopped the search."""
        with ThreadPoolExecutor(max_workers=2) as pool:
            futures = [
                pool.submit(self._solve, number, part, limits)
                for number, part in enumerate(parts)
            ]
            is_stopped = self._await(futures)
            return [future.result() for future in futures], is_stopped

    def _await(self, futures: Sequence[Future[Part]]) -> bool:
        pending = set(futures)
        try:
            while pending:
                _, pending = wait(pending, timeout=0.2)
        except KeyboardInterrupt:
            self._brake.pull()
            wait(pending)
            return True
        return False

    def _solve(self, number: int, shifts: Sequence[Shift], limits: Limits) -> Part:
        decisions = build(
            self._problem, self._rules, shifts=shifts, eligible=self._eligible
        )
        report = self._scoreboard.report_of(number)
        part = solve_tiers(decisions, limits, self._brake, report)
        self._scoreboard.finish(number)
        return part


class _Scoreboard:
    """Sums what the components report, for the watcher."""

    def __init__(self, size: int, watcher: Watcher | None) -> None:
        self._watcher = watcher
        self._start = time.monotonic()
        self._lock = Lock()
        self._size = size
        self._done: set[int] = set()
        self._values: dict[tuple[int, Tier], tuple[int | None, int]] = {}

    def report_of(self, number: int) -> Report:
        """Where one component reports to."""

        def report(tier: Tier, best: int | None, bound: int) -> None:
            with self._lock:
                self._values[number, tier] = (best, bound)
            self._tell(tier)

        return report

    def finish(self, number: int) -> None:
        """Note that a component is done."""
        with self._lock:
            self._done.add(number)
        self._tell(max((tier for _, tier in self._values), default=Tier.COVER))

    def _tell(self, tier: Tier) -> None:
        if self._watcher is None:
            return
        with self._lock:
            values = [v for (_, its), v in self._values.items() if its is tier]
            done = len(self._done)
        bests = [best for best, _ in values if best is not None]
        self._watcher(
            Progress(
                tier,
                sum(bests) if bests else None,
                sum(bound for _, bound in values),
                len(values),
                done,
                self._size,
                time.monotonic() - self._start,
            )
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
