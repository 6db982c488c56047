"""What a problem remembers of the time before its period."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from constraints.holidays_in_turn import HolidaysInTurn
from rostering.domain import (
    AbsenceKind,
    Duty,
    DutyKind,
    Leave,
    LeaveStatus,
    PersonId,
    Place,
    Severity,
    Signatory,
)
from rostering.domain.time import span_between, whole_days
from rostering.memory import (
    Held,
    Worked,
    first_day_after,
    record,
    remember,
    remembered,
)
from rostering.memory.worked import KIND, facts_of, facts_of_undoing
from tests.memory.publishing import MONDAY, problem_from, publish, worked

NEXT = date(2027, 1, 11)
ANN = PersonId("Ann")


def _note(ledger, *said):
    position = ledger.note(KIND, facts_of(said, "week.csv"), author="Kim")
    return next(n for n in ledger.notes(KIND) if n.position == position)


def _shown(problem, person="Ann"):
    return [
        f"{duty.kind} {duty}" for duty in problem.history_of.get(PersonId(person), ())
    ]


def test_a_ledger_without_versions_tells_nothing(ledger):
    problem = problem_from(NEXT, "Ann")
    assert remembered(problem, ledger) == problem
    assert remember(problem, record(ledger)).is_empty
    assert first_day_after(record(ledger)) is None


def test_a_published_shift_is_history_as_if_it_stood_in_the_book(ledger):
    publish(ledger, MONDAY, "Ann L - N")
    (late, night) = remembered(problem_from(NEXT, "Ann"), ledger).history
    assert late == Duty(
        ANN,
        DutyKind.WORKED,
        span_between(MONDAY, time(15), time(1)),
        MONDAY,
        "J1",
        unit="J1",
        place=Place("kent@1", "kent@1", "A2"),
    )
    assert night.day == date(2027, 1, 6)


def test_what_lies_in_the_period_is_still_to_be_planned(ledger):
    publish(ledger, MONDAY, "Ann L L L L L L L")
    problem = remembered(problem_from(date(2027, 1, 6), "Ann"), ledger)
    assert [duty.day.day for duty in problem.history] == [4, 5]


def test_the_first_and_the_last_remembered_day(ledger):
    publish(ledger, MONDAY - timedelta(days=1), "Ann L L L L L L L L", weeks=2)
    weeks_back = problem_from(MONDAY + timedelta(weeks=17), "Ann")
    assert remembered(weeks_back, ledger).history[0].day == MONDAY
    assert len(remembered(weeks_back, ledger).history) == 7
    longer = replace(weeks_back, memory_weeks=18)
    assert len(remembered(longer, ledger).history) == 8


def test_a_rule_may_recall_days_further_back(ledger):
    christmas = date(2025, 12, 25)
    publish(ledger, christmas, "Ann L L")
    problem = problem_from(
        date(2026, 12, 21),
        "Ann",
        bank_holidays={christmas: "Christmas Day", date(2026, 12, 25): "Christmas Day"},
    )
    assert remembered(problem, ledger).history == ()
    (duty,) = remembered(problem, ledger, [HolidaysInTurn()]).history
    assert duty.day == christmas


def test_the_last_version_that_has_a_day_counts_for_it(ledger):
    publish(ledger, MONDAY, "Ann L L L\nBob - - -")
    publish(ledger, date(2027, 1, 6), "Ann -\nBob L", weeks=1)
    problem = remembered(problem_from(date(2027, 1, 18), "Ann", "Bob"), ledger)
    assert [duty.day.day for duty in problem.history_of[ANN]] == [4, 5]
    assert [duty.day.day for duty in problem.history_of[PersonId("Bob")]] == [6]


def test_a_version_counts_from_the_day_on_which_it_takes_effect(ledger):
    publish(ledger, MONDAY, "Ann L L L\nBob - - -")
    publish(ledger, MONDAY, "Bob L L L", effective=date(2027, 1, 5))
    known = remember(problem_from(NEXT, "Ann", "Bob"), record(ledger))
    assert [(d.person, d.day.day) for d in known.problem.history] == [
        ("Ann", 4),
        ("Bob", 5),
        ("Bob", 6),
    ]
    assert known.versions == {1: 1, 2: 2}


def test_a_version_that_waits_for_signatures_does_not_count(ledger):
    publish(ledger, MONDAY, "Ann L", signatories=(Signatory("trust"),))
    assert remembered(problem_from(NEXT, "Ann"), ledger).history == ()


def test_people_who_left_the_book_are_left_out(ledger):
    publish(ledger, MONDAY, "Ann L\nBob L2")
    assert [
        d.person for d in remembered(problem_from(NEXT, "Bob"), ledger).history
    ] == ["Bob"]


def test_an_overrun_takes_the_place_of_what_was_published(ledger):
    publish(ledger, MONDAY, "Ann L L")
    _note(ledger, worked("Ann", MONDAY, time(15), time(3), unit="J1"))
    known = remember(problem_from(NEXT, "Ann"), record(ledger))
    assert _shown(known.problem) == [
        "worked J1 Mon 4 Jan 15:00-03:00",
        "worked J1 Tue 5 Jan 15:00-01:00",
    ]
    assert (known.versions, known.corrected) == ({1: 1}, 1)


def test_a_no_show_is_no_work(ledger):
    publish(ledger, MONDAY, "Ann L")
    _note(ledger, worked("Ann", MONDAY, time(15), time(1), absence=AbsenceKind.UNPAID))
    (duty,) = remembered(problem_from(NEXT, "Ann"), ledger).history
    assert not duty.is_work
    assert duty.kind is DutyKind.AWAY


def test_nothing_may_be_left_of_a_day(ledger):
    publish(ledger, MONDAY, "Ann L L")
    _note(ledger, Worked(ANN, MONDAY, None))
    assert _shown(remembered(problem_from(NEXT, "Ann"), ledger)) == [
        "worked J1 Tue 5 Jan 15:00-01:00"
    ]


def test_the_latest_note_counts_until_it_is_taken_back(ledger):
    publish(ledger, MONDAY, "Ann L")
    problem = problem_from(NEXT, "Ann")
    first = _note(ledger, worked("Ann", MONDAY, time(15), time(2), unit="J1"))
    second = _note(ledger, worked("Ann", MONDAY, time(15), time(3), unit="J1"))
    assert _shown(remembered(problem, ledger)) == ["worked J1 Mon 4 Jan 15:00-03:00"]
    ledger.note(KIND, facts_of_undoing(second), author="Kim")
    assert _shown(remembered(problem, ledger)) == ["worked J1 Mon 4 Jan 15:00-02:00"]
    ledger.note(KIND, facts_of_undoing(first), author="Kim")
    assert _shown(remembered(problem, ledger)) == ["worked J1 Mon 4 Jan 15:00-01:00"]


def test_a_note_counts_beyond_a_later_version_of_the_day(ledger):
    publish(ledger, MONDAY, "Ann L")
    _note(ledger, worked("Ann", MONDAY, time(15), time(3), unit="J1"))
    publish(ledger, MONDAY, "Ann L L")
    assert len(_shown(remembered(problem_from(NEXT, "Ann"), ledger))) == 2
    assert "03:00" in _shown(remembered(problem_from(NEXT, "Ann"), ledger))[0]


@pytest.mark.parametrize(
    ("start", "end", "warnings"), [(time(15), time(1), 0), (time(9), time(17), 1)]
)
def test_the_books_own_history_goes_before_the_ledger(ledger, start, end, warnings):
    publish(ledger, MONDAY, "Ann L L")
    place = Place("trust.xlsx", "History", "B2")
    span = span_between(MONDAY, start, end)
    typed = Duty(ANN, DutyKind.WORKED, span, MONDAY, "J1", unit="J1", place=place)
    problem = problem_from(NEXT, "Ann", history=(typed,))
    known = remember(problem, record(ledger))
    assert known.problem.history[0] is typed
    assert len(known.problem.history) == 2
    assert len(known.warnings) == warnings
    for fault in known.warnings:
        assert fault.place == place
        assert fault.severity is Severity.WARNING
        assert fault.found == "J1 Mon 4 Jan 09:00-17:00"
        assert fault.wanted == (
            "J1 Mon 4 Jan 15:00-01:00, as kent@1 has it; the book's own History counts"
        )


@pytest.mark.parametrize(
    ("status", "kind", "counts"),
    [
        (LeaveStatus.APPROVED, AbsenceKind.SICK, 1),
        (LeaveStatus.REQUESTED, AbsenceKind.SICK, 2),
        (LeaveStatus.APPROVED, AbsenceKind.COURT, 2),
    ],
)
def test_leave_since_then_takes_a_published_duty(ledger, status, kind, counts):
    publish(ledger, MONDAY, "Ann L L")
    leave = Leave(ANN, kind, whole_days(MONDAY, MONDAY), status)
    known = remember(problem_from(NEXT, "Ann", leave=(leave,)), record(ledger))
    assert len(known.problem.history) == counts
    assert known.on_leave == 2 - counts


def test_a_duty_that_ends_in_the_first_morning_of_leave_was_worked(ledger):
    publish(ledger, MONDAY, "Ann L L")
    leave = Leave(ANN, AbsenceKind.ANNUAL, whole_days(date(2027, 1, 6), NEXT))
    known = remember(problem_from(NEXT, "Ann", leave=(leave,)), record(ledger))
    assert (len(known.problem.history), known.on_leave) == (2, 0)


def test_work_that_was_told_stays_beside_leave(ledger):
    publish(ledger, MONDAY, "Ann L")
    _note(ledger, worked("Ann", MONDAY, time(15), time(20), unit="J1"))
    leave = Leave(ANN, AbsenceKind.SICK, whole_days(MONDAY, MONDAY))
    known = remember(problem_from(NEXT, "Ann", leave=(leave,)), record(ledger))
    assert _shown(known.problem) == ["worked J1 Mon 4 Jan 15:00-20:00"]


def test_what_a_ledger_held_then_can_be_asked_for_later(ledger):
    publish(ledger, MONDAY, "Ann L")
    held = record(ledger).held
    assert held == Held((1,), ())
    note = _note(ledger, worked("Ann", MONDAY, time(15), time(3), unit="J1"))
    publish(ledger, MONDAY, "Bob L")
    assert record(ledger).held == Held((2,), (note.position,))
    problem = problem_from(NEXT, "Ann", "Bob")
    then = remember(problem, record(ledger, held=held)).problem
    assert _shown(then) == ["worked J1 Mon 4 Jan 15:00-01:00"]


def test_the_next_period_begins_after_what_is_published(ledger):
    publish(ledger, MONDAY, "Ann L", weeks=4)
    assert first_day_after(record(ledger)) == date(2027, 2, 1)
    publish(ledger, date(2027, 1, 6), "Ann L", weeks=4)
    assert first_day_after(record(ledger)) == date(2027, 2, 8)
