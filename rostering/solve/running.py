"""Who runs the searches: two threads here, or whoever else can do it."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Protocol

from rostering.domain import Tier
from rostering.solve.find import Brake
from rostering.solve.part import Part
from rostering.solve.question import Question

TICK = 0.2
"""Seconds after which whoever waits looks up, so that Ctrl-C is heard."""


@dataclass(frozen=True, slots=True)
class Task:
    """One component of one of several questions."""

    question: int
    part: int


class Listener(Protocol):
    """Told how the tasks get on; from any thread."""

    def note(self, task: Task, tier: Tier, best: int | None, bound: int) -> None:
        """Note a better rota or bound."""

    def finish(self, task: Task) -> None:
        """Note that a task is done."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The solved components of every question, in order."""

    parts: tuple[tuple[Part, ...], ...]
    is_stopped: bool = False
    """Whether the user stopped the search."""


class Runner(Protocol):
    """Whoever can run the tasks of some questions.

    A task depends on nothing but its question, so that it may be run anywhere, and
    again where it was lost, with the same answer.
    """

    def run(self, questions: Sequence[Question], listener: Listener) -> Answers:
        """Solve every component of every question; Ctrl-C keeps the best so far."""


def tasks_of(questions: Sequence[Question]) -> list[Task]:
    """Every component of every question."""
    return [
        Task(number, part)
        for number, question in enumerate(questions)
        for part in range(len(question.parts))
    ]


def in_order(
    questions: Sequence[Question], parts: Sequence[Part]
) -> tuple[tuple[Part, ...], ...]:
    """The parts by question, where they come in the order of the tasks."""
    following = iter(parts)
    return tuple(tuple(next(following) for _ in q.parts) for q in questions)


class Threads:
    """Two threads of this process."""

    def run(self, questions: Sequence[Question], listener: Listener) -> Answers:
        """Solve every component of every question."""
        brake = Brake()

        def solved(task: Task) -> Part:
            def report(tier: Tier, best: int | None, bound: int) -> None:
                listener.note(task, tier, best, bound)

            part = questions[task.question].solve(task.part, brake, report)
            listener.finish(task)
            return part

        with ThreadPoolExecutor(max_workers=2) as pool:
            futures = [pool.submit(solved, task) for task in tasks_of(questions)]
            is_stopped = _await(futures, brake)
            parts = [future.result() for future in futures]
        return Answers(in_order(questions, parts), is_stopped)


def _await(futures: Sequence[Future[Part]], brake: Brake) -> bool:
    """Wait for all of them; whether the user stopped them."""
    pending = set(futures)
    try:
        while pending:
            _, pending = wait(pending, timeout=TICK)
    except KeyboardInterrupt:
        brake.pull()
        wait(pending)
        return True
    return False
