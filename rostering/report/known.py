"""What is known of a rota beside its lines, for those who show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rostering.domain.busy import Busy
from rostering.domain.grouping import grouped
from rostering.domain.time import ALWAYS, DateRange
from rostering.report.overtime import overtime
from rostering.report.paid import Paid, paid_of
from rostering.report.since import Since
from rostering.saved.diaries import Diary, Engagement, diaries_in
from rostering.saved.lines import RotaLine
from rostering.saved.reading import SavedRota


@dataclass(frozen=True)
class Known:
    """Holidays, areas, diaries, overtime and changes; each may be empty."""

    days: DateRange = ALWAYS
    """The days that are shown."""
    holidays: Mapping[date, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    """Where each car goes."""
    diaries: Mapping[str, Diary] = field(default_factory=dict)
    """By the ids of people."""
    hours: Mapping[str, Paid] = field(default_factory=dict)
    """Those in the whole rota, of whoever has a contract."""
    is_whole: bool = True
    """Whether the whole rota is shown."""
    overtime: frozenset[RotaLine] = frozenset()
    since: Since | None = None
    """What has changed since something was published."""

    @property
    def has_changes(self) -> bool:
        """Whether anything is otherwise than published."""
        return self.since is not None and bool(self.since.shifts)

    def is_new(self, line: RotaLine) -> bool:
        """Whether somebody was not there in what was published."""
        return self.since is not None and line in self.since.new

    def is_changed(self, line: RotaLine) -> bool:
        """Whether the crew or the hours of its shift are not as published."""
        return self.since is not None and line.shift_id in self.since.shifts

    def gone(self, person: str) -> tuple[RotaLine, ...]:
        """The published shifts of somebody who works them no more."""
        found = () if self.since is None else self.since.gone
        return tuple(line for line in found if line.person == person)

    def narrowed(self, person: str) -> "Known":
        """What concerns one person."""
        own = {who: diary for who, diary in self.diaries.items() if who == person}
        return replace(self, diaries=own)

    def engagements(self, person: str) -> tuple[Engagement, ...]:
        """When the person is away in these days."""
        diary = self.diaries.get(person)
        found = () if diary is None else diary.engagements
        return tuple(x for x in found if self.days.overlaps(DateRange(x.first, x.last)))

    def busy(self, person: str, day: date) -> tuple[Busy, ...]:
        """What the person's day is for beside shifts."""
        diary = self.diaries.get(person)
        return () if diary is None else diary.on(day)


NOTHING = Known()
"""Of a rota of which the lines are all that there is."""


def known_of(
    saved: SavedRota, days: DateRange, since: Since | None, *, is_whole: bool
) -> Known:
    """What the rota's own files tell, and what has changed.

    Args:
        saved: The whole rota.
        days: The days that are shown.
        since: The differences from what is published, if anything is.
        is_whole: Whether the whole rota is shown.
    """
    diaries = diaries_in(saved.document)
    return Known(
        days,
        _holidays(saved.document),
        _texts(saved.document, "areas"),
        diaries,
        _hours(saved, diaries),
        is_whole,
        overtime(saved.lines, diaries),
        since,
    )


def _hours(saved: SavedRota, diaries: Mapping[str, Diary]) -> dict[str, Paid]:
    lines = grouped(saved.lines, lambda line: line.person)
    return {
        who: paid_of(diary, lines.get(who, ()))
        for who, diary in diaries.items()
        if diary.contract is not None
    }


def _holidays(document: Mapping[str, object]) -> dict[date, str]:
    try:
        said = _texts(document, "bank_holidays").items()
        return {date.fromisoformat(day): name for day, name in said}
    except ValueError:
        return {}


def _texts(document: Mapping[str, object], name: str) -> dict[str, str]:
    said = document.get(name)
    return dict(said) if isinstance(said, Mapping) else {}
