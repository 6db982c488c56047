"""Agenda for Change, section 2: unsocial hours of staff, hour by hour."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from fractions import Fraction

from rostering.domain import Span
from rostering.pay.classes import HourClass, Minutes
from rostering.pay.clock import SATURDAY, SUNDAY, Counting, Piece, pieces

RATES = {2: (41, 83), 3: (35, 69), 4: (30, 60)}
"""Per cent on top by band, for nights and Saturdays and for Sundays and public
holidays (AFC-S2-RATES, the table from 1 April 2020); 4 stands for 4 to 9."""


class BreakFrom(StrEnum):
    """Which hours the unpaid break is taken from."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, kw_only=True)
class Section2:
    """How section 2 is applied (AFC-S2-RATES, AFC-S2-MAJORITY)."""

    night_starts: time = time(20)
    night_ends: time = time(6)
    half_counts_as_all: bool = False
    """Whether a weekday's shift is all unsocial where exactly half of it is."""
    break_from: BreakFrom = BreakFrom.HIGHER
    counting: Counting = Counting.ACTUAL

    def minutes(
        self, span: Span, holidays: Container[date], unpaid: int = 0
    ) -> Minutes:
        """Minutes of each kind in one shift.

        Args:
            span: The shift as a whole.
            holidays: Public holidays; a Sunday or a holiday always ends at midnight.
            unpaid: Minutes of unpaid break in it.
        """
        cut = tuple(pieces(span, (self.night_starts, self.night_ends), self.counting))
        is_whole = self._is_unsocial_throughout(cut, holidays)
        found = Minutes()
        for piece in cut:
            found[self._class_of(piece, holidays, is_whole=is_whole)] += piece.minutes
        return self._without(found, unpaid)

    def multiples(self, band: int | None) -> dict[HourClass, Fraction]:
        """What a minute of each kind is paid at; a band unknown is taken for 4 to 9."""
        known = max((b for b in RATES if band is not None and b <= band), default=None)
        low, high = RATES[4 if band is None else known or min(RATES)]
        return {
            HourClass.PLAIN: Fraction(1),
            HourClass.NIGHT_OR_SATURDAY: 1 + Fraction(low, 100),
            HourClass.SUNDAY_OR_HOLIDAY: 1 + Fraction(high, 100),
        }

    def _is_unsocial_throughout(
        self, cut: tuple[Piece, ...], holidays: Container[date]
    ) -> bool:
        """Whether most of a weekday's shift is at night, so that all of it counts."""
        if not cut or cut[0].day.weekday() >= SATURDAY or cut[0].day in holidays:
            return False
        night = sum(piece.minutes for piece in cut if self._is_night(piece))
        rest = sum(piece.minutes for piece in cut) - night
        return night > rest or (self.half_counts_as_all and night == rest)

    def _class_of(
        self, piece: Piece, holidays: Container[date], *, is_whole: bool
    ) -> HourClass:
        if piece.day.weekday() == SUNDAY or piece.day in holidays:
            return HourClass.SUNDAY_OR_HOLIDAY
        if piece.day.weekday() == SATURDAY or is_whole or self._is_night(piece):
            return HourClass.NIGHT_OR_SATURDAY
        return HourClass.PLAIN

    def _is_night(self, piece: Piece) -> bool:
        return piece.is_between(self.night_starts, self.night_ends)

    def _without(self, found: Minutes, unpaid: int) -> Minutes:
        """The same with the break as unpaid, from one end of the rates to the other."""
        order = [
            HourClass.SUNDAY_OR_HOLIDAY,
            HourClass.NIGHT_OR_SATURDAY,
            HourClass.PLAIN,
        ]
        if self.break_from is BreakFrom.LOWER:
            order.reverse()
        for kind in order:
            taken = min(found[kind], unpaid - found[HourClass.UNPAID])
            found[kind] -= taken
            found[HourClass.UNPAID] += taken
        return +found
