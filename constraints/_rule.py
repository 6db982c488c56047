"""What every rule is, and what it must say of itself."""

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

from rostering.domain import (
    NOWHERE,
    Breach,
    Kind,
    Limit,
    Mode,
    Person,
    PersonId,
    Place,
    Post,
    Problem,
    Rota,
    Shift,
    Tier,
)
from rostering.domain.waiver import waiver_of

if TYPE_CHECKING:
    from rostering.decisions import Decisions

SETTINGS = frozenset({"mode", "tier", "weight", "people", "units"})
"""Fields that every rule has; the others are its own parameters."""


class Bar(NamedTuple):
    """Why one person may not fill one post, and the cell that says so."""

    because: str
    place: Place = NOWHERE
    briefly: str = ""
    """What it makes of the person here, for counting them; the rule's if empty."""


@dataclass(frozen=True, kw_only=True)
class Rule(ABC):
    """One thing that planners know about rotas, stated for the solver and the audit.

    Attributes:
        mode: Whether it must hold or has a charge.
        tier: The tier of its charges.
        weight: What one unit of its measure costs.
        people: The ids of those whom it binds; None binds everybody.
        units: The call signs of the cars that it binds; None binds all.
    """

    code: ClassVar[str] = ""
    title: ClassVar[str] = ""
    briefly: ClassVar[str] = ""
    """What it makes of people, for counting them: `3 resting`; the title if empty."""
    kind: ClassVar[Kind] = Kind.SOFT
    """On what it rests: the type of the strictest row of the catalogue it serves."""
    law: ClassVar[Mapping[str, Limit]] = {}
    """Parameters that no book may loosen further without naming a source."""
    sources: ClassVar[tuple[str, ...]] = ()
    """Ids of the rule catalogue that it serves, and the law or agreement behind."""
    kept: ClassVar[tuple[str, ...]] = ()
    broken: ClassVar[tuple[str, ...]] = ()
    charged: ClassVar[tuple[tuple[str, int], ...]] = ()
    """Drawings with what each costs where the rule is a wish of weight 1."""
    binds_cars: ClassVar[bool] = False
    """Whether `applies to` means cars and crews; otherwise it means people."""
    looks_beyond_crew: ClassVar[bool] = False
    """Whether a rule about cars looks at more than the crew of one shift at a time."""
    may_be_hard: ClassVar[bool] = True
    """Whether an empty rota always keeps it, so that it may be required."""

    is_usual: ClassVar[bool] = True
    """Whether it is on unless a book switches it off; otherwise only if switched on."""
    may_be_waived: ClassVar[bool] = True
    """Whether a book may except a person on some days, with a signature. Each breach
    and each row of such a rule is about one person and one day."""

    mode: Mode = Mode.HARD
    tier: Tier = Tier.CARE
    weight: int = 1
    people: frozenset[PersonId] | None = None
    units: frozenset[str] | None = None

    def __init_subclass__(cls) -> None:
        """Refuse a rule that does not explain itself."""
        super().__init_subclass__()
        if inspect.isabstract(cls) or ABC in cls.__bases__:
            return
        wanted = {
            "code": cls.code,
            "title": cls.title,
            "sources": cls.sources,
            "docstring": cls.__doc__,
            "kept drawing": cls.kept,
            "broken or charged drawing": cls.broken or cls.charged,
        }
        missing = [name for name, value in wanted.items() if not value]
        if missing:
            source = inspect.getsourcefile(cls)
            raise TypeError(f"{source}: {cls.__name__} lacks {', '.join(missing)}")

    @classmethod
    def parameters(cls) -> dict[str, object]:
        """The rule's own parameters with their defaults."""
        return {f.name: f.default for f in fields(cls) if f.name not in SETTINGS}

    @property
    def label(self) -> str:
        """What it makes of people, in a few words."""
        return self.briefly or self.title.lower()

    @property
    def is_sought(self) -> bool:
        """Whether a rota is made to serve it: a wish of weight 0 is only told of."""
        return self.mode is Mode.HARD or self.weight > 0

    @property
    def weeks_remembered(self) -> int:
        """How many weeks before the period it looks back on, if it must."""
        return 0

    def days_recalled(self, problem: Problem) -> frozenset[date]:
        """The days further back on which it must know who worked."""
        return frozenset()

    def narrowed(self, people: frozenset[PersonId]) -> Self:
        """The same rule for these people only."""
        return replace(self, people=people)

    def binds(self, person: PersonId) -> bool:
        """Tell whether the rule is meant for this person."""
        return self.people is None or person in self.people

    def bound(self, people: frozenset[PersonId]) -> frozenset[PersonId]:
        """Those of the people for whom the rule is meant."""
        return people if self.people is None else people & self.people

    def binds_unit(self, unit: str) -> bool:
        """Tell whether the rule is meant for this car."""
        return self.units is None or unit in self.units

    def bound_people(self, problem: Problem) -> Iterator[Person]:
        """The people whom it binds."""
        if self.people is None:
            return iter(problem.people)
        return problem.in_order(self.people)

    def diaries(self, problem: Problem, people: Iterable[Person]) -> Iterator[Person]:
        """Whoever of these it measures; of someone with two rows, the first such row.

        So what it says of all that somebody does is said once.
        """
        seen: set[PersonId] = set()
        if people is problem.people and self.people is not None:
            theirs = (problem.selves(person) for person in self.people)
            people = problem.in_order(chain.from_iterable(theirs))
        for person in people:
            rows = (problem.person[row] for row in problem.selves(person.id))
            row = next(filter(self.measures, rows), None)
            if row is not None and row.id not in seen:
                seen.add(row.id)
                yield row

    def measures(self, person: Person) -> bool:
        """Whether it measures what this person does; whomever it binds, usually."""
        return self.binds(person.id)

    def bound_shifts(self, problem: Problem) -> Iterator[Shift]:
        """The shifts that it binds."""
        return (shift for shift in problem.shifts if self.binds_unit(shift.unit))

    def is_waived(self, problem: Problem, person: PersonId, day: date) -> bool:
        """Tell whether a signed exception excuses the person on the day."""
        return waiver_of(problem.waivers, self.code, person, day) is not None

    @abstractmethod
    def post(self, decisions: "Decisions") -> None:
        """State the rule for the solver."""

    @abstractmethod
    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Find every place where the rota breaks it, without the solver."""

    def findings(self, rota: Rota) -> Iterator[Breach]:
        """What the audit finds; what a signed exception excuses tells by whom."""
        waivers = rota.problem.waivers
        for breach in self.audit(rota):
            waiver = waiver_of(waivers, self.code, breach.subject, breach.day)
            yield replace(breach, waiver=waiver) if waiver else breach

    def breaches(self, rota: Rota) -> Iterator[Breach]:
        """What the audit finds and no signed exception excuses."""
        return (found for found in self.findings(rota) if found.waiver is None)

    def breach(
        self,
        subject: str,
        because: str,
        *,
        day: date | None = None,
        amount: int = 1,
        briefly: str = "",
    ) -> Breach:
        """A breach of this rule, charged where the rule is a wish."""
        cost = self.weight * amount if self.mode is Mode.WISH else 0
        terms = (self.code, self.mode, self.tier)
        return Breach(*terms, subject, because, day, amount, cost, briefly)


@dataclass(frozen=True, kw_only=True)
class BarringRule(Rule, ABC):
    """A rule that looks at one person in one post, and nothing else.

    It is posted by making no decision at all, and its reasons are kept.
    """

    def may_bar(self, problem: Problem, person: Person) -> bool:
        """Whether it could have anything against the person; asked before the rest."""
        return self.binds(person.id)

    @abstractmethod
    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Why the person may not fill the post; None where nothing is against it."""

    def post(self, decisions: "Decisions") -> None:
        """Charge the fills that it would bar, where it is only a wish."""
        if self.mode is Mode.HARD:
            return
        problem = decisions.problem
        for fill, claim in decisions.fill_claims.items():
            person, post = (
                problem.person[fill.person],
                fill.shift.crew.by_name[fill.post],
            )
            if self.binds(person.id) and self.bar(problem, person, fill.shift, post):
                decisions.charge(self, claim, who=person.id, day=fill.shift.day)
