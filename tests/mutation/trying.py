"""A pytest plugin that runs the tests once, and then those that matter per mutant."""

import gc
import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import Mutant, Source, mutants_of
from tests.mutation.planting import NotPlanted, plant

OF_FIGURES = "test_figures"
"""Tests that ask a rule for its figures, and pass by no line of it."""
SLOWER, AT_LEAST = 5, 3.0
"""A test that takes so many times longer, and more seconds, has been stuck."""


class Outcome(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    STUCK = "stuck"
    """Killed too: a test did not come to its end."""
    SURVIVED = "survived"
    NOT_REACHED = "not reached"
    """No test comes by; survived too."""
    SENSELESS = "senseless"
    """Not Python: no mutant."""


CODES = {outcome: 10 + nth for nth, outcome in enumerate(Outcome)}


@dataclass
class Trying:
    """Runs all tests with the code as it is, and then each mutant's."""

    sources: Sequence[Source]
    """The modules to plant in."""
    keep: Callable[[Mapping[Mutant, Outcome]], None]
    """Told of each module's mutants when all of them are tried."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Of each test."""
    reached: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    """The tests that reach a line."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run, note, plant."""
        failed = self._run_all(session.items)
        if failed:
            raise pytest.UsageError(f"fails with the code as it is: {failed[0]}")
        items = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()
        for source in self.sources:
            mutants = mutants_of(source)
            self.keep({mutant: self._try(mutant, source, items) for mutant in mutants})
        return True

    def _run_all(self, items: Sequence[pytest.Item]) -> list[str]:
        """Run each test as it is; those that fail."""
        failed = []
        measured = coverage.Coverage(
            data_file=None, config_file=False, include=["*/constraints/*"]
        )
        measured.start()
        for item, following in zip(items, [*items[1:], None], strict=True):
            measured.switch_context(item.nodeid)
            begun = time.process_time()
            if _fails(item, following):
                failed.append(item.nodeid)
            self.seconds[item.nodeid] = time.process_time() - begun
        measured.stop()
        data = measured.get_data()
        for module, path, _ in self.sources:
            for line, tests in data.contexts_by_lineno(str(path)).items():
                self.reached[module, line] = {*tests} & {*self.seconds}
        return failed

    def _try(
        self, mutant: Mutant, source: Source, items: Mapping[str, pytest.Item]
    ) -> Outcome:
        """Plant it in a forked process and run what reaches it, quickest first."""
        reaching = self._reaching(mutant)
        if not reaching:
            return Outcome.NOT_REACHED
        child = os.fork()
        if child == 0:
            self._be_the_child(mutant, source, [items[test] for test in reaching])
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return Outcome.STUCK
        code = os.waitstatus_to_exitcode(status)
        return next((o for o, c in CODES.items() if c == code), Outcome.KILLED)

    def _reaching(self, mutant: Mutant) -> list[str]:
        lines = [self.reached.get((mutant.module, n), set()) for n in mutant.lines]
        tests = set().union(*lines)
        if mutant.is_value:
            near = (
                t for (module, _), t in self.reached.items() if module == mutant.module
            )
            tests |= {test for test in self.seconds if OF_FIGURES in test}.union(*near)
        return sorted(tests, key=lambda test: (self.seconds[test], test))

    def _be_the_child(
        self, mutant: Mutant, source: Source, items: Sequence[pytest.Item]
    ) -> None:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 1)
        os.dup2(devnull, 2)
        outcome = Outcome.KILLED
        try:
            plant(mutant, source)
            outcome = self._verdict(items)
        except (NotPlanted, SyntaxError):
            outcome = Outcome.SENSELESS
        finally:
            os._exit(CODES[outcome])

    def _verdict(self, items: Sequence[pytest.Item]) -> Outcome:
        for item, following in zip(items, [*items[1:], None], strict=True):
            limit = max(AT_LEAST, SLOWER * self.seconds[item.nodeid])
            signal.setitimer(signal.ITIMER_PROF, limit)
            if _fails(item, following):
                return Outcome.KILLED
        return Outcome.SURVIVED


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    return any(
        report.failed for report in runtestprotocol(item, log=False, nextitem=following)
    )
