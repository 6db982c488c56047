"""What is proved of cover, as a person reads it and as a program does."""

import json

from tests.cli.books import falls
from tests.inputs.books import put, write_csv

PERIOD = ("--from", "2027-01-04", "--weeks", 1)

LEAVE = """\
3 of 4 shifts are crewed.
Proved: no legal rota crews more.
1 shift must stay open, as these show:

1. F-1 Wed 6 Jan day: cannot be crewed
  post             who could  what is against the others
  ────────────────────────────────────────────────────────────
  physiotherapist  nobody     1 on leave ([Leave.csv]Leave!C2)
"""


def lines(text):
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_a_shift_that_nobody_can_crew_is_shown_with_who_is_stopped(built, rota):
    result = rota("proof", built)
    assert result.exit_code == 0
    assert lines(result.stdout) == LEAVE.rstrip()


def test_a_rota_that_crews_all_says_so_and_no_more(folder, rota):
    sheets = falls()
    del sheets["Leave"]
    write_csv(folder / "full", sheets)
    assert rota("build", "full", *PERIOD).exit_code == 0
    assert rota("proof", "rota").stdout == "All of 4 shifts are crewed.\n"


def test_a_rule_that_binds_is_named_with_its_figures_and_its_cell(folder, rota):
    sheets = put(falls(), "People", {"weekly hours": "12"}, row=4)
    sheets["Rules"] = [["code", "parameter", "value"], ["HOURS-04", "tolerance", "4 h"]]
    del sheets["Leave"]
    write_csv(folder / "short", sheets)
    assert rota("build", "short", *PERIOD).exit_code == 0
    said = " ".join(rota("proof", "rota").stdout.split())
    assert "4 shifts" in said
    assert "at most 1 of" in said
    assert "HOURS-04 Overtime: Cat Fox," in said
    assert "[Rules.csv]Rules!C2" in said


def test_json_has_the_same(built, rota):
    document = json.loads(rota("proof", built, "--json").stdout)
    figures = {name: document[name] for name in ("wanted", "crewed", "most", "proved")}
    assert figures == {"wanted": 4, "crewed": 3, "most": 3, "proved": True}
    assert (document["shown"], document["unshown"], document["faults"]) == (1, 0, [])
    (witness,) = document["witnesses"]
    assert [shift["date"] for shift in witness["shifts"]] == ["2027-01-06"]
    assert (witness["most"], witness["missing"], witness["because"]) == (0, 1, [])
    assert [post["post"] for post in witness["posts"]] == [
        "paramedic",
        "physiotherapist",
    ]


def test_a_rota_that_was_emptied_by_hand_is_told_what_could_be(built, rota, folder):
    path = folder / built / "rota.csv"
    head = path.read_text(encoding="utf-8-sig").splitlines()
    kept = [line for line in head if "2027-01-04" not in line.split(",")[0]]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8-sig")
    said = rota("proof", built).stdout
    assert "2 of 4 shifts are crewed." in said
    assert "No legal rota crews more than 3" in said
