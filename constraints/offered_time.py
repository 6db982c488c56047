"""AVAIL-01: volunteers work only in time that they have offered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import (
    Breach,
    Kind,
    Offer,
    Person,
    Post,
    Problem,
    Rota,
    Shift,
    Span,
)
from rostering.domain.time import day_in_words, in_words


@dataclass(frozen=True, kw_only=True)
class OfferedTime(BarringRule):
    """Whoever offers time works only inside the time that they have offered.

    Why: Specials are volunteers in law (Special Constables Regulations 1965), and with
    bank staff are unavailable unless they have said otherwise, hour by hour. A
    volunteer who is asked for more than was offered stops offering.

    Note: it is for people with neither contracted hours nor a team. The whole shift
    must be inside offered time; offers that touch or overlap count as one.
    """

    code: ClassVar[str] = "AVAIL-01"
    title: ClassVar[str] = "Offered time only"
    briefly: ClassVar[str] = "not offering"
    kind: ClassVar[Kind] = Kind.LAW
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("SC-AVAIL", "SC-VOLUNTEER")
    kept: ClassVar[tuple[str, ...]] = (
        "Sam:special S - S\noffer Sam S - S",
        "Sam:special D\noffer Sam E\noffer Sam L",
        "Sam:special N\noffer Sam N",
        "Ann L\nBob@A L\nteam A L",
        "Sam:special -\noffer Sam S\nneed S",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Sam:special S",
        "Sam:special L\noffer Sam S",
        "Sam:special S -\noffer Sam - S",
        "Sam:special S\nTom:special -\noffer Tom S",
    )

    def measures(self, person: Person) -> bool:
        """Whoever works only in time they offer."""
        return person.offers_time and self.binds(person.id)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Go through the shift from its start for as long as time is offered."""
        if not person.offers_time:
            return None
        offers = [
            offer
            for offer in problem.offers_of.get(person.id, ())
            if offer.span.overlaps(shift.span)
        ]
        if _offered_until(offers, shift.span.start) >= shift.span.end:
            return None
        if offers:
            said = f"offers only {_hours_in_words(offers)}"
            return Bar(said, offers[0].place, "offering only a part of it")
        return Bar(f"offers no time on {day_in_words(shift.day)}", person.place)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the minutes of each shift that somebody has not offered."""
        for person in self.bound_people(rota.problem):
            if person.offers_time:
                offers = rota.problem.offers_of.get(person.id, ())
                for shift in rota.shifts_of(person.id):
                    missing = _minutes_not_offered(shift.span, offers)
                    for fill in rota.crew_of(shift):
                        if missing and fill.person == person.id:
                            length = in_words(timedelta(minutes=missing))
                            because = f"{length} of {shift.in_words} not offered"
                            yield self.breach(person.id, because, day=shift.day)


def _offered_until(offers: Iterable[Offer], moment: datetime) -> datetime:
    """How far time is offered without a break from the moment on."""
    for offer in sorted(offers, key=lambda offer: offer.span):
        if offer.span.start <= moment < offer.span.end:
            moment = offer.span.end
    return moment


def _minutes_not_offered(span: Span, offers: Iterable[Offer]) -> int:
    """Cut the span wherever an offer begins or ends, and count the bare pieces."""
    edges = {edge for offer in offers for edge in (offer.span.start, offer.span.end)}
    inner = {edge for edge in edges if span.start < edge < span.end}
    pieces = (Span(*cut) for cut in pairwise(sorted({span.start, span.end, *inner})))
    return sum(
        piece.minutes
        for piece in pieces
        if not any(offer.span.contains(piece) for offer in offers)
    )


def _hours_in_words(offers: Sequence[Offer]) -> str:
    """`18:00 to 23:00 on Fri 8 Jan 2027`, by the first of the offers' dates."""
    spans = sorted(offer.span for offer in offers)
    hours = " and ".join(
        f"{span.local_start:%H:%M} to {span.local_end:%H:%M}" for span in spans
    )
    return f"{hours} on {day_in_words(spans[0].local_start.date())}"
