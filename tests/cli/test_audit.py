import json

import pytest


@pytest.fixture
def edit(built, folder):
    """Change the text of rota.csv."""
    path = folder / built / "rota.csv"

    def change(old, new):
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    return change


CAT_ON_TUESDAY = (
    "2027-01-05,F-1,day,2027-01-05T08:00+00:00,2027-01-05T18:00+00:00,falls,"
    "physiotherapist,X1,Cat Fox,physiotherapist,filled,"
)


def test_the_rota_of_a_build_has_no_breach(built, rota):
    result = rota("audit", built)
    assert result.exit_code == 0
    assert result.stdout.startswith("rota/rota.csv against book\n1 week, Mon 4 Jan")
    assert "Audit: 0 breaches" in result.stdout


def test_wishes_that_are_not_met_are_summed_up_by_rule_and_tier(built, rota):
    result = rota("audit")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["cover", "COVER-01", "Cover", "1", "100"] in rows


def test_every_wish_is_listed_on_demand(built, rota):
    short, long = rota("audit").stdout, rota("audit", "--wishes").stdout
    assert len(long.splitlines()) > len(short.splitlines())


def test_a_breach_put_in_by_hand_is_found_with_person_date_rule_and_figure(
    edit, rota, folder
):
    wednesday = CAT_ON_TUESDAY.replace("2027-01-05", "2027-01-06")
    bob = wednesday.replace("physiotherapist,X1,Cat Fox,physiotherapist", "{}")
    bob = bob.format("paramedic,P2,Bob,paramedic")
    edit(CAT_ON_TUESDAY, "\n".join([CAT_ON_TUESDAY, wednesday, bob]))
    result = rota("audit")
    assert result.exit_code == 1
    said = " ".join(result.stdout.split())
    assert "LEAVE-01" in said
    assert "Cat Fox" in said
    assert "Wed 6 Jan 2027" in said


def test_a_half_empty_crew_is_a_breach(edit, rota):
    edit(
        CAT_ON_TUESDAY,
        CAT_ON_TUESDAY.replace("X1,Cat Fox,physiotherapist,filled", ",,,open"),
    )
    result = rota("audit", "--json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["audit"]["breaches"] == len(document["breaches"]) > 0
    assert {breach["rule"] for breach in document["breaches"]} == {"CREW-01"}
    assert {breach["date"] for breach in document["breaches"]} == {"2027-01-05"}


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ("2027-01-05,F-1,", "2027-01-05,F-2,", "B5"),
        (",X1,", ",X9,", "H3"),
        (",falls,physio", ",falls,fysio", "G3"),
        (",day,", ",night,", "C2"),
        ("spare", "spore", "K4"),
    ],
)
def test_a_row_that_cannot_be_understood_is_a_fault_at_its_cell(
    edit, rota, old, new, cell
):
    edit(old, new)
    result = rota("audit", "--json")
    assert result.exit_code == 2
    faults = json.loads(result.stdout)["faults"]
    assert (faults[0]["file"], faults[0]["cell"]) == ("rota.csv", cell)


def test_a_book_that_changed_since_is_told(built, rota, folder):
    with (folder / "book" / "Leave.csv").open("a") as file:
        file.write("P1,annual,04/01/2027,04/01/2027\n")
    result = rota("audit")
    assert "Leave.csv" in result.stdout
    assert "changed" in result.stdout


def test_a_rota_is_audited_against_another_book(built, rota, folder):
    (folder / "book").rename(folder / "moved")
    result = rota("audit")
    assert result.exit_code == 2
    assert "The book of rota/rota.csv is not at book." in result.stderr
    assert "--book" in result.stderr
    assert rota("audit", "--book", "moved").exit_code == 0


def test_a_csv_file_from_elsewhere_needs_only_a_book(built, rota, folder):
    alone = folder / "alone.csv"
    (folder / built / "rota.csv").rename(alone)
    result = rota("audit", alone)
    assert result.exit_code == 2
    assert "--book" in result.stderr
    assert rota("audit", alone, "--book", "book").exit_code == 0


def test_the_book_is_found_from_any_folder(built, rota, folder, monkeypatch):
    monkeypatch.chdir(folder / "book")
    assert rota("audit", folder / built).exit_code == 0


def test_a_rota_that_is_not_there_says_what_to_do(folder, rota):
    result = rota("audit", "nowhere")
    assert result.exit_code == 2
    assert "rota build" in result.stderr
