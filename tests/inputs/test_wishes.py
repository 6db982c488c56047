"""Offers, requests, pairs and pins."""

from datetime import date, time

import pytest

import inputs
from rostering.domain import DateRange, Offer, PairKind, PinKind, Want
from rostering.domain.time import span_between
from tests.inputs.books import more, put, small_book, write_csv


def _offers(problem, person="S01"):
    return [offer.span for offer in problem.offers if offer.person == person]


def test_an_offer_may_cross_midnight(problem_of):
    offer = problem_of(small_book()).offers[0]
    span = span_between(date(2027, 1, 8), time(18), time(2))
    assert offer == Offer("S01", span, offer.place)
    assert str(offer.place) == "[Availability.csv]Availability!B2"


def test_a_whole_day_may_be_offered(problem_of):
    sheets = put(small_book(), "Availability", {"from": "00:00", "to": "24:00"})
    assert _offers(problem_of(sheets))[0].minutes == 24 * 60


def test_offers_that_touch_are_one(problem_of):
    sheets = more(
        small_book(),
        "Availability",
        "S01 | 09/01/2027 | 02:00 | 06:00",
        "S01 | 09/01/2027 | 07:00 | 08:00",
    )
    assert [span.minutes for span in _offers(problem_of(sheets))] == [12 * 60, 60]


def test_offers_that_overlap_are_doubtful(told_of):
    row = "S01 | 08/01/2027 | 12:00 | 19:00"
    told = told_of(more(small_book(), "Availability", row))
    assert told == ["Availability!B4 warning"]


@pytest.mark.parametrize("person", ["P01", "R01"])
def test_an_offer_of_someone_with_set_hours_is_doubtful(told_of, person):
    rows = [f"{person} | {day}/01/2027 | 18:00 | 02:00" for day in (11, 13)]
    told = told_of(more(small_book(), "Availability", *rows))
    assert told == ["Availability!A4 warning"]


@pytest.mark.parametrize(("day", "told"), [("28/03/2027", 1), ("21/03/2027", 0)])
def test_an_offer_at_a_time_that_the_clocks_skip_is_doubtful(tmp_path, day, told):
    sheets = more(small_book(), "Availability", f"S01 | {day} | 01:30 | 06:00")
    folder = write_csv(tmp_path / "book", sheets)
    warnings = inputs.read(folder, first=date(2027, 1, 4), weeks=12).warnings
    skipped = [w for w in warnings if "is skipped" in w.wanted]
    assert [str(w.place) for w in skipped] == [
        "[Availability.csv]Availability!C4"
    ] * told


def test_a_request_is_for_its_days_car_and_weight(problem_of):
    off, work = [r for r in problem_of(small_book()).requests if r.person != "R01"]
    assert off.days == DateRange(date(2027, 1, 16), date(2027, 1, 17))
    assert (off.want, off.unit, off.weight) == (Want.OFF, "JR-01", 3)
    assert work.days == DateRange(date(2027, 1, 9), date(2027, 1, 9))
    assert (work.want, work.unit, work.weight) == (Want.WORK, "", 1)


def test_a_request_may_have_no_end(problem_of):
    sheets = put(small_book(), "Requests", {"to": "31/12/4712"}, row=3)
    work = problem_of(sheets).requests[1]
    assert work.days == DateRange(date(2027, 1, 9), None)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("P02 | off | 08/01/2027 | 09/01/2027", ["Requests!B4 error"]),
        ("P02 | off | 08/01/2027", []),
        ("P02 | off | 09/01/2027 | | JR-01", []),
        ("P01 | work | 17/01/2027 | | JR-01", ["Requests!B4 error"]),
        ("P01 | work | 17/01/2027 | | JR-02", []),
        ("P02 | work | 09/01/2027", []),
        ("R01 | work | 15/01/2027", ["Requests!B4 error"]),
        ("R01 | work | 16/01/2027", []),
    ],
)
def test_nobody_may_ask_for_work_and_to_be_off_at_once(told_of, row, told):
    assert told_of(more(small_book(), "Requests", row)) == told


def test_pairs_know_their_days(problem_of):
    never, mentor = problem_of(small_book()).pairs
    assert (never.first, never.second, never.kind) == ("P01", "S01", PairKind.NEVER)
    assert never.days == DateRange(date(2027, 1, 4), date(2027, 1, 17))
    assert (mentor.first, mentor.second, mentor.kind) == ("P01", "S02", PairKind.MENTOR)


def test_the_reason_for_a_pair_stays_in_the_book(problem_of):
    assert "private" not in repr(problem_of(small_book()))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("S01 | P01 | prefer | 17/01/2027 |", ["Pairs!C4 error"]),
        ("S01 | P01 | prefer | 18/01/2027 |", []),
        ("P01 | S02 | avoid", ["Pairs!C4 error"]),
        ("P01 | S01 | avoid", ["Pairs!C4 warning"]),
        ("P02 | P02 | never", ["Pairs!B4 error"]),
        ("P02 | S02 | prefer", []),
    ],
)
def test_wishes_for_two_people_must_agree(told_of, row, told):
    assert told_of(more(small_book(), "Pairs", row)) == told


def test_pins_are_on_or_off(problem_of):
    on, off = problem_of(small_book()).pins
    assert (on.person, on.unit, on.day) == ("S01", "JR-01", date(2027, 1, 8))
    assert (on.kind, off.kind) == (PinKind.ON, PinKind.OFF)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("S01 | JR-01 | 08/01/2027 | off", ["Pins!D4 error"]),
        ("S01 | JR-01 | 08/01/2027 | on", []),
        ("S01 | JR-02 | 08/01/2027 | off", []),
        ("P02 | JR-01 | 18/01/2027 | on", ["Pins!C4 warning"]),
        ("P02 | JR-02 | 09/01/2027 | on", ["Pins!C4 warning"]),
        ("P02 | JR-02 | 09/01/2027 | off", []),
        ("P02 | JR-02 | 10/01/2027 | on", []),
    ],
)
def test_pins_must_agree_and_have_a_shift(told_of, row, told):
    assert told_of(more(small_book(), "Pins", row)) == told


def test_nobody_is_pinned_to_two_cars_on_one_date(faults_of):
    sheets = more(
        small_book(),
        "Pins",
        "P02 | JR-02 | 10/01/2027 | on",
        "P02 | JR-01 | 10/01/2027 | on",
    )
    error, *_ = [fault for fault in faults_of(sheets) if fault.severity == "error"]
    assert error.place.cell == "D5"
    assert "on for JR-02 in [Pins.csv]Pins!D4" in error.wanted


def test_a_pin_may_be_to_any_car(problem_of):
    sheets = more(small_book(), "Pins", "P02 | Any | 09/01/2027 | off")
    (pin,) = (pin for pin in problem_of(sheets).pins if pin.person == "P02")
    assert (pin.unit, pin.kind) == ("", PinKind.OFF)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["P02 | any | 12/01/2027 | on", "P02 | JR-01 | 12/01/2027 | off"], []),
        (
            ["P02 | any | 12/01/2027 | on", "P02 | any | 12/01/2027 | off"],
            ["Pins!D5 error"],
        ),
        (["P02 | any | 17/01/2027 | on", "P02 | any | 16/01/2027 | on"], []),
        (["P02 | any | 18/01/2027 | on"], ["Pins!C4 warning"]),
    ],
)
def test_pins_to_any_car_must_agree_and_have_a_shift(told_of, rows, told):
    assert told_of(more(small_book(), "Pins", *rows)) == told


def test_the_same_pin_twice_is_one_pin(problem_of):
    sheets = more(small_book(), "Pins", "S01 | JR-01 | 08/01/2027 | on")
    assert len(problem_of(sheets).pins) == 2
