"""Running tests in a process of their own, in which a mutant may do as it likes."""

import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

import pytest
from _pytest.runner import runtestprotocol

SLOWER, AT_LEAST = 5, 3.0
"""A test that works so many times longer, and more seconds, has been stuck."""


MEMORY = 4 * 2**30
"""Bytes that no test needs; a mutant that collects without end asks for more."""


class Outcome(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    STUCK = "stuck"
    """Killed too: a test did not come to its end."""
    SURVIVED = "survived"
    NOT_REACHED = "not reached"
    """No test comes by; survived too."""
    SENSELESS = "senseless"
    """Not Python, and so no mistake that could be made."""


SURVIVED = {Outcome.SURVIVED, Outcome.NOT_REACHED}


class Senseless(Exception):
    """The change makes no sense in Python."""


CODES = {10 + nth: outcome for nth, outcome in enumerate(Outcome)}


def forked(
    prepare: Callable[[], object],
    items: Sequence[pytest.Item],
    seconds: Mapping[str, float],
) -> Outcome:
    """Fork, prepare, and run the tests in the given order until one fails.

    Raises:
        RuntimeError: if it ended as no test makes it end: no verdict about anything.
    """
    child = os.fork()
    if child == 0:
        _end(prepare, items, seconds)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return Outcome.STUCK
    code = os.waitstatus_to_exitcode(status)
    if code not in CODES:
        raise RuntimeError(f"a forked process ended with {code}")
    return CODES[code]


def fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Run a test, and what it sets up and tears down."""
    reports = runtestprotocol(item, log=False, nextitem=following)
    return any(report.failed for report in reports)


def _end(
    prepare: Callable[[], object],
    items: Sequence[pytest.Item],
    seconds: Mapping[str, float],
) -> None:
    """Never returns."""
    code = 1
    try:
        prepare()
        _silence()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        code = _code_of(_verdict(items, seconds))
    except Senseless:
        code = _code_of(Outcome.SENSELESS)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _verdict(items: Sequence[pytest.Item], seconds: Mapping[str, float]) -> Outcome:
    for item, following in zip(items, [*items[1:], None], strict=True):
        limit = max(AT_LEAST, SLOWER * seconds[item.nodeid])
        signal.setitimer(signal.ITIMER_PROF, limit)
        if fails(item, following):
            return Outcome.KILLED
    return Outcome.SURVIVED


def _code_of(outcome: Outcome) -> int:
    return next(code for code, known in CODES.items() if known is outcome)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
