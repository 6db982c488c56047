"""The answer to why: why a post is open, and why there is no rota at all."""

from rostering.explain.clash import Clash, clashes
from rostering.explain.gaps import Gap, Stop, gaps

__all__ = ["Clash", "Gap", "Stop", "clashes", "gaps"]
