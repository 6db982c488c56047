"""Rows of one file that say the same twice, or contradict each other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from inputs.intake.doubts import Doubt
from inputs.intake.kinds.desk import Outcome
from inputs.intake.wanted import Wanted
from rostering.domain import AbsenceKind, LeaveStatus, Want

_ONE_DAY = timedelta(days=1)
_ALWAYS = datetime(1, 1, 1), datetime(9999, 12, 31)  # noqa: DTZ001


@dataclass(frozen=True)
class _Said:
    """One row, where its outcome stands and from when to when it speaks."""

    number: int
    row: Wanted
    start: datetime
    end: datetime

    def overlaps(self, other: "_Said") -> bool:
        return self.start < other.end and other.start < self.end


def without_clashes(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes, where what is said again is passed over and clashes wait.

    Where two rows cannot both be right, neither is taken: the file does not tell which.
    """
    kept = _said_once(outcomes)
    by_person: defaultdict[tuple[str, object], list[_Said]] = defaultdict(list)
    for number, outcome in enumerate(kept):
        for row in outcome.rows:
            if row.sheet in _CLASH:
                spans = _span(row)
                key = row.sheet, row.values["person"]
                by_person[key].append(_Said(number, row, *spans))
    for (sheet, _), said in by_person.items():
        for one, other in _overlapping(said):
            if one.number != other.number and _CLASH[sheet](one.row, other.row):
                _let_wait(kept, one, other)
                _let_wait(kept, other, one)
    return tuple(kept)


def _said_once(outcomes: Iterable[Outcome]) -> list[Outcome]:
    first: dict[tuple[object, ...], Wanted] = {}
    kept = []
    for outcome in outcomes:
        keys = [(row.sheet, *sorted(row.values.items())) for row in outcome.rows]
        before = [first.get(key) for key in keys]
        if keys and all(before):
            places = {row.places[0] for row in before if row}
            because = f"said already in {min(places)}"
            kept.append(Outcome(outcome.entry, passed=because))
            continue
        first |= dict(zip(keys, outcome.rows, strict=True))
        kept.append(outcome)
    return kept


def _overlapping(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Every two rows that speak of the same time."""
    open_rows: list[_Said] = []
    for one in sorted(said, key=lambda one: one.start):
        open_rows = [other for other in open_rows if other.overlaps(one)]
        yield from ((other, one) for other in open_rows)
        open_rows.append(one)


def _let_wait(kept: list[Outcome], one: _Said, other: _Said) -> None:
    place = one.row.places[0]
    wanted = f"what does not contradict {other.row.places[0]}"
    outcome = kept[one.number]
    doubt = Doubt(place, outcome.entry.anchor.text, wanted)
    doubts = tuple(dict.fromkeys((*outcome.doubts, doubt)))
    kept[one.number] = replace(outcome, rows=(), doubts=doubts)


def _is_double_leave(one: Wanted, other: Wanted) -> bool:
    """Whether both are granted; sickness during other leave is none."""
    rows = one.values, other.values
    is_sick = [row["kind"] == AbsenceKind.SICK for row in rows]
    is_granted = all(row.get("status") == LeaveStatus.APPROVED for row in rows)
    return is_granted and (all(is_sick) or not any(is_sick))


def _are_wishes_apart(one: Wanted, other: Wanted) -> bool:
    """Whether one asks to work what the other asks to be off."""
    wants = one.values["want"], other.values["want"]
    off = one if wants[0] == Want.OFF else other
    units = one.values.get("unit"), other.values.get("unit")
    return wants[0] != wants[1] and (
        off.values.get("unit") is None or units[0] == units[1]
    )


def _are_ends_apart(one: Wanted, other: Wanted) -> bool:
    """Whether both are the same skill from the same day, with other ends."""
    alike = ("skill", "from")
    return all(one.values.get(name) == other.values.get(name) for name in alike)


_CLASH: Mapping[str, Callable[[Wanted, Wanted], bool]] = {
    "Leave": _is_double_leave,
    "History": lambda *_: True,
    "Requests": _are_wishes_apart,
    "Training": _are_ends_apart,
}
"""By sheet, whether two rows of one person that overlap cannot both be right."""


def _span(row: Wanted) -> tuple[datetime, datetime]:
    """From the first to the last moment of which a row speaks; all time for a skill."""
    values = row.values
    if row.sheet == "Training":
        return _ALWAYS
    first = values.get("date") or values["from"]
    last = values.get("to") or first
    begin = _moment(first, values.get("start"), time())
    if row.sheet == "History":
        end = _moment(first, values["end"], time())
        return begin, end if end > begin else end + _ONE_DAY
    end = _moment(last, values.get("end"), None)
    return begin, end


def _moment(day: object, clock: object, otherwise: time | None) -> datetime:
    if not isinstance(day, date):
        raise TypeError(f"{day!r} is no date")
    if isinstance(clock, time):
        return datetime.combine(day, clock)
    if otherwise is not None:
        return datetime.combine(day, otherwise)
    return datetime.combine(day, time.max)
