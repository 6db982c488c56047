"""`benchmarks/RESULTS.md`: one section for each ladder, replaced by its last run."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
HEAD = """# Results

Written by `make bench`; nothing here is written by hand. Each section is the last
run of one command.
"""
SOLVERS = ("ortools", "highspy", "numpy")


def write_section(name: str, title: str, text: str, path: Path = RESULTS) -> None:
    """Put a section in the place of the one of the same name, or at the end.

    Args:
        name: Marks the section; never shown.
        title: Its heading.
        text: What it says, in Markdown.
        path: The file, which is made if it is not there.
    """
    begin, end = f"<!-- {name} begins -->", f"<!-- {name} ends -->"
    section = f"{begin}\n## {title}\n\n{text.strip()}\n{end}\n"
    before = path.read_text(encoding="utf-8") if path.exists() else HEAD
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}\n", re.DOTALL)
    if pattern.search(before):
        written = pattern.sub(lambda _: section, before)
    else:
        written = f"{before.rstrip()}\n\n{section}"
    path.write_text(written, encoding="utf-8")


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown: its first column to the left, all others to the right."""
    marks = ("---", *("--:" for _ in heads[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, marks, *rows))


def machine() -> str:
    """The machine and the versions that were measured, in a sentence."""
    solvers = ", ".join(f"{name} {version(name)}" for name in SOLVERS)
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}, {solvers}. When the run ended {load:.1f} "
        "processes were waiting for a core: where that is more than there are cores, "
        "time on the clock is longer than it need be, and the processor's own time "
        "tells more."
    )
