"""Parts of a rota that are planned anew while the rest stays as it is."""

from rostering.solve.parts.improver import Course
from rostering.solve.parts.planning import Plan, improved, plan

__all__ = ["Course", "Plan", "improved", "plan"]
