"""What rota.json tells of people beside their shifts: hours, leave and training."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from rostering.domain.busy import Busy
from rostering.domain.hours import minutes_less_break
from rostering.domain.time import Span, days_between

PEOPLE = "people"
"""Where rota.json has it."""
_FIGURES = ("credited", "tolerance", "meal_break")
"""In minutes, for whoever has a contract."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """Days on which somebody is away, or works elsewhere."""

    first: date
    last: date
    busy: Busy
    minutes: int = 0
    """What of it is paid as work."""

    @property
    def document(self) -> dict[str, object]:
        """It as rota.json has it."""
        said = {"from": self.first.isoformat(), "to": self.last.isoformat()}
        return {**said, "with": self.busy.value, "minutes": self.minutes}


@dataclass(frozen=True, slots=True)
class Diary:
    """One person's days beside the shifts, and what the contract asks; in minutes."""

    person: str
    name: str
    role: str
    contract: int | None = None
    """For the whole of the rota; None where no hours are contracted."""
    credited: int = 0
    """What leave counts for."""
    tolerance: int = 0
    """What may be worked above the contract before it is overtime."""
    meal_break: int = 0
    """Unpaid, in each long duty."""
    engagements: tuple[Engagement, ...] = ()

    @property
    def elsewhere(self) -> int:
        """What is worked beside the shifts."""
        return sum(each.minutes for each in self.engagements)

    def paid(self, span: Span) -> int:
        """What a shift of that length counts for."""
        return minutes_less_break(span, timedelta(minutes=self.meal_break))

    def on(self, day: date) -> tuple[Busy, ...]:
        """What the day is for beside shifts."""
        found = (x.busy for x in self.engagements if x.first <= day <= x.last)
        return tuple(dict.fromkeys(found))

    def within(self, first: date, last: date) -> dict[Busy, set[date]]:
        """What these days are for beside shifts, and which of them."""
        found: dict[Busy, set[date]] = {}
        for each in self.engagements:
            start, end = max(first, each.first), min(last, each.last)
            if start <= end:
                found.setdefault(each.busy, set()).update(days_between(start, end))
        return found

    @property
    def document(self) -> dict[str, object]:
        """It as rota.json has it."""
        said: dict[str, object] = {
            "person": self.person,
            "name": self.name,
            "role": self.role,
        }
        if self.contract is not None:
            said["contract"] = self.contract
            said |= {name: getattr(self, name) for name in _FIGURES}
        return {**said, "busy": [each.document for each in self.engagements]}


def diaries_in(document: Mapping[str, object]) -> dict[str, Diary]:
    """Everybody's diary by id; nothing where the document has none that is whole."""
    said = document.get(PEOPLE)
    try:
        found = [_diary(each) for each in said] if isinstance(said, list) else []
    except (AttributeError, KeyError, TypeError, ValueError):
        return {}
    return {diary.person: diary for diary in found}


def _diary(said: Mapping[str, Any]) -> Diary:
    contract = said.get("contract")
    diary = Diary(
        str(said["person"]),
        str(said["name"]),
        str(said["role"]),
        engagements=tuple(_engagement(each) for each in said["busy"]),
    )
    if contract is None:
        return diary
    credited, tolerance, meal_break = (int(said[name]) for name in _FIGURES)
    return replace(
        diary,
        contract=int(contract),
        credited=credited,
        tolerance=tolerance,
        meal_break=meal_break,
    )


def _engagement(said: Mapping[str, Any]) -> Engagement:
    first, last = (date.fromisoformat(said[name]) for name in ("from", "to"))
    return Engagement(first, last, Busy(said["with"]), int(said["minutes"]))
