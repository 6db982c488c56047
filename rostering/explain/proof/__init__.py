"""Why no legal rota crews more: the shifts that stay open, and what binds people."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from constraints import BarringRule, Rule
from rostering.domain import Mode, Problem, Rota, Shift
from rostering.eligibility import eligibility
from rostering.explain.clash.case import Case, Part, shifts_of
from rostering.explain.clash.words import Member, members
from rostering.explain.forecast.choices import Choice, choices
from rostering.explain.proof.short_sets import Short, short_sets


@dataclass(frozen=True)
class Witness:
    """Shifts of which some stay open in every legal rota, and why."""

    shifts: tuple[Shift, ...]
    missing: int
    """How many of them stay open, at least."""
    choices: tuple[Choice, ...]
    """Who could be in each post by the facts, and what is against the others."""
    members: tuple[Member, ...]
    """The rules that bind those who could, and pins and facts, each of them needed."""

    @property
    def most(self) -> int:
        """How many of the shifts can be crewed, at most."""
        return len(self.shifts) - self.missing

    @cached_property
    def hopeless(self) -> tuple[Choice, ...]:
        """The posts that have fewer people to choose from than they need."""
        return tuple(choice for choice in self.choices if choice.is_too_small)


@dataclass(frozen=True)
class Certificate:
    """How many shifts a legal rota crews at most, and what shows it."""

    wanted: int
    crewed: int
    """How many shifts the rota at hand crews."""
    most: int
    """The most that any legal rota crews, by the search or by the witnesses."""
    witnesses: tuple[Witness, ...]
    """They have no shift in common."""

    @property
    def is_proved(self) -> bool:
        """Whether no legal rota crews more than the one at hand."""
        return self.crewed >= self.most

    @property
    def shown(self) -> int:
        """How many open shifts the witnesses show to be needed."""
        return sum(witness.missing for witness in self.witnesses)

    @property
    def unshown(self) -> int:
        """How many more the search has proved, without a set of shifts to show."""
        return self.wanted - self.most - self.shown


def certificate(
    rota: Rota, rules: Sequence[Rule], most: int | None = None
) -> Certificate:
    """What is proved of cover; `most` is what a search has proved already."""
    problem = rota.problem
    crewed = sum(rota.is_crewed(shift) for shift in problem.shifts)
    wanted = len(problem.shifts)
    found = short_sets(problem, rules, wanted - crewed) if crewed < wanted else ()
    asked = _Asked(problem, rules)
    witnesses = tuple(asked.witness(short) for short in found)
    shown = wanted - sum(witness.missing for witness in witnesses)
    return Certificate(
        wanted, crewed, shown if most is None else min(most, shown), witnesses
    )


class _Asked:
    """One book, asked what keeps one set of shifts after another from being crewed."""

    def __init__(self, problem: Problem, rules: Sequence[Rule]) -> None:
        hard = [rule for rule in rules if rule.mode is Mode.HARD]
        self._problem = problem
        self._rules = hard
        self._barring = [rule for rule in hard if isinstance(rule, BarringRule)]
        self._eligible = eligibility(problem, hard)
        self._choices = choices(problem, self._eligible)

    def witness(self, short: Short) -> Witness:
        """The set of shifts with who could work them and what binds these."""
        posts = tuple(c for c in self._choices if c.shift in short.shifts)
        is_hopeless = any(choice.is_too_small for choice in posts)
        binding = () if is_hopeless else self._binding(short)
        return Witness(short.shifts, short.missing, posts, binding)

    def _binding(self, short: Short) -> tuple[Member, ...]:
        """What keeps those who could from crewing all; nothing where it is not found.

        The other shifts stay empty at first. Another shift could help only where it
        takes the place of a team's turn, so those are then tried too.
        """
        near = self._case(short, short.shifts)
        if not near.is_impossible(near.parts):
            return ()
        parts = near.smallest(self._given(near))
        helpful = self._replacing(short)
        if not helpful <= set(short.shifts):
            wide = self._case(short, {*short.shifts, *helpful})
            if not wide.is_impossible([*parts, *self._given(wide)]):
                return ()
        return members(near, parts, self._barring)

    def _given(self, case: Case) -> list[Part]:
        """The rules that bar people by facts, and the cells of these facts."""
        against = case.eligible.reasons.values()
        places = dict.fromkeys(r.place for reasons in against for r in reasons)
        return [*self._barring, *places]

    def _case(self, short: Short, shifts: Collection[Shift]) -> Case:
        """The case of these shifts, and of those to which their people are pinned."""
        people = {p.id for s in shifts for p in self._problem.candidates(s)}
        pins = tuple(pin for pin in self._problem.pins if pin.person in people)
        pinned = {s for pin in pins for s in shifts_of(self._problem, pin)}
        return Case.of(
            replace(self._problem, pins=pins),
            self._rules,
            shifts={*shifts, *pinned},
            wanted=short.shifts,
            least=len(short.shifts) - short.missing + 1,
        )

    def _replacing(self, short: Short) -> set[Shift]:
        """Shifts that the set's people could work in place of their teams' turns."""
        able = {p for c in self._choices if c.shift in short.shifts for p in c.people}
        lent = {person for person in able if self._problem.person[person].team}
        return {c.shift for c in self._choices if not lent.isdisjoint(c.people)}
