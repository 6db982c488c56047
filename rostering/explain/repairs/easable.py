"""A model in which facts may be otherwise, each at its price."""

from collections.abc import Iterable, Iterator, Sequence

from ortools.sat.python import cp_model

from constraints import Rule
from rostering.decisions import Decisions, Possible
from rostering.domain import Duty, DutyKind, PersonId, Problem, Shift
from rostering.domain.time import DAY
from rostering.eligibility import Eligibility
from rostering.explain.repairs.diaries import MOVED, LendOneMore, MoveCourse, Shorten
from rostering.explain.repairs.easings import AskForOvertime, Easing
from rostering.explain.repairs.kindness import CONSENTS
from rostering.explain.repairs.waivers import Waive
from rostering.explain.repairs.ways import ways_past

OVERTIME, STRENGTH = "HOURS-04", "TEAM-01"


class Easable(Decisions):
    """Decisions that admit barred people, each at the price of what bars them.

    It may allow a little more than the facts would, so what it finds is audited.
    """

    def __init__(
        self,
        problem: Problem,
        rules: Sequence[Rule],
        eligible: Eligibility,
        shifts: Iterable[Shift],
    ) -> None:
        """Let every rule say its part; only these shifts admit who is barred."""
        self._days = {shift.day for shift in shifts}
        admitted = {
            fill: ways
            for fill, reasons in eligible.reasons.items()
            if fill.shift.day in self._days
            and all(ways := [ways_past(problem, r.rule, fill) for r in reasons])
        }
        super().__init__(problem, barred=eligible.barred - admitted.keys())
        self.easings: dict[Easing, cp_model.IntVar] = {}
        for fill, ways in admitted.items():
            for easing in dict.fromkeys(each for way in ways for each in way):
                self.model.add_implication(self.fill_claims[fill], self._may(easing))
        self._let_go = {
            duty: booking
            for person in self.people
            for duty in problem.fixed_duties(person.id)
            if (booking := self._booking(duty)) is not None
        }
        for rule in rules:
            if rule.is_sought:
                rule.post(self)
        self._loosen()

    def duties(self, person: PersonId) -> tuple[Possible, ...]:
        """All that may occupy the person; what is booked may be let go."""
        return tuple(
            possible._replace(claim=self._may(self._let_go[possible.duty]).negated())
            if possible.duty in self._let_go
            else possible
            for possible in super().duties(person)
        )

    def _may(self, easing: Easing) -> cp_model.IntVar:
        """The claim that the fact is otherwise."""
        if easing not in self.easings:
            self.easings[easing] = self.model.new_bool_var("")
        return self.easings[easing]

    def _booking(self, duty: Duty) -> Easing | None:
        """What would let the duty go, if it is booked near one of the days."""
        if not any(abs(duty.day - day) <= DAY for day in self._days):
            return None
        if duty.kind is DutyKind.COURSE:
            return MoveCourse(duty.person, duty.what.removeprefix("course "), duty.span)
        if duty.absence in MOVED:
            return Shorten(duty.person, duty.day, is_booking=True)
        return None

    def _loosen(self) -> None:
        """Let rows give way that bind whoever can be asked, or a team that lends."""
        for index, row in self.rows.items():
            held = self.model.proto.constraints[index].enforcement_literal
            for easing in self._gives_way(row.rule, row.subject):
                held.append(self._may(easing).negated().index)

    def _gives_way(self, rule: str, subject: str) -> Iterator[Easing]:
        """Whatever lets a rule's row about a person or a team give way."""
        who = PersonId(subject.partition(":")[0])
        person = self.problem.person.get(who)
        if rule == STRENGTH:
            team = self.problem.team.get(subject.partition(" on ")[0])
            if team is not None and team.least_on_duty:
                yield LendOneMore(team.name)
        elif person is not None and rule in CONSENTS:
            if rule == OVERTIME and not person.overtime:
                yield AskForOvertime(who)
            yield Waive(who, rule)
