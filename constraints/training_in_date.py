"""SKILL-01: everybody's training is in date for the whole shift."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import (
    Breach,
    Fill,
    Kind,
    Person,
    Place,
    Post,
    Problem,
    Rota,
    Shift,
    Training,
)
from rostering.domain.time import DAY, day_in_words


@dataclass(frozen=True, kw_only=True)
class TrainingInDate(BarringRule):
    """Everybody in a post holds every skill it needs, in date for the whole shift.

    Why: registration, driving authority, officer safety and vetting are what make a
    crew lawful and insured; a ticket that runs out at midnight takes the rest of the
    shift with it (the QUAL rows below).

    Note: a skill is needed where the Skills sheet asks it of the person's role in the
    post, or where the post itself names it. It must be in date on every local date
    that the shift touches; one ticket may carry on where another ends.
    """

    code: ClassVar[str] = "SKILL-01"
    title: ClassVar[str] = "Training in date"
    briefly: ClassVar[str] = "not trained"
    kind: ClassVar[Kind] = Kind.SAFETY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = (
        "QUAL-HCPC",
        "QUAL-B6",
        "QUAL-KEYSKILLS",
        "QUAL-CERAD",
        "QUAL-POLDRV",
        "QUAL-JRUVEH",
        "QUAL-PPST",
        "QUAL-OST-PARA",
        "QUAL-ELS",
        "QUAL-AIRWAVE",
        "QUAL-NPPV",
        "QUAL-VET",
        "QUAL-FIT",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nasks paramedic radio\nskill Ann radio",
        "Ann L\nasks paramedic radio\nskill Ann radio x x",
        "Ann E\nasks paramedic radio\nskill Ann radio x",
        "Ann N\nasks paramedic radio\nskill Ann radio x\nskill Ann radio - x",
        "Ann L\nasks regular driving",
        "Ann L\ncrew p:paramedic+radio\nskill Ann radio",
        "Ann L\ncrew p:paramedic\nasks paramedic driving driver",
        "Ann -\nasks paramedic radio\nneed L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\nasks paramedic radio",
        "Ann L\nasks paramedic radio\nskill Ann radio x",
        "Ann - E\nasks paramedic radio\nskill Ann radio x -",
        "Ann N\nasks paramedic radio\nskill Ann radio - x",
        "Ann L\ncrew p:paramedic+radio",
        "Ann L\ncrew p:paramedic\nasks paramedic driving p",
        "Ann L\nBob:regular L\nasks paramedic radio\nskill Bob radio",
    )

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Look for the first needed skill that lacks a ticket on one of the dates."""
        needed = dict.fromkeys(sorted(post.skills), post.place) | {
            need.skill: need.place for need in problem.needs_of(person.role, post.name)
        }
        days = tuple(shift.span.days) if needed else ()
        for skill, place in needed.items():
            held = problem.training_of.get((person.id, skill), ())
            for day in days:
                if not any(day in ticket.valid for ticket in held):
                    return _bar(skill, held, day, place)
        return None

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Take from each shift's dates those that tickets cover; none may be left."""
        for fill in sorted(rota.fills):
            if self.binds(fill.person):
                lacking = dict(_lacking(rota.problem, fill))
                if lacking:
                    what = " and ".join(
                        f"no {skill} in date on {day_in_words(day)}"
                        for skill, day in lacking.items()
                    )
                    because = f"{what}, needed as {fill.post} of {fill.shift.in_words}"
                    yield self.breach(fill.person, because, day=fill.shift.day)


def _lacking(problem: Problem, fill: Fill) -> Iterator[tuple[str, date]]:
    """Each needed skill that is not held throughout, with the first bare date."""
    role, post = (
        problem.person[fill.person].role,
        fill.shift.crew.by_name.get(fill.post),
    )
    needed = set(post.skills) if post else set()
    needed.update(n.skill for n in problem.skill_needs if n.asks(role, fill.post))
    for skill in sorted(needed):
        bare = set(fill.shift.span.days)
        for ticket in problem.training_of.get((fill.person, skill), ()):
            bare = {day for day in bare if day not in ticket.valid}
        if bare:
            yield skill, min(bare)


def _bar(skill: str, held: Sequence[Training], day: date, place: Place) -> Bar:
    """Why the skill does not serve on the day, by the latest ticket before it."""
    ended = {x.valid.last: x for x in held if x.valid.last and x.valid.last < day}
    if ended:
        last = max(ended)
        since = day_in_words(last + DAY)
        said = f"{skill} out of date since {since}"
        return Bar(said, ended[last].place, f"without {skill} in date")
    begins = {x.valid.first: x for x in held if x.valid.first}
    if begins:
        first = min(begins)
        said = f"{skill} not before {day_in_words(first)}"
        return Bar(said, begins[first].place, f"without {skill} yet")
    return Bar(f"no {skill} on record", place, f"without {skill}")
