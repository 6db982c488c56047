"""Reading, solving and telling the scenarios of a sweep."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.clashes import end_on_clashes
from rostering.cli.clusters import running_on
from rostering.cli.exits import Exit, bad_input, fail, say_json
from rostering.cli.figures import figures_meant
from rostering.cli.opened import OpenedBook, on_record, open_book, understood
from rostering.cli.order import Order
from rostering.cli.rates import rates_meant

if TYPE_CHECKING:
    from inputs.scenarios import Scenario
    from rostering.domain import Fault
    from rostering.memory import Record
    from rostering.report.sweep import Sweep, Trial
    from rostering.solve import Question

Said = tuple[list[str] | None, list[str] | None, list[str] | None]
"""Rates, figures and roles of officers, as typed."""


def swept(order: Order, path: Path) -> "tuple[Trial, ...]":
    """Build the book as it is and with the changes of each scenario."""
    from rostering.report.console import screen
    from rostering.report.console.busy import busy

    try:
        found = _scenarios(path, as_json=order.as_json)
        with busy(screen(stderr=True), "Reading the book as each scenario has it"):
            opened = _opened(order, found)
        return _solved(order, found, opened)
    except KeyboardInterrupt:
        advice = "Give it fewer scenarios, or less time: --seconds N"
        fail("Stopped before there was a rota.", advice, code=Exit.STOPPED)


def _scenarios(path: Path, *, as_json: bool) -> "tuple[Scenario, ...]":
    """The book as it is, and every scenario of the file."""
    from inputs import BadInputs
    from inputs.scenarios import Scenario, scenarios
    from inputs.scenarios.reading import BASE

    try:
        return (Scenario(BASE), *scenarios(path))
    except BadInputs as bad:
        bad_input(bad.faults, as_json=as_json)


def _opened(order: Order, found: "Sequence[Scenario]") -> list[OpenedBook]:
    """The book by each scenario; end with the faults of all."""
    from inputs import BadInputs
    from rostering.domain import Severity

    base = open_book(
        order.book,
        first=order.first,
        weeks=order.weeks,
        weights=order.weights,
        as_json=order.as_json,
    )
    end_on_clashes(base, as_json=order.as_json)
    known = on_record(order.book, as_json=order.as_json)
    opened: list[OpenedBook] = [base]
    faults: list[Fault] = []
    for scenario in found[1:]:
        try:
            opened.append(_with(scenario, base, order, known))
        except BadInputs as bad:
            told = (f for f in bad.faults if f.severity is Severity.ERROR)
            faults += (fault for fault in told if fault not in faults)
    if faults:
        bad_input(faults, as_json=order.as_json)
    _warn(opened, order)
    return opened


def _warn(opened: Sequence[OpenedBook], order: Order) -> None:
    """Show what is doubtful in the scenarios; of the book itself, where to see it."""
    from rostering.report.console import screen
    from rostering.report.console.faults import faults_shown, warned

    if order.as_json:
        return
    base, *others = opened
    brought = dict.fromkeys(doubt for book in others for doubt in book.warnings)
    own = [doubt for doubt in brought if doubt not in base.warnings]
    console = screen(stderr=True)
    for part in (*warned(base.warnings, f"rota check {base.path}"), *faults_shown(own)):
        console.print(part)


def _with(
    scenario: "Scenario", base: OpenedBook, order: Order, known: "Record | None"
) -> OpenedBook:
    """The book with the changes of a scenario, over the same days if it says none."""
    period = base.problem.period
    return understood(
        order.book,
        first=scenario.first or period.first,
        weeks=scenario.number("weeks") or -(-len(period.days) // 7),
        known=known,
        weights=_weights(scenario, order),
        changed=scenario.changed,
    )


def _weights(scenario: "Scenario", order: Order) -> str:
    from inputs import BadInputs
    from rostering.domain import Fault
    from rostering.rulebook.presets import presets

    said = scenario.weights
    if said is not None and said not in presets():
        place = scenario.place_of("weights")
        raise BadInputs((Fault(place, said, f"one of {', '.join(presets())}"),))
    return order.weights if said is None else said


def _solved(
    order: Order, found: "Sequence[Scenario]", opened: Sequence[OpenedBook]
) -> "tuple[Trial, ...]":
    from rostering.report.console import screen
    from rostering.report.console.sweep import watching_all
    from rostering.report.sweep import Trial
    from rostering.solve import solve_all

    names = [scenario.name for scenario in found]
    both = zip(found, opened, strict=True)
    questions = [_question(scenario, book, order) for scenario, book in both]
    with (
        running_on(order.cluster, as_json=order.as_json) as runner,
        watching_all(screen(stderr=True), names) as onlooker,
    ):
        results = solve_all(questions, onlooker=onlooker, runner=runner)
    return tuple(
        Trial(scenario.name, scenario.told, book.rules, result)
        for scenario, book, result in zip(found, opened, results, strict=True)
    )


def _question(scenario: "Scenario", opened: OpenedBook, order: Order) -> "Question":
    from rostering.solve import Question

    seed, effort = scenario.number("seed"), scenario.number("effort")
    limits = replace(
        order.limits,
        seed=order.seed if seed is None else seed,
        effort=order.effort if effort is None else float(effort),
    )
    return Question.of(opened.problem, opened.rules, limits)


def tell(trials: "tuple[Trial, ...]", order: Order, said: Said) -> None:
    """Show the table, or write it for other programs."""
    from rostering.report.console import screen
    from rostering.report.console.sweep import sweep_shown
    from rostering.report.files import write_whole
    from rostering.report.sweep import Sweep, sweep_document, sweep_file

    rates, figures, officers = said
    problems = [t.result.rota.problem for t in trials if t.result.rota is not None]
    found = Sweep(
        trials,
        rates_meant(rates, problems, as_json=order.as_json),
        figures_meant(figures, as_json=order.as_json),
        officers,
    )
    if order.out is not None:
        write_whole(order.out, sweep_file(found, order.out.suffix.lower()))
    if order.as_json:
        say_json(sweep_document(found))
        return
    console = screen()
    for part in sweep_shown(found):
        console.print(part)
    _tell_written(found, order)


def _tell_written(found: "Sweep", order: Order) -> None:
    from rostering.report.console import screen

    if order.out is not None:
        screen().print(f"Written: {order.out}")
    if any(trial.result.is_stopped for trial in found.trials):
        screen().print("Stopped by the user; each has the best rota found by then.")
