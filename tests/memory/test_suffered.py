"""Changes at short notice, counted from successive versions."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rostering.domain import PersonId
from rostering.memory import record
from rostering.memory.chances import Chances
from rostering.memory.suffered import Suffered, suffered
from tests.memory.publishing import MONDAY, publish

ANN, BOB = PersonId("Ann"), PersonId("Bob")


def _counted(ledger, chances=None):
    published = record(ledger).published
    return suffered(published, chances or {}, date(2025, 1, 1))


def _told(hours_before):
    """So long before the shift at 15:00 on Monday."""
    start = datetime(2027, 1, 4, 15, tzinfo=UTC)
    return start - timedelta(hours=hours_before)


@pytest.mark.parametrize(
    ("hours", "counted"),
    [
        (29 * 24, None),
        (28 * 24, Suffered(1)),
        (8 * 24, Suffered(1)),
        (7 * 24, Suffered(1, 1)),
        (24, Suffered(1, 1)),
        (23, Suffered(1, 1, 1)),
        (1, Suffered(1, 1, 1)),
        (-1, None),
    ],
)
def test_each_notice_counts_in_the_longer_ones_too(ledger, hours, counted):
    # Clear days: told 8 days before leaves 7, told 29 days before leaves 28.
    publish(ledger, MONDAY, "Ann L")
    publish(ledger, MONDAY, "open L", at=_told(hours))
    assert _counted(ledger).get(ANN) == counted


@pytest.mark.parametrize(
    ("told_on", "counted"),
    [
        (date(2026, 12, 6), None),
        (date(2026, 12, 7), Suffered(1)),
        (date(2026, 12, 28), Suffered(1, 1)),
        (date(2027, 1, 3), Suffered(1, 1)),
        (date(2027, 1, 4), Suffered(1, 1, 1)),
        (date(2027, 1, 5), None),
    ],
)
def test_notice_counts_from_the_day_on_which_people_are_told(ledger, told_on, counted):
    # Published at nine in the morning, weeks before or after anybody was told.
    publish(ledger, MONDAY, "Ann L")
    publish(ledger, MONDAY, "open L", told_on=told_on)
    assert _counted(ledger).get(ANN) == counted


def test_the_first_version_of_a_day_is_no_change(ledger):
    publish(ledger, MONDAY, "Ann L", at=_told(1))
    assert _counted(ledger) == {}


def test_the_same_again_is_no_change(ledger):
    publish(ledger, MONDAY, "Ann L")
    publish(ledger, MONDAY, "Ann L", at=_told(30))
    assert _counted(ledger) == {}


def test_both_who_changed_places_suffered_it(ledger):
    publish(ledger, MONDAY, "Ann L -\nBob - L")
    publish(ledger, MONDAY, "Ann - L\nBob L -", at=_told(30))
    assert {who: x.under_four_weeks for who, x in _counted(ledger).items()} == {
        ANN: 2,
        BOB: 2,
    }


def test_other_hours_are_a_change(ledger):
    publish(ledger, MONDAY, "Ann L")
    publish(ledger, MONDAY, "Ann N", at=_told(30))
    assert _counted(ledger) == {ANN: Suffered(1, 1, 0)}


def test_ones_own_leave_is_not_suffered(ledger):
    publish(ledger, MONDAY, "Ann L\nBob -")
    publish(ledger, MONDAY, "Ann -\nBob L", at=_told(30))
    away = {ANN: Chances("", "", "", away=frozenset({MONDAY}))}
    assert _counted(ledger, {2: away}) == {BOB: Suffered(1, 1, 0)}
