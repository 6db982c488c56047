"""POST-01: a post is filled by whom it admits, on a car that they may ride."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import (
    ALWAYS,
    Breach,
    DateRange,
    Fill,
    Kind,
    Person,
    Post,
    Problem,
    Rota,
    Shift,
)
from rostering.domain.time import day_in_words


@dataclass(frozen=True, kw_only=True)
class RightPost(BarringRule):
    """A post is filled only by a role that it admits, and by whoever may ride the car.

    Why: the paramedic's place cannot be a police officer's, and people ride the cars
    of their own district or agreement (CREW-COMP, CREW-BASE). Who has not started, or
    has left, is insured by nobody; neither is a car before or after its service.

    Note: a person must be on the strength, and the car in service, on the date on
    which the shift starts. Which of the admitted roles is preferred is not this
    rule's matter.
    """

    code: ClassVar[str] = "POST-01"
    title: ClassVar[str] = "Right post, right car"
    briefly: ClassVar[str] = "not for this post"
    kind: ClassVar[Kind] = Kind.SAFETY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = (
        "CREW-COMP",
        "CREW-SOURCE",
        "CREW-BASE",
        "AB-LONG",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L",
        "Ann L2\nterms Ann units=J1,J2",
        "Ann L1 L2 L3",
        "Ann - L L -\nterms Ann employed=2-3",
        "Ann - L L -\ncar J1 service=2-3",
        "Ann L\nBob:regular -\ncrew p:paramedic/regular",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L2\nterms Ann units=J1",
        "Ann L\ncrew p:regular",
        "Ann L -\nterms Ann employed=2-",
        "Ann - L\nterms Ann employed=-1",
        "Ann L -\ncar J1 service=2-",
        "Ann - L\ncar J1 service=-1",
    )

    def may_bar(self, problem: Problem, person: Person) -> bool:
        """Of those who fit post and car only whoever, or whose car, comes or goes."""
        is_here = person.employed == ALWAYS
        is_served = all(unit.in_service == ALWAYS for unit in problem.units)
        return self.binds(person.id) and not (is_here and is_served)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Check the person's terms and the car's against the shift."""
        if not post.admits(person.role):
            return Bar(f"{post.name} is not for a {person.role}", post.place)
        if not person.may_ride(shift.unit):
            return Bar(f"rides only {', '.join(person.units)}", person.place)
        if shift.day not in person.employed:
            when = _outside(person.employed, shift.day)
            said = f"not on the strength {when}"
            return Bar(said, person.place, "not on the strength")
        unit = problem.unit.get(shift.unit)
        if unit is not None and shift.day not in unit.in_service:
            when = _outside(unit.in_service, shift.day)
            said = f"{unit.callsign} is not in service {when}"
            return Bar(said, unit.place, "without a car")
        return None

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Compare every line of the rota with the lists of posts, people and cars."""
        for fill in sorted(rota.fills):
            if self.binds(fill.person):
                wrong = [
                    *_wrong_post(rota.problem, fill),
                    *_wrong_day(rota.problem, fill),
                ]
                if wrong:
                    because = f"{' and '.join(wrong)}, but on {fill.shift.in_words}"
                    yield self.breach(fill.person, because, day=fill.shift.day)


def _outside(days: DateRange, day: date) -> str:
    if days.first and day < days.first:
        return f"before {day_in_words(days.first)}"
    return f"after {day_in_words(days.last)}" if days.last else ""


def _wrong_post(problem: Problem, fill: Fill) -> Iterator[str]:
    """What the crew template and the person's cars have against the fill."""
    person = problem.person[fill.person]
    posts = [post for post in fill.shift.crew.posts if post.name == fill.post]
    if not posts:
        yield f"no post {fill.post!r} in the crew"
    elif person.role not in {role for rank in posts[0].roles for role in rank}:
        yield f"{fill.post} is not for a {person.role}"
    if person.units and fill.shift.unit not in person.units:
        yield f"rides only {', '.join(person.units)}"


def _wrong_day(problem: Problem, fill: Fill) -> Iterator[str]:
    """What the dates of the person and of the car have against the fill."""
    day = fill.shift.day
    employed = problem.person[fill.person].employed
    if not (employed.first or day) <= day <= (employed.last or day):
        yield "not on the strength that day"
    car = problem.unit.get(fill.shift.unit)
    served = car.in_service if car else ALWAYS
    if not (served.first or day) <= day <= (served.last or day):
        yield f"{fill.shift.unit} is not in service that day"
