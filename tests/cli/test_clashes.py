"""Pins that cannot hold, as the commands tell of them, and the changes offered."""

import json

import pytest

from inputs._cells import letters
from tests.cli.books import falls
from tests.inputs.books import more, write_csv

PERIOD = ("--from", "2027-01-04", "--weeks", 1)

LEAVE_CLASH = """\
No rota is possible: 1 clash.
These cannot all hold, and any one fewer could
        what                                         cell
  ──────────────────────────────────────────────────────────────────────
  pin   Cat Fox is pinned on F-1 on Wed 6 Jan 2027   [Pins.csv]Pins!D2
  fact  Cat Fox: on leave Wed 6 Jan 2027             [Leave.csv]Leave!C2
  rule  LEAVE-01 Leave, training, court and courses  as usual

Each of these ends the clash; a rota was found with it and audited
  1.  clear row 2 of [Pins.csv]Pins  Cat Fox is pinned on F-1 no longer, Wed 6
                                     Jan 2027
  2.  clear row 2 of [Leave.csv]Leave  Cat Fox is asked to move the leave that
                                       begins Wed 6 Jan 2027

Make the changes of one of these in the book, then build again.
"""


def pinned(*rows, rules=()):
    """The small book with these pins, and these rows of Rules."""
    sheets = falls()
    sheets["Pins"] = [["person", "unit", "date", "pin"]]
    more(sheets, "Pins", *rows)
    if rules:
        sheets["Rules"] = [["code", "mode", "parameter", "value"]]
        more(sheets, "Rules", *rules)
    return sheets


def changed(sheets, edits):
    """The sheets after a manager has done as the edits say."""
    for edit in edits:
        for cell in edit["cells"]:
            row = sheets[cell["sheet"]][int(cell["cell"].lstrip("ABCDEFGH")) - 1]
            columns = range(len(row))
            if not edit["clear_rows"]:
                column = cell["cell"].rstrip("0123456789")
                columns = [i for i in columns if letters(i + 1) == column]
            for index in columns:
                row[index] = edit["write"]
    return sheets


def test_build_tells_of_the_clash_and_of_every_change_that_ends_it(
    folder, rota, monkeypatch
):
    monkeypatch.setenv("COLUMNS", "80")
    write_csv(folder / "clash", pinned("X1 | F-1 | 06/01/2027 | on"))
    result = rota("build", "clash", *PERIOD)
    assert (result.exit_code, result.stdout) == (1, "")
    lines = (line.rstrip() for line in result.stderr.splitlines())
    assert "\n".join(lines) == LEAVE_CLASH.rstrip()
    assert not (folder / "rota").exists()


def test_check_finds_the_clash_before_anything_is_planned(folder, rota):
    write_csv(folder / "clash", pinned("X1 | F-1 | 06/01/2027 | on"))
    result = rota("check", "clash", *PERIOD)
    assert result.exit_code == 2
    assert "These cannot all hold" in result.stdout
    assert "No rota is possible: 1 clash." in result.stdout
    assert "No faults" not in result.stdout


def test_check_of_pins_that_can_hold_says_nothing_of_them(folder, rota):
    write_csv(folder / "fine", pinned("X1 | F-1 | 05/01/2027 | on"))
    result = rota("check", "fine", *PERIOD)
    assert result.exit_code == 0
    assert "cannot all hold" not in result.stdout
    assert "No faults. Next: rota build fine" in result.stdout


BOOKS = {
    "leave": pinned("X1 | F-1 | 06/01/2027 | on"),
    "said twice": pinned("X1 | F-1 | 06/01/2027 | on", "X1 | F-1 | 06/01/2027 | on"),
    "no shift": pinned("X1 | F-1 | 09/01/2027 | on"),
    "off and on": pinned("P1 | F-1 | 05/01/2027 | on", "X1 | F-1 | 05/01/2027 | off"),
    "figure": pinned(
        "P1 | F-1 | 04/01/2027 | on",
        "P1 | F-1 | 05/01/2027 | on",
        rules=["REST-01 | | rest | 15 h"],
    ),
    "mode": {
        **pinned(
            "P1 | F-1 | 05/01/2027 | on",
            "X1 | F-1 | 05/01/2027 | on",
            rules=["PAIR-02 | hard | |"],
        ),
        "Pairs": [["first", "second", "kind"], ["P1", "X1", "avoid"]],
        "People": [
            *falls()["People"],
            ["X2", "Dee Ash", "physiotherapist", "H", "F-1", "37.5"],
        ],
    },
}


@pytest.mark.parametrize("name", BOOKS)
def test_every_change_offered_made_in_the_file_gives_a_rota(folder, rota, name):
    write_csv(folder / "clash", BOOKS[name])
    result = rota("build", "clash", *PERIOD, "--json")
    assert result.exit_code == 1
    repairs = json.loads(result.stdout)["repairs"]
    assert repairs
    for number, repair in enumerate(repairs):
        sheets = {
            name: [list(row) for row in rows] for name, rows in BOOKS[name].items()
        }
        path = folder / f"mended-{number}"
        write_csv(path, changed(sheets, repair["edits"]))
        built = rota("build", path.name, *PERIOD, "--out", f"rota-{number}")
        assert built.exit_code == 0, built.output


def test_a_figure_that_clashes_is_named_by_its_cell_and_set_back(folder, rota):
    write_csv(folder / "clash", BOOKS["figure"])
    document = json.loads(rota("build", "clash", *PERIOD, "--json").stdout)
    (clash,) = document["clashes"]
    assert [m["place"] for m in clash["members"]] == [
        "[Pins.csv]Pins!D2",
        "[Pins.csv]Pins!D3",
        "[Rules.csv]Rules!D2",
    ]
    written = [e["write"] for r in document["repairs"] for e in r["edits"]]
    assert written == ["", "", "11 h"]


def test_a_figure_of_one_person_goes_back_to_what_a_wider_row_sets(folder, rota):
    sheets = pinned("P1 | F-1 | 04/01/2027 | on", "P1 | F-1 | 05/01/2027 | on")
    sheets["Rules"] = [
        ["code", "applies to", "parameter", "value"],
        ["REST-01", "paramedic", "rest", "12 h"],
        ["REST-01", "P1", "rest", "15 h"],
    ]
    write_csv(folder / "clash", sheets)
    document = json.loads(rota("build", "clash", *PERIOD, "--json").stdout)
    edit = document["repairs"][-1]["edits"][0]
    assert (edit["write"], edit["cells"][0]["cell"]) == ("12 h", "D3")
    assert edit["said"] == "REST-01 Daily rest has the rest that a wider row sets"


def test_many_facts_that_say_the_same_share_a_line_and_keep_their_cells(
    folder, rota, monkeypatch
):
    monkeypatch.setenv("COLUMNS", "200")
    sheets = falls()
    sheets["Crews"] += [["falls", "officer", "special", "1", "1", "2"]]
    people = ["Sam Oak", "Tom Elm", "Una Yew", "Vic Fir", "Wes Box"]
    for number, name in enumerate(people, 1):
        more(sheets, "People", f"S{number} | {name} | special | K | F-1")
    sheets["People"][0].append("status")
    for row in sheets["People"][1:]:
        row.append({"S5": "APS"}.get(row[0], "IPS"))
    sheets["Availability"] = [["person", "date", "from", "to"]]
    more(sheets, "Availability", "S5 | 05/01/2027 | 08:00 | 18:00")
    sheets["Pins"] = [
        ["person", "unit", "date", "pin"],
        ["S5", "F-1", "05/01/2027", "on"],
    ]
    write_csv(folder / "clash", sheets)
    said = " ".join(rota("build", "clash", *PERIOD).stderr.split())
    assert "Sam Oak, Tom Elm, Una Yew and 1 more: offers no time" in said
    assert "[People.csv]People!A5, A6, A7, A8" in said
    assert "no constable in the crew may act alone: Wes Box is APS" in said


def test_a_car_off_the_road_is_no_fact_of_the_people(folder, rota):
    sheets = pinned("P1 | F-1 | 05/01/2027 | on")
    sheets["Off road"] = [["unit", "from", "to"], ["F-1", "05/01/2027", "05/01/2027"]]
    write_csv(folder / "clash", sheets)
    said = " ".join(rota("build", "clash", *PERIOD).stderr.split())
    assert "fact F-1 is off the road" in said


def test_a_wish_made_to_hold_is_named_by_its_cell_and_made_a_wish_again(folder, rota):
    write_csv(folder / "clash", BOOKS["mode"])
    document = json.loads(rota("build", "clash", *PERIOD, "--json").stdout)
    (clash,) = document["clashes"]
    assert [m["place"] for m in clash["members"]] == [
        "[Pins.csv]Pins!D2",
        "[Pins.csv]Pins!D3",
        "[Pairs.csv]Pairs!C2",
        "[Rules.csv]Rules!B2",
    ]
    edits = [edit for repair in document["repairs"] for edit in repair["edits"]]
    assert [(e["kind"], e["clear_rows"], e["write"]) for e in edits] == [
        ("pin", True, ""),
        ("pin", True, ""),
        ("setting", False, "wish"),
    ]


def test_a_rule_that_no_rota_can_promise_is_a_fault_at_its_cell(folder, rota):
    sheets = falls()
    sheets["Rules"] = [["code", "mode"], ["COVER-01", "hard"], ["HOURS-03", "hard"]]
    write_csv(folder / "strict", sheets)
    result = rota("build", "strict", *PERIOD, "--json")
    assert result.exit_code == 2
    faults = json.loads(result.stdout)["faults"]
    assert [fault["wanted"] for fault in faults] == ["wish: no rota can promise it"] * 2
    assert [fault["sheet"] for fault in faults] == ["Rules"] * 2
