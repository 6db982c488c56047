import json

import pytest


@pytest.fixture
def made(built, rota, folder):
    """All sheets and posters of the small book's rota."""
    result = rota("sheets", built)
    assert result.exit_code == 0, result.output
    return result, folder / "rota" / "sheets"


def test_everybody_gets_a_sheet_and_every_car_a_poster(made):
    result, folder = made
    assert result.stdout == (
        "Written to rota/sheets: 2 sheets of a person, 2 posters.\n"
    )
    names = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")
    )
    assert names == [
        "all cars.pdf",
        "cars/F-1.pdf",
        "people/P2 =Bob Day.pdf",
        "people/X1 Cat Fox.pdf",
    ]


def test_one_person_may_be_asked_for_by_a_part_of_the_name(built, rota, folder):
    result = rota("sheets", built, "--person", "cat", "--out", "mine", "--json")
    (sheet,) = json.loads(result.stdout)["sheets"]
    assert sheet["file"] == "people/X1 Cat Fox.pdf"
    assert (folder / "mine" / sheet["file"]).read_bytes().startswith(b"%PDF")


def test_another_size_of_paper_is_refused(built, rota):
    result = rota("sheets", built, "--paper", "a5")
    assert result.exit_code == 2
    assert "a5 is neither a4 nor a3" in result.output


def test_days_that_the_rota_has_not_are_told(built, rota):
    result = rota("sheets", built, "--from", "2030-01-01")
    assert result.exit_code == 2
    assert "nothing in those days" in result.output
