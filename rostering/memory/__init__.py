"""What published and worked rotas tell of the time before the next."""

from rostering.memory.record import Held, Record, Recorded, record
from rostering.memory.remembering import (
    Remembered,
    first_day_after,
    remember,
    remembered,
)
from rostering.memory.worked import Worked

__all__ = [
    "Held",
    "Record",
    "Recorded",
    "Remembered",
    "Worked",
    "first_day_after",
    "record",
    "remember",
    "remembered",
]
