"""What-if scenarios: a sheet whose rows change a book before it is read."""

from inputs.scenarios.reading import Scenario, scenarios
from inputs.scenarios.rows import SCENARIOS

__all__ = ["SCENARIOS", "Scenario", "scenarios"]
