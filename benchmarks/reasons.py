"""Why goals are missed and what was tried, as kept in `reasons.toml`.

A reason is told only beside a goal that the run did miss.
"""

import tomllib
from pathlib import Path

REASONS = Path(__file__).parent / "reasons.toml"


def with_reason(ladder: str, goal: str, line: str, path: Path = REASONS) -> str:
    """A sentence about a goal that was missed, with the reason where one is known.

    Args:
        ladder: The table of the file.
        goal: The key in it.
        line: What was missed.
        path: The file.
    """
    reason = tomllib.loads(path.read_text(encoding="utf-8")).get(ladder, {}).get(goal)
    return line if reason is None else f"{line} {' '.join(reason.split())}"
