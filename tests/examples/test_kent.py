"""What the Kent book holds, and why some of its nights cannot be covered."""

from collections import defaultdict
from datetime import date, datetime, timedelta

import pytest

from examples.generator.book import COLUMNS
from examples.generator.kent import PLAN, kent_book
from examples.generator.kent_gaps import planted_gaps
from examples.generator.staff import recruit
from tests.examples.books import ROOT, cells_of, rows_of

KENT = ROOT / "kent"
NEVER = datetime.fromisoformat("2026-01-01")


@pytest.fixture(scope="module")
def gaps():
    return planted_gaps(kent_book(), recruit(PLAN))


@pytest.mark.parametrize("sheet", COLUMNS)
def test_every_sheet_is_there_with_something_in_it(sheet):
    assert rows_of(KENT, sheet)


def test_people_are_as_many_as_the_scheme_has():
    roles = [row["role"] for row in rows_of(KENT, "People")]
    assert [roles.count(x) for x in ("paramedic", "regular", "special")] == [7, 60, 31]


def test_dates_and_times_are_shown_the_british_way():
    shown = {kind: set() for kind in ("datetime", "time")}
    for value, number_format in cells_of(KENT).values():
        if type(value).__name__ in shown:
            shown[type(value).__name__].add(number_format)
    assert shown == {"datetime": {"dd/mm/yyyy"}, "time": {"hh:mm"}}


def test_eleven_nights_are_planted(gaps):
    assert len({(gap.day, gap.unit) for gap in gaps}) == 11


def test_what_is_planted_is_on_the_page(gaps):
    page = (KENT / "README.md").read_text()
    for gap in gaps:
        assert f"| {gap.day:%a} {gap.day.day} {gap.day:%b} | {gap.unit} |" in page


def test_every_address_on_the_page_holds_something(gaps):
    cells = cells_of(KENT)
    addresses = [cell for gap in gaps for cell in gap.cells]
    assert len(addresses) > 20
    assert all(cells[address][0] is not None for address in addresses)


@pytest.mark.parametrize(
    ("unit", "night"), [("JR-07", date(2027, 1, 15)), ("JR-04", date(2027, 1, 23))]
)
def test_nobody_who_may_act_alone_offers_the_quiet_nights(unit, night):
    leads = {
        row["id"]
        for row in rows_of(KENT, "People")
        if unit in row["units"] and row["status"] in ("DPS", "IPS")
    }
    offered = [
        row["person"]
        for row in rows_of(KENT, "Availability")
        if row["date"].date() == night
    ]
    assert offered
    assert leads.isdisjoint(offered)


def test_everybody_rests_eleven_hours_in_the_record():
    ends = {}
    for row in sorted(rows_of(KENT, "History"), key=lambda row: row["date"]):
        start = datetime.combine(row["date"], row["start"])
        end = datetime.combine(row["date"] + timedelta(days=1), row["end"])
        assert start - ends.get(row["person"], NEVER) >= timedelta(hours=11)
        ends[row["person"]] = end


def test_nobody_works_more_than_four_days_in_a_row_in_the_record():
    days = defaultdict(set)
    for row in rows_of(KENT, "History"):
        days[row["person"]].add(row["date"].date())
    runs = [
        all(day + timedelta(days=step) in worked for step in range(5))
        for worked in days.values()
        for day in worked
    ]
    assert not any(runs)


def test_the_record_has_seventeen_weeks_up_to_the_period():
    days = [row["date"].date() for row in rows_of(KENT, "History")]
    assert (min(days), max(days)) == (date(2026, 9, 7), date(2027, 1, 3))
