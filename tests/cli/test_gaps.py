import json

import pytest


@pytest.fixture
def gaps(built, rota):
    """Ask for the gaps of the small rota: the exit code and the words."""

    def ask(*words):
        result = rota("gaps", built, *words)
        return result.exit_code, result.stdout + result.stderr

    return ask


TOLD = """\
1 open shift

Wed 6 Jan  F-1  day  08:00–18:00
  □ paramedic
     2 free, with no physiotherapist: Ann Lee, =Bob Day
  □ physiotherapist
     1 on leave ([Leave.csv]Leave!C2): Cat Fox (on leave Wed 6 Jan 2027)
  1. Ask Cat Fox to give Wed 6 Jan 2027 of leave back ([Leave.csv]Leave!C2)
"""


def test_an_open_shift_is_told_with_its_reasons_and_its_repair(gaps):
    code, said = gaps()
    assert code == 0
    assert said.startswith(TOLD)
    assert "· Cat Fox goes on F-1 on Wed 6 Jan as physiotherapist" in said


def test_repairs_can_be_left_out(gaps):
    code, said = gaps("--no-repairs")
    assert code == 0
    assert "Cat Fox (on leave Wed 6 Jan 2027)" in said
    assert "give" not in said


def test_other_days_and_cars_have_no_gaps(gaps):
    assert gaps("--from", "2027-01-07") == (0, "No open shifts.\n")
    assert gaps("--unit", "f-1", "--weeks", 1)[1].startswith("1 open shift\n")
    code, said = gaps("--unit", "G-1")
    assert code == 2
    assert "It has F-1." in said


def test_other_programs_are_told_the_same(built, rota):
    told = json.loads(rota("gaps", built, "--json").stdout)
    assert list(told) == ["shifts", "together", "breaches", "faults", "names"]
    assert told["breaches"] == 0
    assert told["names"] == {"P1": "Ann Lee", "P2": "=Bob Day", "X1": "Cat Fox"}
    ((shift,), faults) = told["shifts"], told["faults"]
    assert (shift["date"], shift["unit"], faults) == ("2027-01-06", "F-1", [])
    (repair,) = shift["repairs"]
    assert [ask["kind"] for ask in repair["asks"]] == ["leave asked back"]
    assert repair["asks"][0]["places"] == ["[Leave.csv]Leave!C2"]


def test_a_rota_edited_by_hand_is_told_what_needs_nobody_to_be_asked(
    built, rota, folder
):
    path = folder / built / "rota.csv"
    kept = [
        line
        for line in path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
        if not line.startswith("2027-01-05")
    ]
    path.write_text("".join(kept))
    said = rota("gaps", built, "--weeks", 1).stdout
    assert "Tue 5 Jan  F-1  day" in said
    assert "Nothing needs to be asked: the people on the rota can do it" in said


def test_a_csv_file_from_elsewhere_needs_only_a_book(built, rota, folder):
    alone = folder / "alone.csv"
    (folder / built / "rota.csv").rename(alone)
    assert rota("gaps", alone).exit_code == 2
    result = rota("gaps", alone, "--book", "book")
    assert result.exit_code == 0
    assert "Cat Fox" in result.stdout


@pytest.mark.parametrize("most", ["0", "ten"])
def test_a_number_of_repairs_that_cannot_be_is_refused(gaps, most):
    code, said = gaps("--most", most)
    assert code == 2
    assert "whole number from 1 to 9" in said


def test_somebody_away_since_the_rota_was_built_can_be_replaced(built, rota, folder):
    assert "breach" not in rota("gaps", built).stdout
    leave = folder / "book" / "Leave.csv"
    with leave.open("a", encoding="utf-8") as file:
        file.write("P1,sick,04/01/2027,10/01/2027\nP2,annual,07/01/2027,10/01/2027\n")
    said = rota("gaps", built).stdout
    assert "of what must hold." in said
    assert "rota audit" in said
    path = folder / built / "rota.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    opened = [
        line.replace(",P1,Ann Lee,paramedic,filled,", ",,,,open,")
        for line in lines
        if ",P2," not in line
    ]
    assert opened != lines
    path.write_text("\n".join(opened) + "\n")
    said = rota("gaps", built).stdout
    assert "1 away" in said
    assert "Nothing needs to be asked" in said
    assert "sick" not in said
