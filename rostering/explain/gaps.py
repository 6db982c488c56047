"""Why a post is open: everyone who could be thought of, and what stops them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from constraints import BarringRule, Rule
from rostering.domain import Fill, Mode, PersonId, Post, Rota, Shift
from rostering.eligibility import candidates, reasons_against
from rostering.explain.crews import CrewTrial, Stop
from rostering.explain.words import in_one_line


@dataclass(frozen=True, slots=True)
class Gap:
    """A post that nobody fills, or too few."""

    shift: Shift
    post: Post
    places: int
    is_spare: bool
    """Whether it is wanted only: the car goes out without it."""
    stops: tuple[Stop, ...]

    @property
    def sentence(self) -> str:
        """All that stops everybody, in one line; the rarest reason first."""
        if not self.stops:
            return f"nobody else in the book could fill {self.post.name}"
        return in_one_line((s.briefly, s.place) for s in self.stops)


def gaps(rota: Rota, rules: Sequence[Rule]) -> tuple[Gap, ...]:
    """Every post short of its least, or of what is wanted, with who is stopped why."""
    asking = _Asking(rota, rules)
    return tuple(gap for shift in rota.problem.shifts for gap in asking.of(shift))


class _Asking:
    """One rota and its rules, asked about one empty place after another."""

    def __init__(self, rota: Rota, rules: Sequence[Rule]) -> None:
        hard = [rule for rule in rules if rule.mode is Mode.HARD]
        self._rota = rota
        self._barring = [rule for rule in hard if isinstance(rule, BarringRule)]
        self._others = [rule for rule in hard if not isinstance(rule, BarringRule)]
        self._personal = [rule for rule in self._others if not rule.binds_cars]

    def of(self, shift: Shift) -> Iterator[Gap]:
        """The gaps of one shift."""
        is_crewed = self._rota.is_crewed(shift)
        trial = None
        for post in shift.crew.posts:
            filled = self._rota.headcount(shift, post)
            open_places = 0 if is_crewed else max(0, post.least - filled)
            spare = max(0, post.wanted - max(filled, post.least))
            if open_places + spare and trial is None:
                trial = self._trial(shift)
            if trial is not None:
                for places, is_spare in ((open_places, False), (spare, True)):
                    if places:
                        stops = tuple(self._stops(trial, post, is_spare=is_spare))
                        yield Gap(shift, post, places, is_spare, stops)

    def _trial(self, shift: Shift) -> CrewTrial:
        free: dict[str, list[PersonId]] = {post.name: [] for post in shift.crew.posts}
        stopped: dict[str, list[Stop]] = {post.name: [] for post in shift.crew.posts}
        for person, post in candidates(self._rota.problem, shift):
            if person.id in self._rota.people_on(shift):
                continue
            stop = self._personal_stop(Fill(person.id, shift, post.name))
            if stop is None:
                free[post.name].append(person.id)
            else:
                stopped[post.name].append(stop)
        return CrewTrial(self._rota, shift, self._others, free, stopped)

    def _personal_stop(self, fill: Fill) -> Stop | None:
        problem = self._rota.problem
        person = problem.person[fill.person]
        post = fill.shift.crew.by_name[fill.post]
        for reason in reasons_against(problem, self._barring, person, fill.shift, post):
            return Stop(
                fill.person, reason.rule, reason.because, reason.place, reason.briefly
            )
        return self._stop_beside_others(fill)

    def _stop_beside_others(self, fill: Fill) -> Stop | None:
        """The first rule that the person would break in this rota."""
        with_fill = Rota(self._rota.problem, self._rota.fills | {fill})
        for rule in self._personal:
            if not rule.binds(fill.person):
                continue
            alone = rule.narrowed(frozenset({fill.person}))
            known = {breach.because for breach in alone.audit(self._rota)}
            for breach in alone.audit(with_fill):
                if breach.because not in known:
                    return Stop(
                        fill.person, rule.code, breach.because, None, rule.label
                    )
        return None

    def _stops(self, trial: CrewTrial, post: Post, *, is_spare: bool) -> Iterator[Stop]:
        yield from trial.stopped[post.name]
        for person in trial.free[post.name]:
            yield trial.why_not(person, post, is_spare=is_spare)
