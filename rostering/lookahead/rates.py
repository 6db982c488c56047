"""How often things go otherwise than planned: given figures, with usual ones."""

from dataclasses import dataclass
from datetime import timedelta

from rostering.domain import Person


@dataclass(frozen=True, slots=True)
class Rates:
    """Chances that are drawn by, each between 0 and 1.

    The usual figures are guesses to be replaced by a scheme's own; ambulance trusts
    report 6 to 9 days of a hundred lost to sickness.
    """

    sickness: float = 0.06
    """The share of days that people are ill."""
    spell: float = 4.0
    """How many days an illness lasts, on average."""
    abstraction: float = 0.03
    """How often a team's member is taken for other work on the day (POL-ABSTRACT)."""
    withdrawal: float = 0.08
    """How often somebody who offered time withdraws (SC-WITHDRAW)."""
    late_job: float = 0.25
    """How often a shift ends late."""
    overrun: timedelta = timedelta(minutes=60)
    """How late it ends then, on average."""
    yes: float = 0.4
    """How often somebody who is free says yes when asked on the day."""

    def absence_on_the_day(self, person: Person) -> float:
        """How often the person fails to come for another reason than illness."""
        if person.offers_time:
            return self.withdrawal
        return self.abstraction if person.team else 0.0
