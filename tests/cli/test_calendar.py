import json
import os

import pytest

from tests.cli.books import falls
from tests.inputs.books import more, put, write_csv

CAT = "rota/calendar/people/X1 Cat Fox.ics"
CAR = "rota/calendar/cars/F-1.ics"


@pytest.fixture
def calendars(built, rota, folder):
    """All calendars of the small book's rota."""
    result = rota("calendar")
    assert result.exit_code == 0, result.output
    return folder / "rota" / "calendar"


def written(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.glob("*/*"))
    }


def changed(folder, old, new):
    """Change the rota as a hand would."""
    path = folder / "rota" / "rota.csv"
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8-sig")
    os.utime(path, (1_780_000_000, 1_780_000_000))


def test_everybody_and_every_car_gets_a_calendar(calendars, rota):
    names = [path.name for path in sorted((calendars / "people").iterdir())]
    assert names == ["P2 =Bob Day.ics", "X1 Cat Fox.ics"]
    assert [path.name for path in (calendars / "cars").iterdir()] == ["F-1.ics"]


def test_it_is_told_where_they_are_and_what_is_new(built, rota):
    result = rota("calendar", built)
    # Three shifts are crewed by two people; the fourth is open, on the car's alone.
    assert result.stdout == (
        "3 calendars in rota/calendar: 2 of people, 1 of cars.\n"
        "Entries: 10 new.\n"
        "Who opens a file again gets what has changed, and nothing twice.\n"
    )


def test_the_car_names_its_area_and_what_is_not_crewed(calendars):
    text = (calendars / "cars" / "F-1.ics").read_text()
    assert text.count("LOCATION:North") == 4
    assert text.count("SUMMARY:F-1 day: not crewed") == 1


def test_again_all_are_as_they_were(calendars, rota):
    before = written(calendars)
    assert "All are as they were." in rota("calendar", "rota").stdout
    assert written(calendars) == before


@pytest.mark.parametrize("name", ["rota.csv", "rota.json"])
def test_one_file_is_enough_and_no_book_is_needed(built, rota, folder, name):
    alone = folder / "alone"
    alone.mkdir()
    (folder / built / name).rename(alone / name)
    for path in (folder / "book").iterdir():
        path.unlink()
    result = rota("calendar", alone / name)
    assert result.exit_code == 0, result.output
    assert (alone / "calendar" / "people" / "X1 Cat Fox.ics").exists()


def test_a_change_of_the_rota_is_told_and_nothing_is_there_twice(
    calendars, rota, folder
):
    changed(folder, "2027-01-04T08:00", "2027-01-04T09:00")
    result = rota("calendar")
    assert "Entries: 3 changed." in result.stdout
    text = (folder / CAT).read_text()
    assert text.count("BEGIN:VEVENT") == 3
    assert text.count("SEQUENCE:1") == 1


def test_who_has_no_duty_left_can_be_asked_for_by_name(calendars, rota, folder):
    changed(folder, ",X1,Cat Fox,", ",X2,Dee Roe,")
    result = rota("calendar", "--person", "cat")
    assert result.exit_code == 0, result.output
    assert "Entries: 3 cancelled." in result.stdout
    assert (folder / CAT).read_text().count("STATUS:CANCELLED") == 3


def test_only_those_asked_for_are_written(built, rota, folder):
    result = rota("calendar", "--person", "x1", "--unit", "f-1", "--out", "given")
    assert result.exit_code == 0, result.output
    assert set(written(folder / "given")) == {"people/X1 Cat Fox.ics", "cars/F-1.ics"}
    assert not (folder / "rota" / "calendar").exists()


def test_only_the_days_asked_for_are_written(built, rota, folder):
    result = rota(
        "calendar", "--unit", "F-1", "--from", "2027-01-06", "--weeks", 1, "--json"
    )
    (told,) = json.loads(result.stdout)["calendars"]
    assert (told["shifts"], told["new"]) == (2, 2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--person", "Cat Foxx"), "Did you mean Cat Fox?"),
        (("--person", "Zoë"), "Zoë has no shift in this rota."),
        (("--unit", "F-2"), "It has F-1."),
        (("--from", "2028-01-01"), "The rota has nothing in those days."),
        (("--from", "2026-01-01", "--weeks", 1), "The rota has nothing in those days."),
    ],
)
def test_what_the_rota_does_not_know_is_told(built, rota, words, said):
    result = rota("calendar", built, *words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert said in json.loads(rota("calendar", built, *words, "--json").stdout).values()


def test_json_tells_each_file(calendars, rota):
    document = json.loads(rota("calendar", "--person", "Cat Fox", "--json").stdout)
    assert document == {
        "rota": "rota/rota.csv",
        "folder": "rota/calendar",
        "calendars": [
            {
                "file": "people/X1 Cat Fox.ics",
                "kind": "person",
                "id": "X1",
                "name": "Cat Fox",
                "shifts": 3,
                "new": 0,
                "changed": 0,
                "cancelled": 0,
                "written": False,
            }
        ],
    }


def test_a_file_of_somebody_else_stops_everything(built, rota, folder):
    path = folder / CAR
    path.parent.mkdir(parents=True)
    path.write_text("my notes")
    result = rota("calendar")
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert "cars/F-1.ics" in said
    assert "a file that `rota calendar` did not write" in said
    assert "move it away, or name another folder with --out" in said
    assert "Nothing was written." in said
    assert written(folder / "rota" / "calendar") == {"cars/F-1.ics": b"my notes"}
    faults = json.loads(rota("calendar", "--json").stdout)["faults"]
    assert len(faults) == 1


@pytest.mark.parametrize("there", ["given", "given/people"])
def test_a_file_where_a_folder_should_be_is_told(built, rota, folder, there):
    path = folder / there
    path.parent.mkdir(exist_ok=True)
    path.write_text("a file")
    result = rota("calendar", "--out", "given")
    assert result.exit_code == 2
    assert "given is no folder" in result.stderr
    assert path.read_text() == "a file"


def test_a_rota_that_is_not_there_says_what_to_do(folder, rota):
    result = rota("calendar", "nowhere")
    assert result.exit_code == 2
    assert "rota build" in result.stderr


def test_no_calendar_tells_a_private_reason(folder, rota):
    sheets = put(falls(), "Leave", {"kind": "sick"})
    sheets["Pairs"] = [["first", "second", "kind", "reason"]]
    more(sheets, "Pairs", "P1 | X1 | never | grievance")
    write_csv(folder / "book", sheets)
    rota("build", "book", "--from", "2027-01-04", "--weeks", 1)
    told = rota("calendar").output + rota("calendar", "--json").output
    texts = b"".join(written(folder / "rota" / "calendar").values()).decode()
    for secret in ("sick", "leave", "away", "grievance", "never"):
        assert secret not in (told + texts).casefold()
