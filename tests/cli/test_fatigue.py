"""`rota fatigue`: whom a rota tires, in the terminal and for programs."""

import json

from rostering.domain.fatigue import CAVEAT


def test_people_and_crews_are_ranked_and_the_caveat_comes_first(built, rota):
    result = rota("fatigue", built)
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert said.startswith(CAVEAT)
    assert said.index("Cat Fox") < said.index("Crews")
    assert "No shift reaches what the railways look into." in said
    assert said.index("People") < said.index("Crews")


def test_the_fresher_one_of_each_crew_drives(built, rota):
    found = json.loads(rota("fatigue", built, "--json").stdout)
    assert found["caveat"] == CAVEAT
    for crew in found["crews"]:
        freshest = min(member["risk"] for member in crew["members"])
        drivers = [m for m in crew["members"] if m["person"] == crew["drives"]]
        assert [driver["risk"] for driver in drivers] == [freshest]


def test_what_gives_warning_is_marked_and_counted(folder, book, built, rota):
    leave = folder / "book" / "People.csv"
    text = leave.read_text().replace("weekly hours", "weekly hours,commute")
    far = "\n".join(f"{x},300" if "Cat Fox" in x else x for x in text.splitlines())
    leave.write_text(far + "\n")
    result = rota("fatigue", built)
    said = " ".join(result.stdout.split())
    assert "! " in said
    assert "look into" in said.rpartition("of somebody, marked !,")[2]


def test_a_rota_with_nobody_on_it_has_nobody_to_tire(folder, built, rota):
    file = folder / built / "rota.csv"
    head, *_ = file.read_text().splitlines()
    file.write_text(f"{head}\n")
    result = rota("fatigue", file, "--book", "book")
    assert result.exit_code != 0
    assert "nobody on a car" in " ".join(result.output.split())
