from dataclasses import replace

import pytest

from rostering.domain import Place, Severity
from rostering.saved.lines import COLUMNS, State
from rostering.saved.reading import SavedRota
from rostering.saved.rebuild import changed_files, rebuilt
from rostering.saved.records import Record


def saved(lines):
    records = [
        Record(line.texts, {c: Place("rota.csv", "rota", f"{c}{n}") for c in COLUMNS})
        for n, line in enumerate(lines, 2)
    ]
    return SavedRota("rota.csv", tuple(lines), tuple(records), {})


def changed(built, **values):
    """The rota with its first filled line changed."""
    lines = list(built.lines)
    index = next(n for n, line in enumerate(lines) if line.state is State.FILLED)
    lines[index] = replace(lines[index], **values)
    _, faults = rebuilt(built.rota.problem, saved(lines))
    return [(f.place.cell.rstrip("0123456789"), f.severity) for f in faults]


def test_the_rota_comes_back_from_its_lines(built):
    rota, faults = rebuilt(built.rota.problem, saved(built.lines))
    assert rota.fills == built.rota.fills
    assert faults == ()


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("unit", {"unit": "J9"}),
        ("turn", {"turn": "dawn"}),
        ("post", {"post": "driver"}),
        ("person", {"person": "Zed"}),
    ],
)
def test_what_the_book_does_not_know_is_an_error_at_its_cell(built, column, values):
    assert changed(built, **values) == [(column, Severity.ERROR)]


def test_a_rota_of_another_book_is_one_fault_that_says_so(built):
    lines = [replace(line, unit="J9") for line in built.lines]
    rota, (fault,) = rebuilt(built.rota.problem, saved(lines))
    assert rota.fills == frozenset()
    assert fault.found == "a rota of J9, Mon 4 Jan 2027 to Fri 8 Jan 2027"
    assert fault.wanted.endswith("or the rota's own book after --book")


def test_a_date_outside_the_period_is_an_error_at_the_date(built):
    day = built.rota.problem.period.last.replace(year=2030)
    assert changed(built, day=day) == [("date", Severity.ERROR)]


def test_a_name_or_time_that_differs_from_the_book_is_a_warning(built):
    assert changed(built, name="Annie") == [("name", Severity.WARNING)]
    other = built.lines[-1].span
    assert changed(built, span=other) == [("start", Severity.WARNING)]


def test_the_name_of_somebody_else_is_an_error_as_nobody_knows_who_is_meant(built):
    line = next(line for line in built.lines if line.state is State.FILLED)
    others = {person.name for person in built.rota.problem.people} - {line.name}
    assert changed(built, name=min(others)) == [("name", Severity.ERROR)]


def test_a_name_in_the_place_of_the_id_leads_to_the_id(built):
    people = tuple(replace(p, name=f"{p.id} Doe") for p in built.rota.problem.people)
    problem = replace(built.rota.problem, people=people)
    lines = [replace(x, person=x.name and f"{x.name} Dow") for x in built.lines]
    _, faults = rebuilt(problem, saved(lines))
    likely = {fault.likely for fault in faults if fault.severity is Severity.ERROR}
    assert likely == {line.person for line in built.lines if line.person}


def test_somebody_twice_in_one_shift_is_an_error(built):
    line = next(line for line in built.lines if line.state is State.FILLED)
    _, faults = rebuilt(built.rota.problem, saved([line, line]))
    assert [f.place.cell for f in faults] == ["person3"]


def test_a_near_miss_is_told(built):
    line = next(line for line in built.lines if line.person == "Ann")
    wrong = replace(line, person="Anm", name="Ann")
    _, faults = rebuilt(built.rota.problem, saved([wrong]))
    assert [f.likely for f in faults] == ["Ann"]


def test_a_shift_without_lines_is_a_shift_without_a_crew(built):
    rota, faults = rebuilt(built.rota.problem, saved([]))
    assert rota.fills == frozenset()
    assert faults == ()


def test_a_book_that_changed_since_is_told_file_by_file():
    now = {"a.xlsx": "1", "b.xlsx": "2", "c.xlsx": "3"}
    before = {"a.xlsx": "1", "b.xlsx": "0", "d.xlsx": "4"}
    told = [(f.place.file, f.severity) for f in changed_files(now, before)]
    assert told == [(name, Severity.WARNING) for name in ("b.xlsx", "c.xlsx", "d.xlsx")]


def test_a_rota_that_does_not_say_what_it_was_built_from_gives_no_warning():
    assert list(changed_files({"a.xlsx": "1"}, None)) == []
