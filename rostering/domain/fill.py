"""What a rota is made of."""

from typing import NamedTuple

from rostering.domain.people import PersonId
from rostering.domain.units import Shift


class Fill(NamedTuple):
    """One person in one post of one shift: what a rota is made of."""

    person: PersonId
    shift: Shift
    post: str
