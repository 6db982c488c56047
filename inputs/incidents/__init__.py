"""Lists of incidents, as control rooms export them: when, where, and of what kind."""

from inputs.incidents.headers import COLUMNS
from inputs.incidents.reading import (
    BadRows,
    Incident,
    Incidents,
    NoColumns,
    read_incidents,
)

__all__ = ["COLUMNS", "BadRows", "Incident", "Incidents", "NoColumns", "read_incidents"]
