"""A source is known again by how its files are laid out, and its answers with it."""

import pytest

from inputs import BadInputs
from inputs.beside import folder_of
from inputs.intake import ImportKind, survey
from inputs.intake.cells import Cell, Sheet
from inputs.intake.changes.working_out import changes
from inputs.intake.doubts import Topic
from inputs.intake.entries import Block, Heading, Shape
from inputs.intake.memory.recipes import layout_of, recipe_for, recipes_of
from inputs.intake.recipe import Recipe
from inputs.intake.writing import write
from rostering.domain import NOWHERE
from tests.inputs.books import small_book, write_csv
from tests.intake.sent import imported, leave

ESR = ("Employee Number", "Name", "Absence Type", "Absence Start Date")
SAID = {(Topic.CODE, "ld"): "late", (Topic.PERSON, "j smith"): "P01"}


@pytest.fixture
def book(tmp_path):
    return write_csv(tmp_path / "book", small_book())


def block(*headings, shape=Shape.LIST):
    heads = tuple(Heading(Cell(NOWHERE, text), None) for text in headings)
    return Block(Sheet("sent.xlsx", "Sheet1", {}), shape, (), heads)


def keep(book, blocks, file="ESR absence Nov 2026 v2 FINAL (3).xlsx", **more):
    """Import a file of this layout, so that it is known."""
    known = recipe_for(book, blocks, ImportKind.LEAVE, Recipe(file=file, **more))
    found = leave("P01 | annual | 11/01/2027 | 12/01/2027", file=file)
    files = [type(found)(**(vars(found) | {"recipe": known.recipe}))]
    write(changes(book, files))
    return known


def test_a_new_source_is_called_after_its_file_without_dates_and_versions(book):
    known = keep(book, [block(*ESR)], said=SAID)
    assert known.is_new
    assert known.recipe.name == "ESR absence"
    assert recipes_of(book) == (known.recipe,)


@pytest.mark.parametrize("file", ["ESR absence Dec 2026.xlsx", "download (3).csv"])
def test_it_is_known_again_by_its_layout_whatever_the_file_is_called(book, file):
    keep(book, [block(*ESR)], said=SAID)
    known = recipe_for(book, [block(*ESR)], ImportKind.LEAVE, Recipe(file=file))
    assert (known.is_new, known.came, known.went) == (False, (), ())
    assert (known.recipe.name, known.recipe.said) == ("ESR absence", SAID)


def test_what_is_said_now_goes_before_what_was_said(book):
    keep(book, [block(*ESR)], said=SAID)
    now = Recipe(said={(Topic.CODE, "ld"): "day", (Topic.YEAR, ""): "2027"})
    known = recipe_for(book, [block(*ESR)], ImportKind.LEAVE, now)
    assert known.recipe.said == {**SAID, **now.said}


def test_a_changed_layout_is_noticed_heading_by_heading(book):
    keep(book, [block(*ESR)], said=SAID)
    heads = (*ESR[:3], "Start", "Hours  Lost")
    known = recipe_for(book, [block(*heads)], ImportKind.LEAVE, Recipe())
    assert known.recipe.said == SAID
    assert known.came == ("hours lost", "start")
    assert known.went == ("absence start date",)


def test_another_layout_shape_kind_or_side_is_another_source(book):
    keep(book, [block(*ESR)], said=SAID, side="ambulance")
    for blocks, kind, side in [
        ([block("Collar", "Rank", "Name")], ImportKind.LEAVE, ""),
        ([block(*ESR, shape=Shape.MONTH_GRID)], ImportKind.LEAVE, ""),
        ([block(*ESR)], ImportKind.DUTIES, ""),
        ([block(*ESR)], ImportKind.LEAVE, "police"),
    ]:
        known = recipe_for(
            book, blocks, kind, Recipe(file="ESR absence.xlsx", side=side)
        )
        assert known.is_new
        assert known.recipe.name == "ESR absence 2"
        assert known.recipe.said == {}


def test_of_two_sources_of_one_layout_the_one_with_the_likest_file_is_meant(book):
    keep(book, [block(*ESR)], file="Kent absence Jan.xlsx")
    other = Recipe(name="Sussex absence", file="Sussex absence Jan.xlsx")
    recipe = recipe_for(book, [block(*ESR)], ImportKind.LEAVE, other).recipe
    imported(book, leave(source="Sussex absence"))
    files = [leave(file=recipe.file)]
    files = [type(files[0])(**(vars(files[0]) | {"recipe": recipe}))]
    write(changes(book, files))
    for month in ("Feb 2027", "Mar"):
        sussex = Recipe(file=f"Sussex absence {month}.xlsx")
        known = recipe_for(book, [block(*ESR)], ImportKind.LEAVE, sussex)
        assert known.recipe.name == "Sussex absence"


def test_a_source_may_be_named(book):
    keep(book, [block(*ESR)], said=SAID)
    known = recipe_for(
        book, [block("Who")], ImportKind.LEAVE, Recipe(name="ESR absence")
    )
    assert not known.is_new
    assert known.recipe.said == SAID
    assert recipe_for(
        book, [block(*ESR)], ImportKind.LEAVE, Recipe(name="Other")
    ).is_new


def test_days_over_a_grid_are_no_part_of_its_layout():
    january = [
        "Name",
        "Base",
        "Mon 4",
        "w/c 4 Jan",
        "Tue",
        "5th",
        "M",
        "1",
        "04/01/2027",
    ]
    february = ["Name", "Base", "Thu 1", "w/c 1 Feb", "Fri", "2nd", "F", "29"]
    assert layout_of([block(*january)]) == layout_of([block(*february)])
    assert layout_of([block(*january)]) == ("base", "name", "shape: list")


def test_recipes_that_were_spoilt_by_hand_are_told_of(book):
    keep(book, [block(*ESR)])
    path = folder_of(book) / "recipes.json"
    for spoilt in ("{", "[]", '{"ESR absence": {}}', '{"ESR absence": 3}'):
        path.write_text(spoilt)
        with pytest.raises(BadInputs, match=r"imports/recipes\.json"):
            recipes_of(book)


def test_a_file_of_the_same_source_is_read_without_asking_again(tmp_path, book):
    """An answer about a code holds for next month's file."""
    heads = "Employee Number,Name,Absence Type,Absence Start Date,Absence End Date\n"
    january, february = tmp_path / "Absence Jan.csv", tmp_path / "Leave list.csv"
    january.write_text(f"{heads}P01,Ann Ash,Zumba,11/01/2027,12/01/2027\n")
    february.write_text(f"{heads}P01,Ann Ash,Zumba,11/02/2027,12/02/2027\n")
    asked = survey([january], book)
    assert asked.questions
    answered = survey([january], book, say=["code zumba = study"])
    assert not answered.questions
    write(changes(book, answered.files))
    again = survey([february], book)
    assert not again.questions
    assert again.rows[0].values["kind"] == "study"
