"""Which days of whom are not as published, as claims."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from rostering.decisions.claims import Claim
from rostering.domain import Fill, PersonId
from rostering.domain.published import Standing

if TYPE_CHECKING:
    from rostering.decisions.decisions import Decisions


def days_changed(
    decisions: "Decisions", person: PersonId, stands: Standing
) -> Mapping[date, Claim]:
    """For each day on which it may be so, that the places are not as published."""
    claims: defaultdict[date, list[Claim]] = defaultdict(list)
    for who, day in stands.lost:
        if who == person:
            claims[day].append(True)
    decided: set[Fill] = set()
    for shift in decisions.shifts_of(person):
        for post in shift.crew.posts:
            fill = Fill(person, shift, post.name)
            claim = decisions.fill_claims.get(fill)
            if claim is not None:
                decided.add(fill)
                is_kept = fill in stands.on(person, shift.day)
                differs = decisions.negation(claim) if is_kept else claim
                claims[shift.day].append(differs)
    for day, kept in stands.kept.get(person, {}).items():
        claims[day] += [True] * len(kept - decided)
    return {day: decisions.any_of(claims[day]) for day in sorted(claims)}
