"""What a build is asked to do."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rostering.solve import Limits


@dataclass(frozen=True)
class Order:
    """One build, as the command line asks for it."""

    book: Path
    first: date | None = None
    weeks: int | None = None
    out: Path | None = None
    """Where to write; None to write nothing."""
    seconds: float | None = None
    seed: int = 0
    effort: float = 1.0
    weights: str = ""
    cluster: str = ""
    """Who solves it: an address, `local`, or nobody but this process."""
    as_json: bool = False

    @property
    def limits(self) -> "Limits":
        """The limits of its search."""
        from rostering.solve import Limits

        return Limits(effort=self.effort, seconds=self.seconds, seed=self.seed)
