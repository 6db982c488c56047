"""The solver's choices, and the only vocabulary that rules have for them."""

from rostering.decisions.decisions import Decisions, Possible
from rostering.decisions.posting import Claim, Posting, Row, Terms

__all__ = ["Claim", "Decisions", "Possible", "Posting", "Row", "Terms"]
