"""Reading sheets from memory, by way of files."""

import pytest

from tests.inputs.books import faults_in, problem_in, write_csv


@pytest.fixture
def problem_of(tmp_path):
    """Read sheets that have no fault."""
    return lambda sheets: problem_in(write_csv(tmp_path / "book", sheets))


@pytest.fixture
def faults_of(tmp_path):
    """Read sheets for their faults alone."""
    return lambda sheets: faults_in(write_csv(tmp_path / "book", sheets))


@pytest.fixture
def told_of(tmp_path):
    """Read sheets for their faults, each as `Leave!C2 error`."""

    def told(sheets):
        faults = faults_in(write_csv(tmp_path / "book", sheets))
        return [f"{f.place.sheet}!{f.place.cell} {f.severity}" for f in faults]

    return told
