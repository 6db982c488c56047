"""Long text at a terminal, a screen at a time."""

import os
import sys
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.pager import SystemPager

LESS = "-FRX"
"""How `less` is asked where nobody has said: with colours, on the same screen."""


def put(console: Console, parts: Iterable[RenderableType]) -> None:
    """Print all parts; what is longer than the terminal is shown by its pager.

    The pager is the one that PAGER names, and none where input or output is a pipe.
    """
    if not _is_watched():
        for part in parts:
            console.print(part)
        return
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    text = captured.get()
    if text.count("\n") < console.height:
        console.file.write(text)
        return
    os.environ.setdefault("LESS", LESS)
    SystemPager().show(text)


def _is_watched() -> bool:
    """Whether somebody sits at the terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()
