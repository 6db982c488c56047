"""Hours in the bank, line by line."""

from datetime import date, time, timedelta
from fractions import Fraction

from rostering.domain import AbsenceKind, Leave, PersonId
from rostering.domain.time import whole_days
from rostering.memory import record, remember
from rostering.memory.bank import Bank, Line, banks
from rostering.memory.chances import Chances, chances_of
from rostering.memory.keeping import KIND
from rostering.memory.rows import chances_in, rows_of
from rostering.memory.worked import KIND as WORKED
from rostering.memory.worked import facts_of
from tests.memory.publishing import MONDAY, problem_from, publish, worked

ANN = PersonId("Ann")
NEXT = date(2027, 1, 11)
BREAK = timedelta(minutes=30)
WEEK = [MONDAY + timedelta(days=n) for n in range(7)]
FULL = Chances("Ann", "paramedic", "g", 2250, asks=dict.fromkeys(WEEK, 2250))


def _bank(ledger, theirs=FULL, **facts):
    problem = problem_from(NEXT, "Ann", **facts)
    known = remember(problem, record(ledger)).record
    return banks(known, {1: {ANN: theirs}}, problem, BREAK)


def test_four_lates_are_half_an_hour_beyond_a_full_week(ledger):
    # 4 x 9 h 30 min paid are 38 h; the contract asks for 37 h 30 min.
    publish(ledger, MONDAY, "Ann L L L L")
    bank = _bank(ledger)[ANN]
    assert bank.minutes == 30
    (line,) = bank.lines
    assert line == Line(
        "kent@1", MONDAY, WEEK[-1], Fraction(2250), 4 * 570, 0, Fraction()
    )


def test_nothing_published_is_no_bank(ledger):
    assert _bank(ledger) == {}
    assert Bank().minutes == 0


def test_leave_and_courses_count_as_the_contract_does(ledger):
    publish(ledger, MONDAY, "Ann L L L")
    theirs = Chances(
        "Ann",
        "paramedic",
        "g",
        2250,
        asks=FULL.asks,
        credit={WEEK[4]: 2250},
        other={WEEK[3]: 450},
    )
    # 28 h 30 min on cars, 7 h 30 min in a course, a seventh of the week away.
    assert _bank(ledger, theirs)[ANN].minutes == round(1710 + 450 + 2250 / 7 - 2250)


def test_an_overrun_goes_into_the_bank_and_a_no_show_out_of_it(ledger):
    publish(ledger, MONDAY, "Ann L L L L")
    said = [
        worked("Ann", WEEK[0], time(15), time(3), unit="J1"),
        worked("Ann", WEEK[1], time(15), time(1), absence=AbsenceKind.UNPAID),
    ]
    ledger.note(WORKED, facts_of(said, "week.csv"), author="Kim")
    assert _bank(ledger)[ANN].minutes == 30 + 120 - 570


def test_who_was_stood_down_owes_no_more_than_a_day_of_the_contract(ledger):
    publish(ledger, MONDAY, "Ann L L L L")
    said = [worked("Ann", WEEK[0], time(15), time(1), absence=AbsenceKind.OTHER)]
    ledger.note(WORKED, facts_of(said, "week.csv"), author="Kim")
    assert _bank(ledger)[ANN].minutes == round(30 - 570 + 2250 / 7)


def test_sickness_since_publishing_is_credited(ledger):
    publish(ledger, MONDAY, "Ann L L L L")
    sick = Leave(ANN, AbsenceKind.SICK, whole_days(MONDAY, MONDAY))
    assert _bank(ledger, leave=(sick,))[ANN].minutes == round(30 - 570 + 2250 / 7)


def test_days_that_are_still_to_be_planned_are_not_in_it(ledger):
    publish(ledger, MONDAY, "Ann L L L L L L L")
    problem = problem_from(WEEK[2], "Ann")
    known = record(ledger)
    bank = banks(known, {1: {ANN: FULL}}, problem, BREAK)[ANN]
    assert bank.minutes == round(2 * 570 - 2 * 2250 / 7)


def test_the_lines_of_two_versions_add_up(ledger):
    publish(ledger, MONDAY, "Ann L L L L L L L")
    publish(ledger, WEEK[2], "Ann L L", weeks=1)
    problem = problem_from(date(2027, 1, 18), "Ann")
    both = {1: {ANN: FULL}, 2: {ANN: FULL}}
    bank = banks(record(ledger), both, problem, BREAK)[ANN]
    assert [line.worked for line in bank.lines] == [1140, 1140]
    assert bank.minutes == round(sum(line.change for line in bank.lines))


def test_what_is_kept_goes_into_the_problem(ledger):
    version = publish(ledger, MONDAY, "Ann L L L L")
    rows = rows_of({ANN: FULL})
    assert chances_in(rows) == {ANN: FULL}
    facts = {"version": 1, "of": version.hash, "people": rows}
    ledger.note(KIND, facts, author="Kim")
    problem = problem_from(NEXT, "Ann")
    assert remember(problem, record(ledger)).problem.bank == {ANN: 30}
    known_already = problem_from(NEXT, "Ann", bank={ANN: -60})
    assert remember(known_already, record(ledger)).problem.bank == {ANN: -60}


def test_the_contract_does_not_run_on_unpaid_days_nor_before_joining():
    away = [
        Leave(ANN, AbsenceKind.UNPAID, whole_days(WEEK[0], WEEK[0])),
        Leave(ANN, AbsenceKind.ANNUAL, whole_days(WEEK[1], WEEK[1])),
        Leave(ANN, AbsenceKind.REST, whole_days(WEEK[2], WEEK[2])),
    ]
    problem = problem_from(MONDAY, "Ann", leave=tuple(away))
    found = chances_of(problem, (), BREAK)[ANN]
    assert sorted(found.asks) == WEEK[1:]
    assert found.credit == {WEEK[1]: 2250}
    assert found.away == set(WEEK[:3])
    assert found.days == set(WEEK[3:])
