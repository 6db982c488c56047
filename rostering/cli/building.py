"""Reading, solving, explaining, writing and telling: what `build` and `demo` share."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from rostering.cli.clashes import end_on_clashes
from rostering.cli.clusters import running_on
from rostering.cli.exits import Exit, fail, say_json
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.order import Order
from rostering.cli.writing import names_of, ready_for_rota, write_built

if TYPE_CHECKING:
    from rostering.report.built import BuiltRota
    from rostering.report.writing import Written
    from rostering.solve import Result


def build_rota(order: Order) -> "BuiltRota":
    """Do all that the order says; end where there is no rota."""
    try:
        opened = open_book(
            order.book,
            first=order.first,
            weeks=order.weeks,
            as_json=order.as_json,
            weights=order.weights,
        )
        _see_shifts(opened, order)
        _tell_planned_again(opened, order)
        end_on_clashes(opened, as_json=order.as_json)
        if order.out is not None:
            ready_for_rota(order.out, opened.path, as_json=order.as_json)
        with _on_ctrl_c(_stop_once):
            result = _solve(opened, order)
    except KeyboardInterrupt:
        advice = "Give the command again when you have the time."
        _stop_short("Stopped before there was a rota; nothing was written.", advice)
    with _on_ctrl_c(signal.SIG_IGN):
        built = _explain(opened, order, result)
        written = None
        if order.out is not None:
            written = write_built(built, order.out, as_json=order.as_json)
        _tell(opened, built, written, order)
    return built


def _stop_once(*_: object) -> None:
    """Stop the search; Ctrl-C again would lose the rota that is being kept."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


@contextmanager
def _on_ctrl_c(answer: "Callable[..., None] | signal.Handlers") -> Iterator[None]:
    """Answer Ctrl-C in this way, where signals are ours to answer."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, answer)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _see_shifts(opened: OpenedBook, order: Order) -> None:
    """See that there is something to plan."""
    from rostering.report.console.periods import period_in_words

    problem = opened.problem
    if not problem.shifts:
        fail(
            f"The book asks for no shift in {period_in_words(problem.period)}.",
            "Look at the sheet Cover, or choose other days: --from DATE --weeks N",
            as_json=order.as_json,
        )


def _tell_planned_again(opened: OpenedBook, order: Order) -> None:
    """Say so where nobody asked for days that are published already."""
    from rostering.domain.time import day_in_words
    from rostering.report.console import screen
    from rostering.report.console.screen import DOUBTFUL

    last = opened.planned_again
    if last is None or order.first is not None or order.as_json:
        return
    said = (
        f"The book asks for no shift after {day_in_words(last)}, the last day that is "
        "published, so what is published is planned anew. To go on from there: the "
        "column `to` of the sheet Cover."
    )
    screen(stderr=True).print(said, style=DOUBTFUL)


def _solve(opened: OpenedBook, order: Order) -> "Result":
    from rostering.report.console import screen
    from rostering.report.console.progress import watching
    from rostering.solve import Disagreement, solve

    try:
        with (
            running_on(order.cluster, as_json=order.as_json) as runner,
            watching(screen(stderr=True)) as watcher,
        ):
            return solve(
                opened.problem,
                opened.rules,
                limits=order.limits,
                watcher=watcher,
                runner=runner,
            )
    except Disagreement as disagreement:
        _report_mistake(str(disagreement), opened, order)


def _report_mistake(said: str, opened: OpenedBook, order: Order) -> NoReturn:
    """Keep what is needed to reproduce a rota that its own audit refuses."""
    import rostering
    from rostering.report.files import write_whole

    marks = [f"{file} {mark}" for file, mark in sorted(opened.files.items())]
    facts = [f"rota {rostering.__version__}, {order.limits}", *marks, said]
    advice = "\n".join(facts)
    if order.out is not None:
        path = order.out / "mistake.txt"
        write_whole(path, f"{advice}\n".encode())
        advice = f"What is needed to reproduce it is in {path}; please send it to us."
    fail(
        "The rota found does not pass its own audit, so it was not written. This is a "
        "mistake in rota, not in your book.",
        advice,
        code=Exit.FAILED,
        as_json=order.as_json,
    )


def _explain(opened: OpenedBook, order: Order, result: "Result") -> "BuiltRota":
    from rostering.explain.gaps import gaps
    from rostering.report.built import BuiltRota

    if result.rota is None:
        _no_rota(order)
    if result.outcome == "undecided" and not result.rota.fills:
        advice = "Let it search longer: give a larger --seconds, or none."
        code = Exit.STOPPED if result.is_stopped else Exit.FAILED
        said = "No rota was found in the time; nothing was written."
        fail(said, advice, code=code, as_json=order.as_json)
    return BuiltRota(
        opened.path,
        opened.files,
        opened.rules,
        result,
        result.rota,
        gaps(result.rota, opened.rules),
        order.limits,
        opened.weights,
        opened.held,
    )


def _no_rota(order: Order) -> NoReturn:
    """End where pins clash in a way that was not found out."""
    fail(
        "No rota is possible with these pins, and which of them clash was not found.",
        "Take pins out of the sheet Pins, some at a time, and build again.",
        code=Exit.FAILED,
        as_json=order.as_json,
    )


def _tell(
    opened: OpenedBook,
    built: "BuiltRota",
    written: "Written | None",
    order: Order,
) -> None:
    from rostering.report.console import screen
    from rostering.report.console.faults import warned
    from rostering.report.console.summary import built_shown, written_shown
    from rostering.report.document import document_of

    if order.as_json:
        say_json({**document_of(built), "written": names_of(written)})
        return
    console = screen()
    for part in warned(opened.warnings, f"rota check {opened.path}"):
        console.print(part)
    for part in built_shown(built):
        console.print(part)
    for part in written_shown(written):
        console.print(part)


def _stop_short(message: str, advice: str) -> NoReturn:
    fail(message, advice, code=Exit.STOPPED)
