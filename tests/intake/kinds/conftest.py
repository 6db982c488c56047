"""A small book, and files that are written and surveyed in one breath."""

import csv

import pytest

from inputs.intake import ImportKind, survey
from tests.intake.corpus.cast import write_book


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """Three cars, two police teams, and people of both services."""
    return write_book(tmp_path_factory.mktemp("small") / "book")


@pytest.fixture
def read(book, tmp_path):
    """Survey lines as a file: `read("leave", "Name | From", "Bo | 04/01/2027")`."""

    def surveyed(kind, *lines, say=(), into=book):
        path = tmp_path / "sent.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = ([cell.strip() for cell in line.split("|")] for line in lines)
            csv.writer(file).writerows(rows)
        return survey([path], into, kind=ImportKind(kind), say=say).files[0]

    return surveyed
