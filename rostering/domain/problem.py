"""Everything that is asked, with the look-ups that everybody needs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from rostering.domain.absence import Leave, LeaveStatus
from rostering.domain.duty import Duty, DutyKind
from rostering.domain.fill import Fill
from rostering.domain.fixed_duties import days_of_pattern, fixed_duties
from rostering.domain.grouping import grouped
from rostering.domain.people import (
    Course,
    Offer,
    Pair,
    Person,
    PersonId,
    Pin,
    Request,
    SkillNeed,
    Training,
)
from rostering.domain.reach import within_reach
from rostering.domain.selves import selves
from rostering.domain.setting import RuleSetting
from rostering.domain.signatory import Signatory
from rostering.domain.time import (
    Period,
    monday_of,
)
from rostering.domain.units import REST, OffRoad, Shift, Team, Unit
from rostering.domain.waiver import Waiver

if TYPE_CHECKING:
    from rostering.domain.shares import Measure, Share


@dataclass(frozen=True)
class Problem:
    """All facts and wishes from which a rota is made.

    `memory_weeks` is how many weeks before the period still count. `published` is what
    people have been told already, and `told_on` the day on which they are told of any
    change to it. `bank` is how many paid minutes people have worked beyond their
    contracts before the period; less than 0 where they owe them. `signatories` are the
    employers who must sign a published rota before it stands.
    """

    period: Period
    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    shifts: tuple[Shift, ...] = ()
    teams: tuple[Team, ...] = ()
    skill_needs: tuple[SkillNeed, ...] = ()
    training: tuple[Training, ...] = ()
    courses: tuple[Course, ...] = ()
    leave: tuple[Leave, ...] = ()
    offers: tuple[Offer, ...] = ()
    requests: tuple[Request, ...] = ()
    pairs: tuple[Pair, ...] = ()
    off_road: tuple[OffRoad, ...] = ()
    pins: tuple[Pin, ...] = ()
    history: tuple[Duty, ...] = ()
    bank_holidays: Mapping[date, str] = field(default_factory=dict)
    settings: tuple[RuleSetting, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    memory_weeks: int = 17
    published: frozenset[Fill] = frozenset()
    told_on: date | None = None
    told_before: Mapping[PersonId, date] = field(default_factory=dict)
    """When each person was last told of a change."""
    bank: Mapping[PersonId, int] = field(default_factory=dict)
    signatories: tuple[Signatory, ...] = ()

    @cached_property
    def person(self) -> dict[PersonId, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def _rank(self) -> dict[PersonId, int]:
        return {person.id: rank for rank, person in enumerate(self.people)}

    def in_order(self, people: Iterable[PersonId]) -> Iterator[Person]:
        """Those of the people who are in the book, as it has them in order."""
        known = {person for person in people if person in self._rank}
        return (self.person[who] for who in sorted(known, key=self._rank.__getitem__))

    @cached_property
    def unit(self) -> dict[str, Unit]:
        """Cars by call sign."""
        return {unit.callsign: unit for unit in self.units}

    @cached_property
    def team(self) -> dict[str, Team]:
        """Response teams by name."""
        return {team.name: team for team in self.teams}

    @cached_property
    def shift(self) -> dict[str, Shift]:
        """Shifts by id."""
        return {shift.id: shift for shift in self.shifts}

    @cached_property
    def members(self) -> dict[str, tuple[Person, ...]]:
        """The people in each team."""
        return grouped(self.people, lambda person: person.team)

    def days_of_turns(self, team: Team) -> frozenset[date]:
        """The dates for which the team's pattern has a turn."""
        if team.name not in self._days_of_turns:
            days = days_of_pattern(self)
            found = frozenset(day for day in days if team.turn_on(day) != REST)
            self._days_of_turns[team.name] = found
        return self._days_of_turns[team.name]

    @cached_property
    def _days_of_turns(self) -> dict[str, frozenset[date]]:
        return {}

    @cached_property
    def approved_leave(self) -> dict[PersonId, tuple[Leave, ...]]:
        """Leave that stands, by person."""
        approved = (x for x in self.leave if x.status is LeaveStatus.APPROVED)
        return grouped(approved, lambda leave: leave.person)

    @cached_property
    def training_of(self) -> dict[tuple[PersonId, str], tuple[Training, ...]]:
        """Tickets by person and skill."""
        return grouped(self.training, lambda held: (held.person, held.skill))

    @cached_property
    def offers_of(self) -> dict[PersonId, tuple[Offer, ...]]:
        """Offered time by person."""
        return grouped(self.offers, lambda offer: offer.person)

    @cached_property
    def courses_of(self) -> dict[PersonId, tuple[Course, ...]]:
        """Courses by the people booked on them."""
        places = [(person, c) for c in self.courses for person in set(c.booked)]
        groups = grouped(places, lambda place: place[0])
        return {who: tuple(c for _, c in theirs) for who, theirs in groups.items()}

    @cached_property
    def off_road_of(self) -> dict[str, tuple[OffRoad, ...]]:
        """Days off the road by car."""
        return grouped(self.off_road, lambda off: off.unit)

    def needs_of(self, role: str, post: str) -> tuple[SkillNeed, ...]:
        """The skills that people of the role need in the post."""
        key = (role, post)
        if key not in self._needs:
            self._needs[key] = tuple(n for n in self.skill_needs if n.asks(*key))
        return self._needs[key]

    @cached_property
    def _needs(self) -> dict[tuple[str, str], tuple[SkillNeed, ...]]:
        return {}

    @cached_property
    def excluded(self) -> dict[PersonId, frozenset[date]]:
        """The days left out of averages, by person, as far as they are worked out."""
        return {}

    @cached_property
    def history_of(self) -> dict[PersonId, tuple[Duty, ...]]:
        """What is on record from before the period, by person."""
        return grouped(self.history, lambda duty: duty.person)

    @cached_property
    def memory(self) -> Period:
        """The days before the period that still count."""
        first = monday_of(self.period.first) - timedelta(weeks=self.memory_weeks)
        return Period(first, self.period.first - timedelta(days=1))

    def candidates(self, shift: Shift) -> tuple[Person, ...]:
        """Whoever could be thought of for the shift, by role and by car."""
        key = (shift.unit, shift.crew.name)
        if key not in self._candidates:
            self._candidates[key] = tuple(
                person
                for person in self.people
                if person.may_ride(shift.unit) and shift.crew.admits(person.role)
            )
        return self._candidates[key]

    @cached_property
    def _candidates(self) -> dict[tuple[str, str], tuple[Person, ...]]:
        return {}

    def fixed_duties(self, person: PersonId) -> tuple[Duty, ...]:
        """What occupies a person whatever is planned, in order of time.

        That is the record before the period, leave, courses, and the turns of the
        person's team from the remembered weeks until a fortnight after the period.
        A turn gives way to leave, a course or a record on the same day. Someone with
        two rows has one diary; each duty says of which row it is.
        """
        if person not in self._fixed:
            rows = (self.person[row] for row in self.selves(person))
            duties = (duty for row in rows for duty in fixed_duties(self, row))
            self._fixed[person] = tuple(sorted(duties, key=lambda duty: duty.span))
        return self._fixed[person]

    def selves(self, person: PersonId) -> tuple[PersonId, ...]:
        """The rows of one human being; of almost everybody the one row."""
        return self._selves.get(person, (person,))

    @cached_property
    def _selves(self) -> dict[PersonId, tuple[PersonId, ...]]:
        return selves(self.people)

    @cached_property
    def _fixed(self) -> dict[PersonId, tuple[Duty, ...]]:
        return {}

    def keeping_diaries(
        self, other: "Problem", *, but: Collection[PersonId]
    ) -> "Problem":
        """The same problem, with the diaries that another has worked out already.

        They must be the same there, but for those of the people who are named.
        """
        known = other._fixed.items()  # noqa: SLF001
        new = {row for person in but for row in self.selves(person)}
        kept = {who: fixed for who, fixed in known if who not in new}
        self._fixed.update(kept)
        for who, theirs in other._shift_duties.items():  # noqa: SLF001
            self._shift_duties[who].update(theirs)
        return self

    def fixed_on(self, person: PersonId, day: date) -> tuple[Duty, ...]:
        """The fixed duties that belong to the day."""
        if person not in self._fixed_by_day:
            self._fixed_by_day[person] = grouped(
                self.fixed_duties(person), lambda duty: duty.day
            )
        return self._fixed_by_day[person].get(day, ())

    @cached_property
    def _fixed_by_day(self) -> dict[PersonId, dict[date, tuple[Duty, ...]]]:
        return {}

    def shift_duty(self, person: PersonId, shift: Shift) -> Duty:
        """The shift as a duty of this person."""
        theirs = self._shift_duties[person]
        duty = theirs.get(shift)
        if duty is None:
            theirs[shift] = duty = Duty(
                person,
                DutyKind.SHIFT,
                shift.span,
                shift.day,
                f"{shift.unit} {shift.turn}",
                shift.unit,
                place=shift.place,
            )
        return duty

    @cached_property
    def _shift_duties(self) -> defaultdict[PersonId, dict[Shift, Duty]]:
        return defaultdict(dict)

    @cached_property
    def within_reach(self) -> dict[PersonId, tuple[Shift, ...]]:
        """The shifts that each person could be on, by facts alone."""
        return within_reach(self)

    @cached_property
    def shares(self) -> "dict[Measure, Mapping[PersonId, Share]]":
        """The fair shares worked out so far, by what is shared."""
        return {}

    @cached_property
    def shifts_on(self) -> dict[date, tuple[Shift, ...]]:
        """Shifts by the date on which they start."""
        return grouped(self.shifts, lambda shift: shift.day)
