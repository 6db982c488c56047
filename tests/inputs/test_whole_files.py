"""Several files are written all or none."""

import os
from pathlib import Path

import pytest

from inputs._whole_files import write_all


@pytest.fixture
def folder(tmp_path):
    """One file to write anew, one to take away, and none where one is to be."""
    (tmp_path / "old.txt").write_bytes(b"old")
    (tmp_path / "gone.txt").write_bytes(b"gone")
    return tmp_path


def held(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def wanted(folder):
    return {
        folder / "new.txt": b"new",
        folder / "old.txt": b"newer",
        folder / "gone.txt": None,
        folder / "never.txt": None,
    }


def test_files_are_written_and_taken_away(folder):
    write_all(wanted(folder))
    assert held(folder) == {"new.txt": b"new", "old.txt": b"newer"}


def test_no_files_are_no_trouble():
    write_all({})


@pytest.mark.parametrize("failing", [1, 2])
@pytest.mark.parametrize(
    ("owner", "step"), [(os, "fsync"), (Path, "replace"), (Path, "chmod")]
)
def test_a_failure_at_any_step_leaves_everything_as_it_was(
    folder, monkeypatch, owner, step, failing
):
    before, real, calls = held(folder), getattr(owner, step), []

    def fail(*arguments):
        calls.append(arguments)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        return real(*arguments)

    monkeypatch.setattr(owner, step, fail)
    with pytest.raises(OSError, match="No space"):
        write_all(wanted(folder))
    assert held(folder) == before


def test_a_file_that_cannot_be_taken_away_keeps_all_others(folder, monkeypatch):
    before, real = held(folder), Path.unlink

    def fail(path, missing_ok=False):
        if path.name == "gone.txt":
            raise PermissionError(13, "Permission denied")
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", fail)
    with pytest.raises(PermissionError):
        write_all(wanted(folder))
    monkeypatch.undo()
    assert held(folder) == before
