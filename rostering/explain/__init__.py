"""The answer to why: why a post is open, and why there is no rota at all."""

from rostering.explain.clash import Clash, clashes
from rostering.explain.gaps import Gap, gaps
from rostering.explain.gaps.stops import Stop
from rostering.explain.proof.most_crewed import most_crewed

__all__ = ["Clash", "Gap", "Stop", "clashes", "gaps", "most_crewed"]
