"""The workbooks of the corpus, by where they come from."""

from tests.intake.corpus.files import (
    absence,
    availability,
    charts,
    colours,
    competence,
    crews,
    doubtful,
    duties,
    habits,
    hours,
    matrices,
    odd,
    people,
    rosters,
    weeks,
)

__all__ = [
    "absence",
    "availability",
    "charts",
    "colours",
    "competence",
    "crews",
    "doubtful",
    "duties",
    "habits",
    "hours",
    "matrices",
    "odd",
    "people",
    "rosters",
    "weeks",
]
