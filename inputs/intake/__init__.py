"""From what senders send to rows of the book, with every doubt at the sender's cell."""

from inputs.intake.sayings import UnknownAnswer, saying
from inputs.intake.surveying import survey
from inputs.intake.surveys import Asked, FileSurvey, PeopleFound, Survey
from inputs.intake.wanted import ImportKind

__all__ = [
    "Asked",
    "FileSurvey",
    "ImportKind",
    "PeopleFound",
    "Survey",
    "UnknownAnswer",
    "saying",
    "survey",
]
