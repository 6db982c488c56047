"""Who was told of a change when, by the versions of a ledger."""

from datetime import date, timedelta

from rostering.domain import Period
from rostering.ledger import Ledger
from rostering.repair.told import told_before
from tests.ledger.drafts import AT, PERIOD, draft

TODAY = date(2027, 1, 3)
TOLD = date(2026, 12, 20)


def _ledger(tmp_path, *drafts):
    (tmp_path / "kent").mkdir()
    ledger = Ledger.beside(tmp_path / "kent", create=True)
    for number, each in enumerate(drafts):
        ledger.publish(each, after=number or None)
    return ledger


def test_a_first_version_changes_nothing_for_anybody(tmp_path) -> None:
    assert told_before(_ledger(tmp_path, draft("Ann")), TODAY) == {}


def test_whoever_leaves_and_whoever_joins_were_told(tmp_path) -> None:
    ledger = _ledger(tmp_path, draft("Ann"), draft("Bob", told_on=TOLD))
    assert told_before(ledger, TODAY) == {"Ann": TOLD, "Bob": TOLD}


def test_the_last_telling_counts(tmp_path) -> None:
    later = TOLD + timedelta(days=3)
    ledger = _ledger(
        tmp_path, draft("Ann"), draft("Bob", told_on=TOLD), draft("Cal", told_on=later)
    )
    assert told_before(ledger, TODAY) == {"Ann": TOLD, "Bob": later, "Cal": later}


def test_versions_of_other_days_change_nothing(tmp_path) -> None:
    after = Period(PERIOD.last + timedelta(days=1), PERIOD.last + timedelta(days=7))
    ledger = _ledger(tmp_path, draft("Ann"), draft("Bob", period=after))
    assert told_before(ledger, TODAY) == {}


def test_what_was_told_long_ago_or_is_still_to_be_told_is_left_out(tmp_path) -> None:
    ledger = _ledger(tmp_path, draft("Ann"), draft("Bob", told_on=TOLD))
    assert told_before(ledger, TOLD + timedelta(days=200)) == {}
    assert told_before(ledger, TOLD - timedelta(days=1)) == {}
    assert AT.date() < TOLD
