"""Agenda for Change, annex 5: a share of basic pay by average unsocial hours."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction

from rostering.domain import Span
from rostering.pay.clock import SATURDAY, Counting, pieces

BANDS = ((21, 25), (17, 21), (13, 17), (9, 13), (5, 9))
"""More than so many hours a week earn so many per cent of basic pay (AFC-A5)."""


@dataclass(frozen=True, kw_only=True)
class Annex5:
    """How annex 5 is applied, to staff in post before 1 September 2018 (AFC-A5).

    The average is over 13 weeks or one cycle of the rota; meal breaks count.
    """

    day_starts: time = time(7)
    day_ends: time = time(19)
    counting: Counting = Counting.ACTUAL

    def unsocial_minutes(self, spans: Iterable[Span], holidays: Container[date]) -> int:
        """Minutes outside Monday to Friday 07:00-19:00, holidays as a whole."""
        return sum(
            piece.minutes
            for span in spans
            for piece in pieces(span, (self.day_starts, self.day_ends), self.counting)
            if piece.day.weekday() >= SATURDAY
            or piece.day in holidays
            or not piece.is_between(self.day_starts, self.day_ends)
        )

    def percentage(self, minutes: int, weeks: Fraction | int) -> int | None:
        """Per cent of basic pay; None up to 5 hours a week, which is agreed locally."""
        average = Fraction(minutes, 60) / weeks
        return next((share for above, share in BANDS if average > above), None)
