"""What each rule costs: its part of the model, of posting, of auditing, of solving.

python -m benchmarks.rules examples/kent            every rule, solved without it too
python -m benchmarks.rules examples/kent --quick    without solving
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.progress import track
from rich.text import Text

from constraints import Rule
from rostering.audit import audit
from rostering.build import build
from rostering.cli.opened import open_book
from rostering.decisions import Decisions
from rostering.domain import Problem, Rota
from rostering.eligibility import eligibility
from rostering.report.console.screen import counted, screen, table
from rostering.solve import solve

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one rule costs; all times are seconds."""

    code: str
    bars: int
    """Fills that it rules out before there is a model."""
    rows: int
    variables: int
    posting: float
    auditing: float
    without: float | None = None
    """How long all the other rules take to solve; None where it was not tried."""


def timed(work: Callable[[], Thing]) -> tuple[Thing, float]:
    """What the work gives, and how long it takes."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def costs(rota: Rota, rules: Sequence[Rule], *, is_quick: bool) -> Iterator[Cost]:
    """What each rule costs in turn, posted in order after those before it."""
    problem = rota.problem
    eligible = eligibility(problem, rules)
    reasons = [r.rule for against in eligible.reasons.values() for r in against]
    decisions = Decisions(problem, barred=eligible.barred)
    codes = list(dict.fromkeys(rule.code for rule in rules))
    shown = screen(stderr=True)
    hidden = not shown.is_terminal
    for code in track(codes, console=shown, transient=True, disable=hidden):
        own = [rule for rule in rules if rule.code == code]
        rows, variables = _size(decisions)
        _, posting = timed(partial(_post, decisions, own))
        more_rows, more_variables = _size(decisions)
        _, auditing = timed(partial(audit, rota, own))
        yield Cost(
            code,
            reasons.count(code),
            more_rows - rows,
            more_variables - variables,
            posting,
            auditing,
            None if is_quick else _without(problem, rules, code),
        )


def _post(decisions: Decisions, rules: Sequence[Rule]) -> None:
    for rule in rules:
        rule.post(decisions)


def _size(decisions: Decisions) -> tuple[int, int]:
    model = decisions.model.proto
    return len(model.constraints), len(model.variables)


def _without(problem: Problem, rules: Sequence[Rule], code: str) -> float:
    others = [rule for rule in rules if rule.code != code]
    return timed(lambda: solve(problem, others))[1]


def bench(
    book: Path,
    quick: Annotated[bool, typer.Option("--quick", help="Solve nothing anew.")] = False,
) -> None:
    """Measure what each rule costs on a book, and print it as a table."""
    opened = open_book(book)
    problem, rules = opened.problem, opened.rules
    _, building = timed(lambda: build(problem, rules))
    result, solving = timed(lambda: solve(problem, rules))
    rota = result.rota or Rota(problem)
    heads = ("rule", "bars", "rows", "variables", "post", "audit", "saved in solving")
    made = table(*heads)
    for column in made.columns[1:]:
        column.justify = "right"
    for cost in costs(rota, rules, is_quick=quick):
        made.add_row(
            Text(cost.code, style="bold"),
            *(str(number) for number in (cost.bars, cost.rows, cost.variables)),
            *(f"{seconds * 1000:.0f} ms" for seconds in (cost.posting, cost.auditing)),
            "" if cost.without is None else f"{solving - cost.without:+.1f} s",
        )
    console = screen()
    console.print(made)
    shifts = counted(len(problem.shifts), "shift")
    console.print(
        f"{book}, {shifts}: built in {building:.2f} s, solved in {solving:.1f} s."
    )


if __name__ == "__main__":
    typer.run(bench)
