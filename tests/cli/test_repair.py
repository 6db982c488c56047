"""`rota repair` on the small book: Ann or Bob with Cat, on three days of four."""

import json

import pytest

from tests.cli.test_publish import both_paramedics, edit

SUNDAY = ("--today", "2027-01-03")


@pytest.fixture
def built(built):
    """The small rota, with both paramedics on it."""
    edit(f"{built}/rota.csv", both_paramedics)
    return built


def _repair(rota, *words):
    return rota("repair", "rota", *words, *SUNDAY)


def _json(rota, *words):
    result = _repair(rota, *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_somebody_away_is_replaced_and_one_is_told(built, rota) -> None:
    found = _json(rota, "--absent", "Cat Fox", "--from", "2027-01-04")
    assert found["news"] == ["Cat Fox is away, Mon 4 Jan 2027"]
    assert found["as_it_is"]["lost"] == ["F-1 2027-01-04 day"]
    assert [option["crewed"] for option in found["options"]] == [2]
    assert found["proved"]
    assert found["complete"]


def test_a_paramedic_away_is_replaced_by_the_other(built, rota) -> None:
    menu = _json(rota, "--absent", "Ann Lee 2027-01-04 2027-01-10")
    assert [o["told"]["value"] for o in menu["options"]] == [1]
    last = menu["options"][-1]
    assert last["people"] == ["P2"]
    assert last["crewed"] == 3
    assert {change["name"] for change in last["changes"]} >= {"=Bob Day"}
    assert menu["rows"][0]["sheet"] == "Leave"


def test_the_menu_is_told_in_plain_words(built, rota) -> None:
    result = _repair(rota, "--absent", "P1 2027-01-04 2027-01-10")
    assert result.exit_code == 0
    assert "Ann Lee is away, Mon 4 Jan 2027 to Sun 10 Jan 2027" in result.stdout
    assert "1 person told: 3 of 4 shifts crewed" in result.stdout
    assert "Proved: nobody fewer" in result.stdout
    assert "Leave: person P1, kind sick, from 2027-01-04" in result.stdout
    assert "--pick N" in result.stdout


def test_the_picked_option_is_written_with_its_reasons(built, folder, rota) -> None:
    words = ("--absent", "P1 2027-01-04 2027-01-10", "--pick", 1, "--out", "mended")
    result = _repair(rota, *words)
    assert result.exit_code == 0, result.output
    assert "rota publish mended" in result.stdout
    document = json.loads((folder / "mended" / "rota.json").read_text("utf-8"))
    repair = document["repair"]
    assert repair["of"] == "rota"
    assert repair["news"] == ["Ann Lee is away, Mon 4 Jan 2027 to Sun 10 Jan 2027"]
    assert repair["chosen"]["people"] == ["P2"]
    assert ",P1," not in (folder / "mended" / "rota.csv").read_text("utf-8")
    assert rota("audit", "mended").exit_code == 0


def test_a_repair_can_be_repaired(built, folder, rota) -> None:
    words = ("--absent", "P1 2027-01-04 2027-01-10", "--pick", 1, "--out", "mended")
    assert _repair(rota, *words, "--write").exit_code == 0
    again = rota("repair", "mended", "--absent", "P2 2027-01-05", *SUNDAY, "--json")
    found = json.loads(again.stdout)
    assert found["as_it_is"]["lost"] == ["F-1 2027-01-05 day"]
    assert [option["crewed"] for option in found["options"]] == [2]


def test_what_has_happened_is_added_to_the_book(built, folder, rota) -> None:
    result = _repair(rota, "--absent", "P1 2027-01-04 2027-01-10", "--write")
    assert result.exit_code == 0, result.output
    assert rota("check", "book").exit_code == 0
    told = _json(rota)
    assert told["news"] == []
    assert told["options"][-1]["people"] == ["P2"]
    assert rota("import", "--undo", "--into", "book").exit_code == 0
    assert _json(rota)["options"][-1]["people"] == []


def test_an_absence_that_the_book_has_is_not_added_again(built, rota) -> None:
    found = _json(rota, "--absent", "Cat Fox 2027-01-05 2027-01-07")
    days = [(row["from"], row["to"]) for row in found["rows"]]
    assert days == [("2027-01-05", "2027-01-05"), ("2027-01-07", "2027-01-07")]


def test_a_car_off_the_road_and_an_offer_together(built, rota) -> None:
    found = _json(
        rota, "--off-road", "f-1", "--from", "2027-01-05", "--offer", "P2 2027-01-04"
    )
    assert found["news"] == [
        "F-1 is off the road, Tue 5 Jan 2027",
        "=Bob Day would work Mon 4 Jan 2027",
    ]
    assert [row["sheet"] for row in found["rows"]] == ["Off road", "Requests"]
    assert found["options"][0]["open_again"] == ["F-1 2027-01-05 day"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--absent", "Nobody"), "is nobody in the book"),
        (("--off-road", "X-9"), "No car X-9"),
        (("--absent", "P1 2027-01-08 2027-01-05"), "run backwards"),
        (("--absent", "P1 2027-01-01"), "is past"),
        (("--absent", "P1"), "Sun 3 Jan 2027 is no day of this rota."),
        (("--offer", "P1 2028-01-08"), "Mon 4 Jan 2027 to Sun 10 Jan 2027."),
        (("--off-road", "F-1 2027-01-11"), "Mon 11 Jan 2027 is no day of"),
        (("--absent", "P1", "--kind", "tired"), "no kind of absence"),
        (("--absent", "P1 2027-01-04", "--pick", "9"), "no option 9"),
    ],
)
def test_what_cannot_be_meant_is_told(built, rota, words, said) -> None:
    result = _repair(rota, *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_rota_that_is_over_cannot_be_repaired(built, rota) -> None:
    result = rota("repair", "rota", "--absent", "P1", "--today", "2027-02-01")
    assert result.exit_code == 2
    assert "ends on 2027-01-10" in result.stderr


def test_a_pin_against_an_absence_is_a_clash_with_its_cells(
    built, folder, rota
) -> None:
    pins = "person,unit,date,pin\nP1,F-1,2027-01-04,on\n"
    (folder / "book" / "Pins.csv").write_text(pins, "utf-8")
    result = _repair(rota, "--absent", "P1 2027-01-04")
    assert result.exit_code == 1
    assert "Pins" in result.output


def test_what_is_picked_is_written_and_told_in_one_document(built, folder, rota):
    words = ("--absent", "P1 2027-01-04 2027-01-10", "--pick", 1, "--out", "mended")
    told = _json(rota, *words)
    assert told["written"][0] == "mended/rota.csv"
    assert _json(rota, *words[:2])["written"] == []
    (folder / "full").write_text("")
    refused = _repair(rota, *words[:4], "--out", "full", "--json")
    assert refused.exit_code == 2
    assert "is no folder" in json.loads(refused.stdout)["error"]


def test_a_book_that_has_changed_is_told(built, folder, rota):
    assert _json(rota)["changed_files"] == []
    with (folder / "book" / "Leave.csv").open("a", encoding="utf-8") as leave:
        leave.write("P1,annual,07/01/2027,07/01/2027\n")
    assert _json(rota)["changed_files"] == ["Leave.csv"]
    shown = _repair(rota, "--pick", 1).stdout
    assert "The book has changed since: Leave.csv" in shown
    document = json.loads((folder / "repaired" / "rota.json").read_text("utf-8"))
    assert document["repair"]["news"] == ["The book has changed since: Leave.csv"]
