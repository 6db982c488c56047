"""Every workbook of the corpus comes out as its truth says, and nothing else does."""

import json

import pytest

from inputs._cells import cleaned, shown
from inputs.intake.opening import open_source
from tests.intake.corpus import files
from tests.intake.corpus.__main__ import FOLDER, make
from tests.intake.corpus.cast import sheets
from tests.intake.corpus.judge import judge
from tests.intake.corpus.registry import drawing_of, names
from tests.intake.corpus.samples import EXAMPLES, make_samples
from tests.intake.corpus.truth import truth_of
from tests.intake.corpus.writing import as_text, write

FILES = names() if files else ()
BOOK = FOLDER / "book"


def truth_beside(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    make(folder)
    return folder


def is_alike(one, other):
    """Whether the files say the same; another library may pack it in other bytes."""
    is_copy = one.read_bytes() == other.read_bytes()
    return is_copy or cells_of(one) == cells_of(other)


def cells_of(path):
    return [
        (sheet.name, sheet.is_hidden, dict(sheet.cells))
        for sheet in open_source(path).sheets
    ]


def is_same(cell, ink):
    """Whether the cell holds what was drawn, as far as its format can hold it."""
    drawn, found = cleaned(ink.value), cell.value
    if isinstance(drawn, int | float) and not isinstance(found, str):
        return found == pytest.approx(drawn)
    spelt = {as_text(drawn), shown(drawn), str(drawn)}
    return (as_text(found) in spelt or shown(found) in spelt) and cell.fill == ink.fill


def test_the_files_are_as_the_generator_makes_them(made):
    assert {path.name for path in made.iterdir()} == {
        path.name for path in FOLDER.iterdir()
    }
    for name in FILES:
        assert is_alike(made / name, FOLDER / name), name
        text = (made / f"{name}.json").read_text(encoding="utf-8")
        assert text == (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def test_the_page_and_the_book_are_as_the_generator_makes_them(made):
    page = "README.md"
    assert (made / page).read_text("utf-8") == (FOLDER / page).read_text("utf-8")
    for name in sheets():
        file = f"book/{name}.csv"
        assert (made / file).read_bytes() == (FOLDER / file).read_bytes()


def test_the_samples_are_as_the_generator_makes_them(tmp_path):
    make_samples(tmp_path)
    for path in sorted(tmp_path.iterdir()):
        assert is_alike(path, EXAMPLES / "imports" / path.name), path.name


def test_every_cell_is_opened_as_it_was_drawn():
    for name in FILES:
        drawing = drawing_of(name)
        opened = {sheet.name: sheet for sheet in open_source(FOLDER / name).sheets}
        for page in drawing.pages:
            for row, column, ink in page.placed():
                cell = opened[drawing.sheet_name(page)].at(row, column)
                assert is_same(cell, ink), (name, cell, ink)


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_wrong_and_nothing_clear_is_refused(name):
    verdict = judge(FOLDER / name, truth_beside(name), BOOK)
    assert verdict.wrong == []
    assert verdict.refused == []


def test_a_row_that_nobody_wrote_is_wrong(tmp_path):
    drawing = drawing_of("one-row.xlsx")
    path, truth = write(drawing, tmp_path), truth_of(drawing)
    truth["rows"][0]["values"]["from"] = "2027-05-05"
    verdict = judge(path, truth, BOOK)
    assert [line.split(":")[0] for line in verdict.wrong] == ["nobody wrote", "lost"]


def test_a_row_that_needs_no_answer_may_not_wait(tmp_path):
    drawing = drawing_of("list-bad-dates.xlsx")
    path, truth = write(drawing, tmp_path), truth_of(drawing)
    doubt = truth["doubts"].pop()
    row = {"sheet": "Leave", "values": {"person": "P"}, "cells": doubt["cells"]}
    truth["rows"].append(row)
    verdict = judge(path, truth, BOOK)
    assert (verdict.wrong, len(verdict.refused)) == ([], 1)
