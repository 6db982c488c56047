"""Police Regulations 2003: overtime, unsocial hours, rest days, public holidays."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from rostering.domain import Span
from rostering.domain.notice import clear_days
from rostering.domain.time import DAY, HOUR, MINUTE, ZONE, instant, night_minutes
from rostering.pay.classes import Compensation, HourClass, Minutes
from rostering.pay.owed import Owed, OwedKind, multiple_in_words

QUARTER = 15
REST_DAY, HOLIDAY = "POL-RD-WORK", "POL-PH-WORK"
GIVEN_BACK = "POL-RD-REINSTATE"


@dataclass(frozen=True, kw_only=True)
class Police:
    """The determinations' figures for constables and sergeants (POL-RANK)."""

    night_starts: time = time(20)
    night_ends: time = time(6)
    unsocial: Fraction = Fraction(1, 10)
    """For each full hour at night, of plain time (POL-USH)."""
    overtime: Fraction = Fraction(4, 3)
    """In completed quarters of an hour (POL-OT)."""
    free_minutes: int = 30
    """Lost of overtime that was not planned, on the first occasions of a week."""
    free_occasions: int = 4
    rest_day: Fraction = Fraction(3, 2)
    rest_day_least: timedelta = timedelta(hours=4)
    rest_day_notice: int = 15
    """Clear days from which a rest day is moved rather than paid (POL-RD-WORK)."""
    rest_day_named: int = 4
    """Days within which the other rest day is named."""
    given_back_notice: int = 8
    """Clear days below which a duty called off may be worked (POL-RD-REINSTATE)."""
    holiday: Fraction = Fraction(2)
    holiday_notice: int = 8
    """Clear days below which another day off is due too (POL-PH-WORK)."""
    authority_notice: int = 15
    """Clear days below which a public holiday needs a chief officer's authority."""
    force_day_starts: time = time(7)
    """06:00 for some roles (CONV-DAY)."""

    @property
    def multiples(self) -> dict[HourClass, Fraction]:
        """What a minute of each kind is paid at."""
        return {
            HourClass.PLAIN: Fraction(1),
            HourClass.OVERTIME: self.overtime,
            HourClass.REST_DAY: self.rest_day,
            HourClass.REST_DAY_MOVED: Fraction(1),
            HourClass.PUBLIC_HOLIDAY: self.holiday,
        }

    def unsocial_hours(self, span: Span) -> int:
        """Full hours of one duty that lie at night."""
        return night_minutes(span, self.night_starts, self.night_ends) // 60

    def force_day(self, moment: datetime) -> date:
        """The force's day in which a moment lies: it begins in the morning."""
        local = moment.astimezone(ZONE)
        is_before = local.time() < self.force_day_starts
        return local.date() - DAY if is_before else local.date()

    def paid_overtime(self, minutes: int) -> int:
        """Minutes of overtime that are paid: completed quarters of an hour."""
        return minutes // QUARTER * QUARTER

    def unplanned_overtime(self, minutes: int, earlier: int) -> int:
        """Minutes paid of overtime that nobody had planned.

        Args:
            minutes: How long the duty overran.
            earlier: How many times that has happened since Monday.
        """
        is_free = earlier < self.free_occasions
        return self.paid_overtime(
            max(0, minutes - (self.free_minutes if is_free else 0))
        )

    def tour(self, span: Span, rostered: int | None) -> Minutes:
        """A usual tour of duty; what is longer than the roster has it is overtime."""
        plain = span.minutes if rostered is None else min(span.minutes, rostered)
        paid = self.paid_overtime(span.minutes - plain)
        found = Minutes({HourClass.PLAIN: plain, HourClass.OVERTIME: paid})
        found[HourClass.UNPAID] = span.minutes - plain - paid
        return +found

    def worked_rest_day(
        self, span: Span, told_on: date | None
    ) -> tuple[Minutes, tuple[Compensation, ...]]:
        """A duty on a rest day; without a day of telling it was told in good time."""
        day = self.force_day(span.start)
        owed = self.owed_for_rest_day(_notice(told_on, day))
        if owed.kind is OwedKind.ANOTHER_DAY:
            other = Compensation.of(owed, day)
            return Minutes({HourClass.REST_DAY_MOVED: span.minutes}), (other,)
        return self._paid_rest_day(span, day)

    def owed_for_rest_day(self, notice: int | None) -> Owed:
        """What work on a rest day earns at this notice; None for in good time."""
        if notice is None or notice >= self.rest_day_notice:
            words = f"another rest day, to be named within {self.rest_day_named} days"
            return Owed(OwedKind.ANOTHER_DAY, words, REST_DAY)
        rate = multiple_in_words(self.rest_day)
        least = f"at least {self.rest_day_least // HOUR} hours"
        words = f"{rate}, as pay or time back by choice, {least}"
        return Owed(OwedKind.REST_DAY_RATE, words, REST_DAY)

    def owed_for_day_given_back(self, notice: int) -> Iterator[Owed]:
        """What an officer may claim whose duty is called off."""
        if notice < self.given_back_notice:
            words = "may choose the day off, or to work it at the rest-day rate"
            yield Owed(OwedKind.CHOICE, words, GIVEN_BACK)

    def into_rest_day(
        self, span: Span, rest_days: Container[date]
    ) -> tuple[Minutes, tuple[Compensation, ...]]:
        """What of a duty runs on into the force's next day, where that is a rest day.

        Up to an hour is paid in quarters; more is paid as four hours at least.
        """
        day = self.force_day(span.end - MINUTE)
        begin = instant(day, self.force_day_starts)
        if day not in rest_days or begin <= span.start:
            return Minutes(), ()
        over = Span(begin, span.end)
        if over.length > HOUR:
            return self._paid_rest_day(over, day)
        paid = self.paid_overtime(over.minutes)
        found = Minutes(
            {HourClass.REST_DAY: paid, HourClass.UNPAID: over.minutes - paid}
        )
        return +found, ()

    def worked_holiday(
        self, span: Span, told_on: date | None
    ) -> tuple[Minutes, tuple[Compensation, ...]]:
        """A duty on a public holiday; without a day of telling it was in good time."""
        day = self.force_day(span.start)
        owed = self.owed_for_holiday(_notice(told_on, day))
        due = (Compensation.of(o, day) for o in owed if o.kind != OwedKind.HOLIDAY_RATE)
        return Minutes({HourClass.PUBLIC_HOLIDAY: span.minutes}), tuple(due)

    def owed_for_holiday(self, notice: int | None) -> Iterator[Owed]:
        """What work on a holiday earns at this notice; None for in good time."""
        rate = multiple_in_words(self.holiday)
        yield Owed(OwedKind.HOLIDAY_RATE, rate, HOLIDAY)
        if notice is not None and notice < self.holiday_notice:
            yield Owed(OwedKind.ANOTHER_DAY, "another day off", HOLIDAY)
        if notice is not None and notice < self.authority_notice:
            words = "needs the authority of an assistant chief constable"
            yield Owed(OwedKind.AUTHORITY, words, HOLIDAY)

    def _paid_rest_day(
        self, span: Span, day: date
    ) -> tuple[Minutes, tuple[Compensation, ...]]:
        found = Minutes({HourClass.REST_DAY: span.minutes})
        short = int(self.rest_day_least / MINUTE) - span.minutes
        if short <= 0:
            return found, ()
        words = f"paid as {self.rest_day_least // HOUR} hours at least"
        owed = Owed(OwedKind.TOPPED_UP, words, REST_DAY)
        return found, (Compensation.of(owed, day, short, self.rest_day),)


def hourly_rate(annual: Fraction) -> Fraction:
    """Pounds an hour of an annual salary: six days' pay of 12,520 (POL-USH)."""
    return annual * 6 / 12520


def recalled_from_leave(days: int) -> Fraction:
    """Days given back for days of leave recalled (POL-AL-RECALL).

    Two for each of the first two days, then one and a half for each.
    """
    first = min(days, 2)
    return Fraction(2 * first) + Fraction(3, 2) * (days - first)


def _notice(told_on: date | None, day: date) -> int | None:
    return None if told_on is None else clear_days(told_on, day)
