"""What each edit does to a rota: nothing against it, a rule broken, a wish lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Audit, Breach, Rota, Tier
from rostering.explain.differences import Charge, charges_between
from rostering.merging.edits import Edit

MOST_ALONE = 40
"""Of more edits than these, breaches are told only by whom they are about."""


class Verdict(StrEnum):
    """How a rota is with one edit, beside the same rota without it."""

    BREAKS = "breaks a rule"
    WORSE = "worse"
    FINE = "fine"


@dataclass(frozen=True)
class Judged:
    """One edit, and what is broken, worse and better only because of it."""

    edit: Edit
    breaks: tuple[Breach, ...]
    charges: tuple[Charge, ...]
    """Every rule whose wishes cost something else without it."""

    @property
    def worsens(self) -> tuple[Charge, ...]:
        """The wishes that cost more with it, in order of tier."""
        return tuple(charge for charge in self.charges if charge.then > charge.now)

    @property
    def verdict(self) -> Verdict:
        """A breach, or else the first tier that differs, decides."""
        if self.breaks:
            return Verdict.BREAKS
        for tier in Tier:
            more = sum(c.then - c.now for c in self.charges if c.tier is tier)
            if more:
                return Verdict.WORSE if more > 0 else Verdict.FINE
        return Verdict.FINE


@dataclass(frozen=True)
class Judgement:
    """An edited rota, edit by edit, and what it breaks besides."""

    rota: Rota
    audit: Audit
    judged: tuple[Judged, ...]
    others: tuple[Breach, ...]
    """Breaches that no single edit would mend if it were undone."""


def judge(
    before: Rota, after: Rota, rules: Sequence[Rule], found: Sequence[Edit]
) -> Judgement:
    """Judge every edit by the audit of the rota without it.

    A breach that would be there without any one edit, as two edits bring it about,
    is laid to all new edits of the people and days that it is about.
    """
    now = audit(after, rules)
    is_few = len(found) <= MOST_ALONE
    alone = [
        _alone(after, now, rules, edit) if is_few else Judged(edit, (), ())
        for edit in found
    ]
    told = {breach for each in alone for breach in each.breaks}
    known = set(audit(before, rules).hard) if len(found) > 1 else set()
    shared = [b for b in now.hard if b not in told and b not in known]
    judged = tuple(
        Judged(each.edit, (*each.breaks, *_of(each.edit, shared)), each.charges)
        for each in alone
    )
    told |= {breach for each in judged for breach in each.breaks}
    others = tuple(breach for breach in now.hard if breach not in told)
    return Judgement(after, now, judged, others)


def _alone(after: Rota, now: Audit, rules: Sequence[Rule], edit: Edit) -> Judged:
    without = audit(edit.undone(after), rules)
    known = set(without.hard)
    breaks = tuple(breach for breach in now.hard if breach not in known)
    return Judged(edit, breaks, charges_between(without, now))


def _of(edit: Edit, shared: Sequence[Breach]) -> Iterator[Breach]:
    """The breaches that are about people of the edit, or about its shift."""
    people = {*edit.left, *edit.joined}
    for breach in shared:
        words = breach.subject.split(" and ")
        is_about_people = any(person in words for person in people)
        if is_about_people or breach.subject == edit.spot.shift.id:
            yield breach
