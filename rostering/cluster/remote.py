"""What is called on the workers; each of them must have the same `rota`."""

import pickle
import platform
import signal
from collections.abc import Mapping
from importlib.metadata import version
from threading import Lock

from distributed import Worker, WorkerPlugin, get_worker

import rostering
from rostering.domain import Tier
from rostering.solve.find import Brake
from rostering.solve.part import Part
from rostering.solve.question import Question
from rostering.solve.running import Task

DECIDING = ("ortools", "highspy")
"""The libraries by which a rota is found: another version may find another one."""

_brakes: dict[str, Brake] = {}
_lock = Lock()


class Unstirred(WorkerPlugin):
    """Leaves Ctrl-C to whoever asked: it reaches every process of a terminal."""

    def setup(self, worker: Worker) -> None:  # noqa: ARG002
        """Take no notice of it."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def versions() -> Mapping[str, str]:
    """Everything that must be the same wherever one rota is looked for."""
    python = ".".join(platform.python_version_tuple()[:2])
    libraries = {name: version(name) for name in DECIDING}
    return {"rota": rostering.__version__, "Python": python, **libraries}


def opened(content: bytes) -> Question:
    """The question that was sent; asked for again wherever it was lost."""
    question: Question = pickle.loads(content)
    return question


def solved(question: Question, task: Task, search: str) -> Part:
    """Solve one component, and tell of it under the name of the search."""
    worker = get_worker()

    def report(tier: Tier, best: int | None, bound: int) -> None:
        worker.log_event(search, (task.question, task.part, tier.value, best, bound))

    return question.solve(task.part, _brake(search), report)


def pull(search: str) -> None:
    """Stop the search on this worker, and all of it that would begin here."""
    _brake(search).pull()


def forget(search: str) -> None:
    """The search is over."""
    with _lock:
        _brakes.pop(search, None)


def _brake(search: str) -> Brake:
    with _lock:
        return _brakes.setdefault(search, Brake())
