"""Which of the two rotas that are merged."""

from enum import StrEnum


class Side(StrEnum):
    """One of the two rotas that are merged."""

    MINE = "mine"
    THEIRS = "theirs"
