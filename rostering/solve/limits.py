"""How long a search may take, and where it begins."""

import time
from dataclasses import dataclass, replace
from math import inf

HALF = 0.5
"""So much of the time left goes into each tier: first things need most of it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds a search; the same limits without seconds give the same rota."""

    effort: float = 1.0
    """How long to look for the proof of each tier: 10 is ten times the usual work."""
    seconds: float | None = None
    """A limit on the clock, which makes the rota depend on the machine."""
    seed: int = 0
    share: float = 1.0
    """How much of the effort goes into the tiers of sums, where much is to be done."""

    @property
    def of_sums(self) -> "Limits":
        """The limits of a tier of sums, which has little to gain from long proofs."""
        return replace(self, effort=self.effort * self.share, share=1.0)


def after(share: float, end: float) -> float:
    """The moment at which so much of the time left until the end will be over.

    Args:
        share: How much; 1 is the end itself.
        end: A value of `time.monotonic()`; infinity for no end.
    """
    now = time.monotonic()
    return end if end == inf else now + share * max(0.0, end - now)
