"""How long a search may take, and where it begins."""

from dataclasses import dataclass, replace


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
