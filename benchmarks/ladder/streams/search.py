"""The plan of a problem, the search for an answer, and the rota that it comes to."""

from timefold.solver import SolverFactory
from timefold.solver.config import (
    Duration,
    EnvironmentMode,
    ScoreDirectorFactoryConfig,
    SolverConfig,
    TerminationConfig,
)

from benchmarks.ladder.streams.limits import limits
from benchmarks.ladder.streams.model import (
    HARD,
    Mark,
    Plan,
    Seat,
    Term,
    Total,
    Turn,
    Worker,
)
from benchmarks.ladder.streams.noted import Noted, Sum
from rostering.domain import Fill, Post, Rota, Shift, Tier

LEVEL = {None: HARD, **{tier: nth for nth, tier in enumerate(Tier)}}
HOUR = 60
"""What must hold in minutes is too much by the hour, as wishes are."""


def search(noted: Noted, seconds: float) -> Rota:
    """The best rota that is found in so many seconds; no crew of it is half a crew."""
    planner = Planner(noted)
    time = Duration(milliseconds=round(1000 * seconds))
    config = SolverConfig(
        environment_mode=EnvironmentMode.NO_ASSERT,
        solution_class=Plan,
        entity_class_list=[Seat],
        score_director_factory_config=ScoreDirectorFactoryConfig(
            constraint_provider_function=limits
        ),
        termination_config=TerminationConfig(spent_limit=time),
    )
    solver = SolverFactory.create(config).build_solver()
    return planner.rota(solver.solve(planner.plan()))


class Planner:
    """Makes the plan of what the rules say, and a rota of the answer."""

    def __init__(self, noted: Noted) -> None:
        """Number the people, and the posts of shifts."""
        self._noted = noted
        posts = [(shift, post) for shift in noted.shifts for post in shift.crew.posts]
        self._posts = posts
        self._place = {(s, post.name): nth for nth, (s, post) in enumerate(posts)}
        self._workers = {
            person.id: Worker(nth, nth * len(posts))
            for nth, person in enumerate(noted.people)
        }
        self._ids = tuple(self._workers)

    def plan(self) -> Plan:
        """All seats, still empty, and all facts."""
        sums = self._noted.sums
        totals = [_total(nth, each) for nth, each in enumerate(sums)]
        terms = [
            Term(self._key(fill), total, weight)
            for total, each in zip(totals, sums, strict=True)
            for fill, weight in each.terms.items()
        ]
        marks = [
            Mark(self._key(fill), total, number)
            for total, each in zip(totals, sums, strict=True)
            for number, part in enumerate(each.parts)
            for fill in sorted(part)
        ]
        return Plan(totals, terms, marks, self._seats())

    def rota(self, plan: Plan) -> Rota:
        """Who sits where, without those whose crew lacks somebody."""
        fills = set()
        for seat in plan.seats:
            if seat.person is not None:
                shift, post = self._posts[seat.place]
                fills.add(Fill(self._ids[seat.person.id], shift, post.name))
        problem = self._noted.problem
        whole = Rota(problem, frozenset(fills))
        kept = (fill for fill in fills if whole.is_crewed(fill.shift))
        return Rota(problem, frozenset(kept))

    def _seats(self) -> list[Seat]:
        """The seats of every shift that can be crewed."""
        prices = self._noted.prices
        seats: list[Seat] = []
        for number, shift in enumerate(self._noted.shifts):
            turn = Turn(number, prices[shift])
            people = {post: self._people(shift, post) for post in shift.crew.posts}
            if all(len(theirs) >= post.least for post, theirs in people.items()):
                for post, theirs in people.items():
                    seats += self._seats_of(turn, shift, post, theirs, len(seats))
        return seats

    def _seats_of(
        self, turn: Turn, shift: Shift, post: Post, people: list[Worker], first: int
    ) -> list[Seat]:
        place = self._place[shift, post.name]
        return [
            Seat(first + nth, turn, place, nth < post.least, people)
            for nth in range(min(post.most, len(people)))
        ]

    def _people(self, shift: Shift, post: Post) -> list[Worker]:
        takers = self._noted.takers(shift, post.name)
        return [self._workers[person] for person, _ in takers]

    def _key(self, fill: Fill) -> int:
        return self._workers[fill.person].base + self._place[fill.shift, fill.post]


def _total(nth: int, each: Sum) -> Total:
    is_in_minutes = max(map(abs, each.terms.values()), default=0) >= HOUR
    is_coarse = each.tier is None and is_in_minutes
    step = HOUR if is_coarse else each.step
    level, limits = LEVEL[each.tier], (each.least, each.most)
    is_count = bool(each.parts)
    return Total(nth, level, *limits, step, each.steps, each.cost, is_count)
