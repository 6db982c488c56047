"""Books too large for one search: split by regions, with bounds that stay honest."""

from rostering.solve.regions.cars import regions_of
from rostering.solve.regions.search import by_region

__all__ = ["by_region", "regions_of"]
