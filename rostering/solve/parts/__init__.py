"""Parts of a rota that are planned anew while the rest stays as it is."""

from rostering.solve.parts.aim import aimed_at
from rostering.solve.parts.beginning import beginning
from rostering.solve.parts.improver import Course, Improver

__all__ = ["Course", "Improver", "aimed_at", "beginning"]
