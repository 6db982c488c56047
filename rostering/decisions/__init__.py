"""The solver's choices, and the only vocabulary that rules have for them."""

from rostering.decisions.choices import Choices
from rostering.decisions.claims import Claim, Terms
from rostering.decisions.days import Days
from rostering.decisions.decisions import Decisions, Possible
from rostering.decisions.posting import About, Posting, Row

__all__ = [
    "About",
    "Choices",
    "Claim",
    "Days",
    "Decisions",
    "Possible",
    "Posting",
    "Row",
    "Terms",
]
