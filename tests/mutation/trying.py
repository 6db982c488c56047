"""A pytest plugin that runs the tests once, and then those that matter per mutant."""

import gc
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import coverage
import pytest

from tests.mutation.afresh import tried_afresh
from tests.mutation.forking import SURVIVED, Outcome, fails, forked
from tests.mutation.mutants import Mutant, Source, mutants_of
from tests.mutation.planting import plant

READ_ON_IMPORT = ("tests/rules/test_figures.py", "tests/rules/test_every_rule.py")
"""Tests of all that rules say of themselves."""
OF_EVERY_RULE = ("test_figures", "test_form")
"""Tests that ask rules for what they are, and pass by no line of it."""


@dataclass
class Trying:
    """Runs all tests with the code as it is, and then each mutant's."""

    sources: Sequence[Source]
    """The modules to plant in."""
    keep: Callable[[Mapping[Mutant, Outcome]], None]
    """Told of each module's mutants when all of them are tried."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Of work, for each test."""
    reached: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    """The tests that reach a line of a module."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run all as it is, once in order and once quickest first; plant."""
        failed = self._run_all(session.items)
        if failed:
            raise pytest.UsageError(f"fails with the code as it is: {failed[0]}")
        items = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()
        ordered = self._quickest(items)
        unchanged = forked(gc.collect, [items[t] for t in ordered], self.seconds)
        if unchanged is not Outcome.SURVIVED:
            raise pytest.UsageError("fails with the code as it is, quickest first")
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
            if fails(item, following):
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
        reaching = self._quickest(self._reaching(mutant))
        outcome = Outcome.NOT_REACHED
        if reaching:
            planted = partial(plant, mutant, source)
            tests = [items[test] for test in reaching]
            outcome = forked(planted, tests, self.seconds)
        if mutant.is_value and outcome in SURVIVED:
            return tried_afresh(mutant, source, READ_ON_IMPORT)
        return outcome

    def _reaching(self, mutant: Mutant) -> set[str]:
        module = mutant.module
        if not mutant.is_value:
            lines = (self.reached.get((module, line), set()) for line in mutant.lines)
            return set().union(*lines)
        near = (tests for (name, _), tests in self.reached.items() if name == module)
        asking = {t for t in self.seconds if any(name in t for name in OF_EVERY_RULE)}
        return asking.union(*near)

    def _quickest(self, tests: Iterable[str]) -> list[str]:
        return sorted(tests, key=lambda test: (self.seconds[test], test))
