"""How long a search may take, and where it begins."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds a search; the same limits without seconds give the same rota."""

    effort: float = 1.0
    """How long to look for the proof of each tier: 10 is ten times the usual work."""
    seconds: float | None = None
    """A limit on the clock, which makes the rota depend on the machine."""
    seed: int = 0
