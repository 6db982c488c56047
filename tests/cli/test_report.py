import json
from io import StringIO

import pytest
from rich.console import Console

from rostering.drawing import parse
from rostering.report.console.cost import costs_shown
from rostering.worth.cost import costs


def test_cost_cover_and_worth_are_told(built, rota):
    result = rota("report", built)
    assert result.exit_code == 0
    said = result.stdout
    assert "paramedic, T: " in said
    assert "Crewed: 3 of 4 shifts, 75.0% of the hours." in said
    assert "Worth: £" not in said
    assert "All together: " in said
    assert "In pounds too: --rate paramedic=… --rate physiotherapist=…" in said
    assert "Cover by car" in said
    assert "Cover by day of the week and hour" in said
    assert "Wed  ·· ·· ··" in said
    assert "Worth, an estimate by published figures" in said
    assert "£" not in said.partition("Cover by")[0]
    joint = rota("report", built, "--officer", "paramedic").stdout
    assert "AACE, Joint Response Unit, April 2021" in joint


def test_rates_turn_hours_into_pounds(built, rota):
    words = ("report", built, "--rate", "paramedic=£20", "--json")
    found = json.loads(rota(*words).stdout)["cost"]
    by_role = {group["role"]: group for group in found["groups"]}
    paramedics = by_role["paramedic"]
    assert paramedics["pounds"] == pytest.approx(
        20 * (paramedics["paid_hours"] + paramedics["on_top_hours"]), abs=0.02
    )
    assert by_role["physiotherapist"]["pounds"] is None


def test_a_volunteer_who_may_be_paid_staff_is_told_of():
    def said(extra=""):
        console = Console(file=StringIO(), width=100)
        for part in costs_shown(
            costs(parse(f"Sam:special S{extra}")), 100, everybody=False
        ):
            console.print(part)
        return console.file.getvalue()

    assert "has a band on the sheet People" in said()
    assert "has a band" not in said("\nterms Sam status=IPS")


def test_expenses_are_part_of_the_pounds(built, rota):
    words = ("report", built, "--rate", "paramedic=20", "--expense", "paramedic=5")
    assert "expenses" in rota(*words).stdout
    (group, _) = json.loads(rota(*words, "--json").stdout)["cost"]["groups"]
    assert group["expenses_pounds"] == 15
    paid = 20 * (group["paid_hours"] + group["on_top_hours"])
    assert group["pounds"] == pytest.approx(paid + 15, abs=0.02)
    result = rota("report", built, "--expense", "nurse=5")
    said = "--expense nurse=5 gives no role of the book its pounds a shift."
    assert said in result.stderr


def test_everybody_is_shown_if_asked_for(built, rota):
    assert "Cat Fox" not in rota("report", built).stdout
    shown = rota("report", built, "--people").stdout
    (line,) = [x for x in shown.splitlines() if "Cat Fox" in x]
    assert line.split()[2:5] == ["30.0", "28.5", "1.5"]


def test_the_document_tells_every_hour_and_every_figure(built, rota):
    found = json.loads(rota("report", built, "--json").stdout)
    (car,) = found["cover"]
    assert car["shifts"] == {"asked": 4, "crewed": 3}
    assert (car["hours_asked"], car["hours_crewed"]) == (40, 30)
    assert {(x["weekday"], x["asked"], x["crewed"]) for x in car["hours"]} == {
        (0, 1, 1),
        (1, 1, 1),
        (2, 1, 0),
        (3, 1, 1),
    }
    assert found["worth"]["is_estimate"] is True
    for estimate in found["worth"]["estimates"]:
        assert set(estimate["figures"]) <= found["worth"]["figures"].keys()
    assert all(each["source"] for each in found["worth"]["figures"].values())


def test_days_of_which_nothing_is_published_count_if_somebody_says_so(built, rota):
    def incidents(*words):
        words = ("--officer", "physiotherapist", *words)
        said = json.loads(rota("report", built, *words, "--json").stdout)
        return said["worth"]["estimates"][0]["amount"]

    assert incidents() == 0
    assert incidents("--figure", "other_days=100") == 26.25
    told = rota("report", built, "--officer", "paramedic").stdout
    assert "on other days is not published" in told


def test_local_terms_of_pay_and_the_day_of_telling_may_be_said(built, rota):
    words = ("report", built, "--term", "meal-break=60", "--told", "2027-01-02")
    said = rota(*words).stdout
    assert "Pay with meal-break 60: minutes of unpaid break" in said
    assert "Told on Sat 2 Jan 2027." in said
    found = json.loads(rota(*words, "--json").stdout)["cost"]
    assert found["told"] == "2027-01-02"
    assert found["terms"]["meal-break"]["value"] == "60"
    usual = json.loads(rota("report", built, "--json").stdout)["cost"]
    assert usual["terms"]["meal-break"]["value"] == "30"
    less, more = (x["groups"][0]["paid_hours"] for x in (found, usual))
    assert more - less == 1.5


@pytest.mark.parametrize("term", ["half", "half=maybe", "bonus=3"])
def test_a_term_that_is_not_understood_lists_them_all(built, rota, term):
    result = rota("report", built, "--term", term)
    assert result.exit_code == 2
    assert "sets nothing" in result.stderr
    assert "  clock-change: " in result.stderr


def test_cover_and_worth_of_one_car_may_be_asked_for(built, rota):
    words = ("report", built, "--officer", "paramedic")
    assert rota(*words, "--unit", "f-1").stdout == rota(*words).stdout
    result = rota(*words, "--unit", "F-9")
    assert result.exit_code == 2
    assert "has no car F-9.\nIts cars are F-1." in result.stderr


def test_cars_without_officers_are_not_what_the_figures_are_of(built, rota):
    said = rota("report", built).stdout
    assert "3 crewed shifts without an officer" in said
    assert "nothing is estimated" in said
    assert "joint incidents" not in said
    told = rota("report", built, "--officer", "paramedic").stdout
    assert "without an officer" not in told


@pytest.mark.parametrize("said", ["officers", "officers=many", "cars=2", "seen=-1"])
def test_a_figure_that_is_not_understood_is_told(built, rota, said):
    result = rota("report", built, "--figure", said)
    assert result.exit_code == 2
    assert "the figures are weekend_incidents" in result.stderr.replace("\n", " ")


@pytest.mark.parametrize("said", ["paramedic", "paramedic=nan", "nurse=20", "=2"])
def test_a_rate_that_is_not_understood_is_told(built, rota, said):
    result = rota("report", built, "--rate", said)
    assert result.exit_code == 2
    assert "the roles are paramedic, physiotherapist" in result.stderr


def test_it_fits_eighty_columns(built, rota, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    said = rota("report", built, "--people").stdout
    assert max(map(len, said.splitlines())) <= 80


def test_no_name_is_broken_within_a_word_where_there_are_many_kinds():
    drawing = "Constantine-Featherby L L L L L L L\nholiday - - x"
    console = Console(file=StringIO(), width=80)
    for part in costs_shown(costs(parse(drawing)), 80, everybody=True):
        console.print(part)
    said = console.file.getvalue()
    assert "Constantine-Featherby " in said
    assert " overtime " in said


def test_no_private_reason_is_told(folder, rota):
    from tests.cli.test_private import PERIOD, SECRETS, book
    from tests.inputs.books import write_csv

    write_csv(folder / "book", book())
    rota("build", "book", *PERIOD)
    told = rota("report", "rota", "--people").output
    told += rota("report", "rota", "--json").output
    told += rota("compare", "rota", "rota", "--json").output
    assert "paramedic" in told
    assert [secret for secret in SECRETS if secret in told.casefold()] == []
