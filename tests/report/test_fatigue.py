"""Whom a rota tires, and who drives."""

from io import StringIO

import pytest
from rich.console import Console

from rostering.drawing import parse
from rostering.report.console.fatigue import fatigue_shown
from rostering.report.fatigue import crews, fatigue_document, gives_warning, tiredness


def test_an_empty_rota_tires_nobody():
    rota = parse("Ann -\nneed L")
    assert tiredness(rota) == crews(rota) == ()
    assert fatigue_document(rota) == {"people": [], "crews": []}


def test_the_most_tired_come_first_and_those_who_do_not_ride_are_left_out():
    rota = parse("Ann L - -\nBob:paramedic L L L\nCal:paramedic .L .L - -")
    assert [each.person.id for each in tiredness(rota)] == ["Bob", "Ann"]


def test_the_peaks_say_when_they_are():
    (ann,) = tiredness(parse("Ann L L - - S"))
    assert ann.riskiest.duty.day.isoformat() == "2027-01-05"
    assert ann.sleepiest.duty.day.isoformat() == "2027-01-08"
    assert len(ann.scores) == 3
    assert ann.mean_risk == pytest.approx(sum(s.risk for s in ann.scores) / 3)


def test_work_of_every_kind_counts_towards_the_next_shift():
    alone, after = (
        tiredness(parse(text))[0].riskiest.risk
        for text in ("Sam:special S", "Sam:special S\nterms Sam job=9-17")
    )
    assert after == pytest.approx(1.17, abs=0.05)
    assert alone == pytest.approx(0.76, abs=0.05)
    recorded, trained = (
        tiredness(parse(text))[0].riskiest.risk for text in ("Ann .L L", "Ann T L")
    )
    assert min(recorded, trained) > tiredness(parse("Ann L"))[0].riskiest.risk


def test_rests_of_less_than_half_a_day_beside_a_shift_are_counted():
    (ann,) = tiredness(parse("Ann L E L"))
    assert ann.short_gaps == 1
    (bob,) = tiredness(parse("Bob@A - - - L\nteam A L E - - - - - - - - - - -"))
    assert bob.short_gaps == 0


def test_the_longest_run_is_one_with_a_shift_in_it():
    (ann,) = tiredness(parse("Ann .L .L .L .L .L .- L T L"))
    assert ann.longest_run == 3
    (bob,) = tiredness(parse("Ann .L L L"))
    assert bob.longest_run == 3


def test_nights_on_end_reach_what_the_railways_look_into():
    (ann,) = tiredness(parse("Ann .N .N .N .N .N N"))
    assert len(ann.warnings) == 1
    assert gives_warning(ann.sleepiest)
    assert tiredness(parse("Ann N"))[0].warnings == ()


def test_the_fresher_one_drives():
    (crew,) = crews(parse("Ann .L .L L\nBob:regular .- .- L"))
    assert [person.id for person, _ in crew.members] == ["Bob", "Ann"]
    assert crew.driver.id == "Bob"


def test_whoever_may_not_drive_does_not_however_fresh():
    drawing = "Ann .L .L L\nBob:regular .- .- L\ncrew p:paramedic o:regular any:driving"
    (crew,) = crews(parse(f"{drawing}\nskill Ann driving"))
    assert crew.driver.id == "Ann"
    (nobody,) = crews(parse(drawing))
    assert nobody.driver is None
    assert fatigue_document(parse(drawing))["crews"][0]["drives"] is None


def test_of_two_as_fresh_the_first_by_name_drives():
    (crew,) = crews(parse("Bob:regular L\nAnn L"))
    assert crew.driver.id == "Ann"


def test_the_most_tired_crew_comes_first_however_many_ride():
    rota = parse("Ann .L .L L1\nBob:special L2\nCal:special L2\nDee:special L2")
    assert [crew.shift.unit for crew in crews(rota)] == ["J1", "J2"]


def test_a_long_way_to_work_tires():
    near, far = (
        tiredness(parse(f"Ann L\nterms Ann commute={way}"))[0].riskiest.risk
        for way in (20, 90)
    )
    assert near < far


def test_the_document_has_people_and_crews():
    found = fatigue_document(parse("Ann L\nBob:regular L"))
    (crew,) = found["crews"]
    assert crew["drives"] == "Ann"
    assert [member["person"] for member in crew["members"]] == ["Ann", "Bob"]
    ann, _ = found["people"]
    assert ann["peak_risk"] == {
        "date": "2027-01-04",
        "what": "J1 late",
        "risk": 0.82,
        "fatigue": 10.4,
    }
    assert (ann["shifts"], ann["short_gaps"], ann["longest_run"]) == (1, 0, 1)
    assert ann["warnings"] == []


def shown(rota, most):
    console = Console(width=140, file=StringIO())
    for part in fatigue_shown(tiredness(rota), crews(rota), most):
        console.print(part)
    return " ".join(console.file.getvalue().split())


def test_no_more_are_shown_than_are_asked_for_and_the_others_are_counted():
    rota = parse("Ann L1 - L1\nBob:paramedic L2 - -\nCal:paramedic L3 - -")
    few, every = shown(rota, 1), shown(rota, None)
    assert "and 2 people less tired: --all" in few
    assert "and 3 crews less tired: --all" in few
    assert ("Cal" in few, "Cal" in every) == (False, True)
    assert "less tired" not in every


def test_a_crew_in_which_nobody_may_drive_says_so():
    said = shown(parse("Ann L\ncrew p:paramedic any:driving"), None)
    assert "nobody may" in said


def test_one_shift_and_several_that_give_warning_are_told_in_good_english():
    one = shown(parse("Ann .N .N .N .N .N N"), None)
    assert "1 shift of somebody, marked !, reaches what the railways look into." in one
    two = shown(parse("Ann .N .N .N .N .N N N"), None)
    assert "2 shifts of somebody, marked !, reach what the railways look into." in two
