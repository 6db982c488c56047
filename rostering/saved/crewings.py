"""From the cells of the sheet by car to records, with a fault where one is unclear."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import TypeAlias

from inputs import likely
from inputs.intake.cells import Cell
from rostering.domain import Fault, Place, Severity, Span
from rostering.domain.time import span_between
from rostering.saved.by_car import ByCar, Crewing
from rostering.saved.lines import COLUMNS, RotaLine, State
from rostering.saved.named import Names
from rostering.saved.records import Record

_Key: TypeAlias = tuple[date, str, str]
_Texts: TypeAlias = Mapping[str, str]
_OF_SHIFT = ("turn", "start", "end", "crew")


class CrewReading:
    """One sheet by car being read."""

    def __init__(self, cars: ByCar, built: Sequence[RotaLine], names: Names) -> None:
        self.faults: list[Fault] = []
        self._cars = cars
        self._names = names
        self._built: defaultdict[_Key, list[RotaLine]] = defaultdict(list)
        for line in built:
            self._built[line.day, line.unit, line.turn].append(line)
        self._read: dict[_Key, Crewing] = {}

    def records(self) -> Iterator[Record]:
        """A record for each place of each shift, in the order of the sheet."""
        for crewing in self._cars.crewings():
            yield from self._of_shift(crewing)
        if not self.faults:
            self._miss()

    def _of_shift(self, crewing: Crewing) -> Iterator[Record]:
        has_people = any(
            any(self._names.meant_in(cell)) for cell in crewing.posts.values()
        )
        texts = self._shift_texts(crewing, has_people=has_people)
        if texts is None or crewing.day is None:
            return
        key = crewing.day, crewing.unit, texts["turn"]
        if key in self._read:
            if has_people:
                at = self._read[key].turn.place.cell
                self._fault(crewing.turn, f"each shift once; it stands in {at} too")
            return
        self._read[key] = crewing
        for post, cell in crewing.posts.items():
            places = self._places(crewing, post)
            for said in self._of_post(crewing, cell, post, self._built.get(key, ())):
                yield Record({**texts, "post": post, **said}, places)

    def _shift_texts(self, crewing: Crewing, *, has_people: bool) -> _Texts | None:
        """What is said of the shift; None where there is none, or a fault."""
        if crewing.day is None or crewing.turn.value is None:
            if has_people and crewing.day is None:
                self._fault(crewing.date, "a date such as 04/01/2027")
            elif has_people:
                wanted = f"the turn of {crewing.unit} that these people work"
                self._fault(crewing.turn, wanted)
            return None
        lines = self._built.get((crewing.day, crewing.unit, crewing.turn_name))
        if lines:
            return {name: lines[0].texts[name] for name in COLUMNS[:6]}
        span = _span(crewing.day, crewing.hours)
        if span is None:
            if has_people:
                self._fault_turn(crewing, crewing.day)
            return None
        return {
            "date": crewing.day.isoformat(),
            "unit": crewing.unit,
            "turn": crewing.turn_name,
            "start": span.local_start.isoformat(),
            "end": span.local_end.isoformat(),
        }

    def _of_post(
        self, crewing: Crewing, cell: Cell, post: str, built: Sequence[RotaLine]
    ) -> Iterator[_Texts]:
        """What is said of each of the post's places."""
        filled = 0
        for meant in () if crewing.is_struck else self._names.meant_in(cell):
            filled += 1
            if meant.wanted:
                self._fault(cell, meant.wanted, meant.said, meant.likely)
                continue
            yield {
                "person": meant.person or meant.said,
                "name": self._names.names.get(meant.person, meant.said),
                "role": self._names.roles.get(meant.person, ""),
                "state": State.FILLED.value,
            }
        places = [line for line in built if line.post == post]
        is_missed = any(line.state is not State.SPARE for line in places)
        for number in range(filled, len(places)):
            is_open = is_missed and number == 0
            state = State.OPEN if is_open else State.SPARE
            yield {"state": state.value}

    def _places(self, crewing: Crewing, post: str) -> Mapping[str, Place]:
        """Where each column of a record stands."""
        at = dict.fromkeys(COLUMNS, crewing.posts[post].place)
        at |= dict.fromkeys(_OF_SHIFT, crewing.turn.place)
        at |= {"date": crewing.date.place, "unit": crewing.head.place}
        return at | {"post": crewing.heads[post].place}

    def _fault_turn(self, crewing: Crewing, day: date) -> None:
        turns = [t for d, unit, t in self._built if (d, unit) == (day, crewing.unit)]
        known = f"a turn of {crewing.unit} that day: {', '.join(turns)}"
        wanted = known if turns else "the hours too, such as late 15:00-01:00"
        near = likely(crewing.turn_name, turns)
        self._fault(crewing.turn, wanted, likely=near)

    def _miss(self) -> None:
        """Warn of people whose row or column the sheet has no more."""
        gone: Counter[tuple[str, str]] = Counter()
        for key, lines in self._built.items():
            posts = self._read[key].posts if key in self._read else {}
            for line in lines:
                is_gone = line.state is State.FILLED and line.post not in posts
                gone[line.unit, line.post] += is_gone
        sheet = self._cars.sheet
        place = sheet.place(self._cars.head_row, self._cars.date_column)
        for (unit, post), count in gone.items():
            if count:
                names = "1 name" if count == 1 else f"{count} names"
                found = f"no row or column for {names} of {unit} {post}"
                wanted = "rows and columns as they were; so these people count as off"
                fault = Fault(place, found, wanted, severity=Severity.WARNING)
                self.faults.append(fault)

    def _fault(
        self, cell: Cell, wanted: str, found: str = "", likely: str = ""
    ) -> None:
        self.faults.append(Fault(cell.place, found or cell.text, wanted, likely))


def _span(day: date, hours: tuple[str, str] | None) -> Span | None:
    """When the hours are that stand beside a turn; None where they are no times."""
    if hours is None:
        return None
    try:
        start, end = (time.fromisoformat(f"{clock:0>5}") for clock in hours)
    except ValueError:
        return None
    return span_between(day, start, end)
