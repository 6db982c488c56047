"""Telling whoever waits that another program is writing into a ledger."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from threading import Timer

PATIENCE = 20.0
"""Seconds to wait for another program that is writing."""
AT_ONCE = 0.5
"""Seconds after which a wait is worth a word."""

Tell = Callable[[Path, float], None]
"""Told of the ledger, and for how many seconds it is waited for."""
_tell: ContextVar[Tell | None] = ContextVar("tell", default=None)


@contextmanager
def told_of_waits(tell: Tell) -> Iterator[None]:
    """Have somebody told of every wait in here."""
    before = _tell.set(tell)
    try:
        yield
    finally:
        _tell.reset(before)


@contextmanager
def perhaps_waiting(path: Path) -> Iterator[None]:
    """Do what may have to wait for others; tell of it where it does."""
    tell = _tell.get()
    if tell is None:
        yield
        return
    timer = Timer(AT_ONCE, tell, (path, PATIENCE))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
