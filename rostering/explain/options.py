"""What stops one person from being in one post, in a rota as it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from constraints import BarringRule, Rule
from rostering.domain import Breach, Fill, Mode, PersonId, Pin, Place, Rota
from rostering.eligibility import reasons_against
from rostering.explain.narrowing import breaches_near

PINS = "PIN-01"
OVERLAPPING = frozenset(
    {"HOURS-01", "HOURS-02", "HOURS-05", "HOURS-06", "REST-02", "REST-04"}
    | {"REST-05", "RUN-04", "RUN-05"}
)
"""Rules that look at stretches of days that overlap: the worst stretch says it all."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that a rule has against somebody in a post."""

    rule: str
    subject: str
    """Whom or what it is about, by id: the person, another, a crew or a team."""
    because: str
    place: Place | None = None
    """The cell that says so, where one cell does."""
    briefly: str = ""
    """What it makes of the person, for counting them: `3 resting after Tue late`."""


@dataclass(frozen=True, slots=True)
class Option:
    """One person in one post, everybody else staying where they are."""

    fill: Fill
    objections: tuple[Objection, ...]
    """All that the rules have against it; none where the person is free."""
    instead_of: PersonId | None = None
    """Who would have to make room."""

    def in_rota(self, rota: Rota) -> Rota:
        """The rota in which it is so."""
        left = filter(self._makes_room, rota.crew_of(self.fill.shift))
        return rota.changed(joins=(self.fill,), leaves=left)

    def _makes_room(self, fill: Fill) -> bool:
        is_post = (fill.shift, fill.post) == (self.fill.shift, self.fill.post)
        return is_post and fill.person == self.instead_of


class Asking:
    """One rota and its rules, asked about one option after another."""

    def __init__(
        self,
        rota: Rota,
        rules: Sequence[Rule],
        standing: frozenset[Breach] | None = None,
    ) -> None:
        """Keep the rules that must hold: wishes stop nobody.

        Args:
            rota: The rota as it stands.
            rules: Its rules.
            standing: All that it breaks already, if an audit has found that; without
                it, it is found out for each option.
        """
        hard = [rule for rule in rules if rule.mode is Mode.HARD]
        self._rota = rota
        self._barring = [rule for rule in hard if isinstance(rule, BarringRule)]
        self._others = [rule for rule in hard if not isinstance(rule, BarringRule)]
        self._standing = standing
        self._found: dict[tuple[Rule, object], frozenset[Breach]] = {}

    def option(self, fill: Fill, instead_of: PersonId | None = None) -> Option:
        """The person in the post, in place of someone if so said."""
        option = Option(fill, (), instead_of)
        objections = [*self._bars(fill), *self._new_breaches(option)]
        return Option(fill, tuple(objections), instead_of)

    def best_option(self, fill: Fill) -> Option:
        """The person in the post; where it is full, for whoever gives way best."""
        post = fill.shift.crew.by_name[fill.post]
        here = [f for f in self._rota.crew_of(fill.shift) if f.post == fill.post]
        if len(here) < post.most:
            return self.option(fill)
        options = (self.option(fill, other.person) for other in here)
        return min(options, key=lambda option: len(option.objections))

    def held(self, fill: Fill) -> tuple[Objection, ...]:
        """The pins that would be broken if the person were taken off."""
        without = self._rota.changed(leaves=(fill,))
        people = frozenset({fill.person})
        return tuple(
            Objection(PINS, breach.subject, breach.because, self._place_of(breach))
            for rule in self._others
            if rule.code == PINS
            for breach in breaches_near(rule, without, (fill.shift,), people)
            if breach not in self._known(rule, fill, people)
        )

    def _bars(self, fill: Fill) -> Iterator[Objection]:
        problem = self._rota.problem
        person = problem.person[fill.person]
        post = fill.shift.crew.by_name[fill.post]
        for reason in reasons_against(problem, self._barring, person, fill.shift, post):
            place = reason.place if reason.place.file else None
            yield Objection(
                reason.rule, fill.person, reason.because, place, reason.briefly
            )

    def _new_breaches(self, option: Option) -> Iterator[Objection]:
        """The rules that the rota would break so, and does not break now."""
        shift = option.fill.shift
        after = option.in_rota(self._rota)
        people = self._rota.people_on(shift) | after.people_on(shift)
        for rule in self._others:
            known = self._known(rule, option.fill, people)
            found = breaches_near(rule, after, (shift,), people)
            for breach in _telling([each for each in found if each not in known]):
                yield Objection(
                    breach.rule,
                    breach.subject,
                    breach.because,
                    self._place_of(breach),
                    breach.briefly or rule.label,
                )

    def _known(
        self, rule: Rule, fill: Fill, people: frozenset[PersonId]
    ) -> frozenset[Breach]:
        """What the rule finds in the rota as it stands; people are asked once."""
        if self._standing is not None:
            return self._standing
        key = (rule, fill.shift if rule.binds_cars else people)
        if key not in self._found:
            found = breaches_near(rule, self._rota, (fill.shift,), people)
            self._found[key] = frozenset(found)
        return self._found[key]

    def _place_of(self, breach: Breach) -> Place | None:
        """The cell of the pin that is broken."""
        pins = (pin for pin in self._rota.problem.pins if _is_broken(pin, breach))
        return next((pin.place for pin in pins if pin.place.file), None)


def _telling(breaches: Sequence[Breach]) -> Iterator[Breach]:
    """All of them, but of stretches that overlap the worst of each person."""
    yield from (each for each in breaches if each.rule not in OVERLAPPING)
    worst: dict[str, Breach] = {}
    for breach in sorted(breaches, key=lambda breach: breach.amount):
        if breach.rule in OVERLAPPING:
            worst[breach.subject] = breach
    yield from worst.values()


def _is_broken(pin: Pin, breach: Breach) -> bool:
    return breach.rule == PINS and (pin.person, pin.day) == (breach.subject, breach.day)
