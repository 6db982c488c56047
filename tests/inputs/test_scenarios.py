"""Scenarios: the changes of a book, and what cannot be changed."""

from datetime import date, time, timedelta

import pytest

from inputs import BadInputs, read
from inputs.scenarios import Scenario, scenarios
from rostering.domain import Place
from tests.inputs.books import FIRST, small_book, write_csv

HEAD = "scenario,sheet,row,column,value"


@pytest.fixture
def small(tmp_path):
    """The path of the small book."""
    folder = tmp_path / "book"
    write_csv(folder, small_book())
    return folder


@pytest.fixture
def told(tmp_path):
    """The scenarios of some lines."""

    def run(*lines):
        path = tmp_path / "what.csv"
        path.write_text("\n".join((HEAD, *lines)))
        return scenarios(path)

    return run


@pytest.fixture
def changed(small, told):
    """The problem of the one scenario of some lines."""

    def run(*lines):
        (scenario,) = told(*(f"x,{line}" for line in lines))
        return read(small, first=FIRST, weeks=2, changed=scenario.changed).problem

    return run


@pytest.fixture
def fault(small, told):
    """The one fault of a line, wherever it is found."""

    def read_with(line):
        (scenario,) = told(f"x,{line}")
        read(small, first=FIRST, weeks=2, changed=scenario.changed)

    def run(line):
        with pytest.raises(BadInputs) as bad:
            read_with(line)
        errors = [f for f in bad.value.faults if f.severity.value == "error"]
        assert len(errors) == 1
        assert errors[0].place.file == "what.csv"
        return errors[0]

    return run


def test_a_book_without_a_change_is_the_book(small):
    base = Scenario("as it is")
    asked = {"first": FIRST, "weeks": 2}
    as_it_is = read(small, changed=base.changed, **asked)
    assert as_it_is.problem == read(small, **asked).problem


def test_a_rule_gets_a_parameter_that_the_sheet_did_not_have(changed):
    (setting,) = (s for s in changed("Rules,rest-01,rest,12 h").settings
                  if s.parameter == "rest" and not s.applies_to)  # fmt: skip
    assert (setting.code, setting.value) == ("REST-01", "12 h")
    assert setting.source == "what if: x"


def test_a_parameter_is_set_once_where_the_book_sets_it_already(changed):
    two = changed("Rules,REST-01,rest,12 h", "Rules,REST-01,rest,13 h").settings
    rest = [(s.applies_to, s.value) for s in two if s.parameter == "rest"]
    assert rest == [("", "13 h"), ("P01", "11:00")]


def test_cells_of_the_rows_that_are_meant_are_changed(changed):
    starts = {
        (shift.unit, shift.turn): shift.span.start.time()
        for shift in changed("Cover,unit=jr-01 and turn=night,start,19:00").shifts
    }
    assert starts["JR-01", "night"] == time(19)
    assert starts["JR-02", "late"] == time(15)


def test_a_column_that_the_sheet_has_not_is_added(changed):
    people = changed("People,Ann Ash,same as,", "People,all,commute,20").people
    assert {person.commute for person in people} == {20}


def test_new_rows_are_made_of_the_changes_with_one_name(changed):
    problem = changed(
        "Leave,new,person,P02",
        "Leave,new,kind,annual",
        "Leave,new,from,12/01/2027",
        "Leave,new,to,13/01/2027",
        "Off road,new 2,unit,JR-02",
        "Off road,new 2,from,2027-01-12",
        "Off road,new 2,to,2027-01-12",
    )
    assert sum(leave.person == "P02" for leave in problem.leave) == 2
    assert len(problem.off_road) == 2


def test_who_is_taken_out_is_gone_from_every_sheet(changed):
    problem = changed("People,P01,,remove", "fewer,special,,1")
    assert [person.id for person in problem.people] == ["P02", "R01", "S01"]
    about = {x.person for x in (*problem.training, *problem.leave, *problem.history)}
    assert not about & {"P01", "S02"}


def test_a_car_that_is_taken_out_leaves_its_riders_the_others(changed):
    problem = changed("Units,JR-02,,remove")
    (ann,) = (person for person in problem.people if person.id == "P01")
    assert ann.units == ("JR-01",)
    assert {shift.unit for shift in problem.shifts} == {"JR-01"}


def test_one_more_car_has_the_cover_and_the_riders_of_another(changed):
    problem = changed("car,jr-02,,JR-05")
    shifts = [shift for shift in problem.shifts if shift.unit in ("JR-02", "JR-05")]
    assert len(shifts) == 4
    riders = {p.id for p in problem.people if "JR-05" in p.units}
    assert {"P01", "P02"} <= riders


@pytest.mark.parametrize("minutes", [60, -30])
def test_turns_are_moved_with_their_ends(changed, minutes):
    before = changed("Off road,all,reason,x").shifts
    after = changed(f"later,JR-02,,{minutes}").shifts
    for one, other in zip(before, after, strict=True):
        by = timedelta(minutes=minutes if one.unit == "JR-02" else 0)
        assert other.span.start - one.span.start == by
        assert other.span.end - one.span.end == by


def test_settings_are_read_and_change_no_sheet(told):
    (scenario,) = told(
        "x,weeks,,,6", "x,from,,,11/01/2027", "x,weights,,,fair-first", "x,seed,,,3"
    )
    assert scenario.number("weeks") == 6
    assert scenario.number("seed") == 3
    assert scenario.number("effort") is None
    assert scenario.first == date(2027, 1, 11)
    assert scenario.weights == "fair-first"
    assert scenario.told[0] == "weeks 6"


def test_rows_of_one_name_belong_together_wherever_they_stand(told):
    names = [s.name for s in told("a,weeks,,,6", "b,seed,,,1", "A,seed,,,2")]
    assert names == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "cell", "found"),
    [
        ("Ruels,REST-01,rest,12", "B2", "Ruels"),
        ("weeks,,,many", "E2", "many"),
        ("seed,,,", "E2", "nothing"),
        ("fewer,parmedic,,1", "C2", "parmedic"),
        ("fewer,paramedic,,3", "E2", "3"),
        ("fewer,paramedic,,some", "E2", "some"),
        ("car,JR-09,,JR-10", "C2", "JR-09"),
        ("car,JR-01,,JR-02", "E2", "JR-02"),
        ("later,JR-02,,soon", "E2", "soon"),
        ("later,early,,60", "C2", "early"),
        (
            "Cover,unit=JR-01 and tern=late,start,15:00",
            "C2",
            "unit=JR-01 and tern=late",
        ),
        ("Cover,JR-09,start,15:00", "C2", "JR-09"),
        ("Cover,JR-01,statr,15:00", "D2", "statr"),
        ("Cover,JR-01,,15:00", "D2", "nothing"),
        ("Cover,JR-02,start,half past", "E2", "half past"),
        ("Units,new,callsign,JR-10", "E2", "nothing"),
        ("Units,new,colour,blue", "D2", "colour"),
    ],
)
def test_what_cannot_be_changed_is_a_fault_at_its_cell(fault, line, cell, found):
    told = fault(line)
    assert told.place.cell == cell
    assert told.found == found


def test_a_slip_is_told_with_what_was_probably_meant(fault):
    assert fault("Ruels,REST-01,rest,12").likely == "Rules"
    assert fault("fewer,parmedic,,1").likely == "paramedic"
    assert fault("Cover,JR-01,statr,15:00").likely == "start"


def test_the_name_of_the_base_is_taken(told):
    with pytest.raises(BadInputs) as bad:
        told("As it is,weeks,,,6")
    assert bad.value.faults[0].place == Place("what.csv", "what", "A2")


def test_a_file_of_something_else_is_refused(small):
    with pytest.raises(BadInputs) as bad:
        scenarios(small)
    assert "scenario, sheet, row, column and value" in bad.value.faults[0].wanted
