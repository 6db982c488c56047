"""Agenda for Change: enhancements, overtime and annex 5, over one stretch of duties."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from rostering.domain import Span
from rostering.domain.hours import BREAK_AFTER
from rostering.domain.time import MINUTE, in_words
from rostering.pay.annex_5 import Annex5
from rostering.pay.classes import Compensation, HourClass, Minutes
from rostering.pay.clock import pieces
from rostering.pay.owed import Owed, OwedKind
from rostering.pay.section_2 import Section2

OVERTIME, HOLIDAY = "AFC-OT", "AFC-PH"


@dataclass(frozen=True, kw_only=True)
class AgendaForChange:
    """The national terms' figures (AFC-HOURS, AFC-OT)."""

    section_2: Section2 = field(default_factory=Section2)
    annex_5: Annex5 = field(default_factory=Annex5)
    week: timedelta = timedelta(hours=37, minutes=30)
    """Full time; part-timers are paid plain time up to it."""
    overtime: Fraction = Fraction(3, 2)
    holiday_overtime: Fraction = Fraction(2)
    """On public holidays; Sundays are not among them."""
    meal_break: timedelta = timedelta(minutes=30)
    """Unpaid, in a duty of more than six hours."""

    def unpaid_minutes(self, span: Span) -> int:
        """The unpaid break in a duty."""
        return int(self.meal_break / MINUTE) if span.length > BREAK_AFTER else 0

    def full_time(self, days: Fraction | int) -> int:
        """Minutes that a full-timer works in so many days."""
        return round(Fraction(int(self.week / MINUTE) * days, 7))

    def multiples(self, band: int | None) -> dict[HourClass, Fraction]:
        """What a minute of each kind is paid at on section 2."""
        return {
            **self.section_2.multiples(band),
            HourClass.OVERTIME: self.overtime,
            HourClass.HOLIDAY_OVERTIME: self.holiday_overtime,
        }

    def minutes(
        self, spans: Iterable[Span], holidays: Container[date], standard: int
    ) -> Minutes:
        """Minutes of each kind.

        Args:
            spans: The duties of one stretch of time, such as a cycle of the rota.
            holidays: Public holidays.
            standard: Paid minutes of a full-timer in that time; what is worked after
                them is overtime, which has rates of its own instead.
        """
        found = Minutes()
        for span, unpaid, beyond in self._parted(spans, standard):
            found += self.section_2.minutes(span, holidays, unpaid)
            for piece in pieces(beyond, counting=self.section_2.counting):
                is_holiday = piece.day in holidays
                kind = HourClass.HOLIDAY_OVERTIME if is_holiday else HourClass.OVERTIME
                found[kind] += piece.minutes
        return found

    def time_off(
        self, spans: Iterable[Span], holidays: Container[date]
    ) -> Iterator[Compensation]:
        """Time off for work on public holidays, at plain time (AFC-PH)."""
        for span in sorted(spans):
            on_holidays = [piece for piece in pieces(span) if piece.day in holidays]
            minutes = sum(piece.minutes for piece in on_holidays)
            due = min(minutes, span.minutes - self.unpaid_minutes(span))
            if due:
                what = f"{in_words(due * MINUTE)} off at plain time"
                owed = Owed(OwedKind.TIME_BACK, what, HOLIDAY)
                yield Compensation.of(owed, on_holidays[0].day, due)

    def owed_for_coming_in(self) -> Owed:
        """What work on a day that was free earns."""
        words = "overtime, or time back, where it is above contracted hours"
        return Owed(OwedKind.TIME_BACK, words, OVERTIME)

    def owed_for_holiday(self, band: int | None, *, is_on_annex_5: bool) -> Owed:
        """What work on a public holiday earns; annex 5 pays by its share alone."""
        more = self.section_2.multiples(band)[HourClass.SUNDAY_OR_HOLIDAY] - 1
        on_top = "" if is_on_annex_5 else f"{float(more):.0%} on top and "
        words = f"{on_top}equal time back"
        return Owed(OwedKind.HOLIDAY_RATE, words, HOLIDAY)

    def _parted(
        self, spans: Iterable[Span], standard: int
    ) -> Iterator[tuple[Span, int, Span]]:
        """Each duty up to the limit, the unpaid break in that, and what lies beyond."""
        worked = 0
        for span in sorted(spans):
            unpaid = self.unpaid_minutes(span)
            paid = span.minutes - unpaid
            worked += paid
            turn = span.end - max(0, min(paid, worked - standard)) * MINUTE
            yield Span(span.start, turn), unpaid, Span(turn, span.end)
