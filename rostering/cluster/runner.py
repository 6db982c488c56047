"""The tasks of a search, run by the workers of a cluster."""

import pickle
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from queue import Empty, SimpleQueue
from uuid import uuid4

from distributed import Client, Future, KilledWorker

from rostering.cluster import remote
from rostering.cluster.refusal import ClusterRefusal
from rostering.domain import Tier
from rostering.solve.part import Part
from rostering.solve.question import Question
from rostering.solve.running import TICK, Answers, Listener, Task, in_order, tasks_of

Event = tuple[float, tuple[int, int, int, int | None, int]]
"""A time, and the numbers of a question, a part and a tier, its best and its bound."""


class Workers:
    """Runs every task on any worker, and once more where its worker was lost."""

    def __init__(self, client: Client) -> None:
        """Run tasks where this client sends them."""
        self._client = client

    def run(self, questions: Sequence[Question], listener: Listener) -> Answers:
        """Solve every component of every question; Ctrl-C keeps the best so far.

        Raises:
            ClusterRefusal: The cluster was lost, or every worker that tried a task.
        """
        search = f"rota-{uuid4()}"
        self._client.subscribe_topic(search, _teller(listener))
        try:
            futures = self._submit(questions, search)
            is_stopped = self._await(futures, search, listener)
            parts = [_result(future) for future in futures.values()]
        finally:
            self._end(search)
        return Answers(in_order(questions, parts), is_stopped)

    def _submit(
        self, questions: Sequence[Question], search: str
    ) -> dict[Task, Future[Part]]:
        """The questions go over once each; tasks take theirs from where it is."""
        sent = [
            self._client.submit(remote.opened, pickle.dumps(question), pure=False)
            for question in questions
        ]
        return {
            task: self._client.submit(
                remote.solved, sent[task.question], task, search, pure=False
            )
            for task in tasks_of(questions)
        }

    def _await(
        self, futures: dict[Task, Future[Part]], search: str, listener: Listener
    ) -> bool:
        """Wait for all of them; whether the user stopped them."""
        done: SimpleQueue[Task] = SimpleQueue()
        for task, future in futures.items():
            future.add_done_callback(lambda _, task=task: done.put(task))
        left, is_stopped = set(futures), False
        while left:
            try:
                task = done.get(timeout=TICK)
                left.discard(task)
                listener.finish(task)
            except Empty:
                if is_stopped:
                    # A worker that has joined since knows of no brake.
                    self._client.run(remote.pull, search)
            except KeyboardInterrupt:
                is_stopped = True
                self._client.run(remote.pull, search)
        return is_stopped

    def _end(self, search: str) -> None:
        if self._client.status == "running":
            self._client.unsubscribe_topic(search)
            self._client.run(remote.forget, search)


def _teller(listener: Listener) -> Callable[[Event], None]:
    """Hands on what workers tell of their tasks."""

    def tell(event: Event) -> None:
        question, part, tier, best, bound = event[1]
        listener.note(Task(question, part), Tier(tier), best, bound)

    return tell


def _result(future: "Future[Part]") -> Part:
    try:
        part: Part = future.result()
    except KilledWorker as killed:
        raise ClusterRefusal(
            "A part of the search ended every worker that tried it.",
            "They may have too little memory: give them more, or build without "
            "--cluster.",
        ) from killed
    except CancelledError as lost:
        raise ClusterRefusal(
            "The connection to the cluster was lost in the middle of the search.",
            "See that its scheduler is running, and give the command again.",
        ) from lost
    return part
