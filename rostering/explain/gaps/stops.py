"""What keeps one person out of an open post: all of it, the most telling first."""

from collections.abc import Iterable
from dataclasses import dataclass

from rostering.domain import PersonId, Place
from rostering.explain.options import Objection
from rostering.explain.telling import telling


@dataclass(frozen=True, slots=True)
class Stop:
    """Everything that keeps one person out of one open post."""

    person: PersonId
    objections: tuple[Objection, ...]
    """At least one; the most telling first."""

    @classmethod
    def of(cls, person: PersonId, objections: Iterable[Objection]) -> "Stop":
        """The stop, its objections put in order."""
        return cls(person, tuple(sorted(objections, key=telling)))

    @property
    def rule(self) -> str:
        """The code of the most telling rule; empty where no rule is against it."""
        return self.objections[0].rule

    @property
    def because(self) -> str:
        """What the most telling rule says, in full."""
        return self.objections[0].because

    @property
    def place(self) -> Place | None:
        """The cell of the most telling reason, if one cell says it."""
        return self.objections[0].place

    @property
    def briefly(self) -> str:
        """The most telling reason in a few words."""
        return self.objections[0].briefly
