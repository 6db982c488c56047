"""A small book in a folder of its own, and the commands to try on it."""

from shutil import copytree

import pytest
from typer.testing import CliRunner

from rostering.cli import app
from tests.cli.books import falls
from tests.inputs.books import write_csv


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, in which all paths can be short."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.fixture
def book(folder):
    """The small book."""
    write_csv(folder / "book", falls())
    return "book"


@pytest.fixture
def rota():
    """Give a command: `rota("build", "book")`."""
    runner = CliRunner()

    def run(*words):
        return runner.invoke(app, [str(word) for word in words])

    return run


@pytest.fixture(scope="session")
def built_once(tmp_path_factory):
    """The small book's rota, built once for all tests."""
    place = tmp_path_factory.mktemp("built")
    write_csv(place / "book", falls())
    out = place / "rota"
    words = ["--weeks", "1", "--from", "2027-01-04", "--out", str(out)]
    result = CliRunner().invoke(app, ["build", str(place / "book"), *words])
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture
def built(book, built_once):
    """The folder of the small book's rota."""
    return str(copytree(built_once, "rota"))


@pytest.fixture
def publish(rota):
    """Publish without being asked."""

    def run(*words):
        result = rota("publish", *words, "--yes", "--author", "Kim")
        assert result.exit_code == 0, result.output
        return result

    return run
