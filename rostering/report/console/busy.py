"""A sign that something is being worked out, on a terminal only."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def busy(console: Console, what: str) -> Iterator[None]:
    """Show what is being done while it is; show nothing in a pipe."""
    if not console.is_terminal:
        yield
        return
    with console.status(f"{what} ..."):
        yield
