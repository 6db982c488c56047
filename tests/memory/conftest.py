"""A book with a ledger."""

import pytest

from rostering.ledger import Ledger


@pytest.fixture
def book(tmp_path):
    """A folder that stands for a book."""
    folder = tmp_path / "kent"
    folder.mkdir()
    return folder


@pytest.fixture
def ledger(book):
    """An empty ledger."""
    return Ledger.beside(book, create=True)
