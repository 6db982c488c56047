import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from inputs._whole_files import draft
from rostering.report.files import NAMES, make_ready, write_together, write_whole
from rostering.saved.together import LIST, finish

OLD = dict.fromkeys(NAMES, b"old")
NEW = dict.fromkeys(NAMES, b"new")


def contents(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_files_are_written_together(tmp_path):
    assert write_together(tmp_path, NEW) is None
    assert contents(tmp_path) == NEW


def test_an_earlier_rota_is_kept(tmp_path):
    write_together(tmp_path, OLD)
    kept = write_together(tmp_path, NEW)
    assert kept == tmp_path / "previous"
    assert contents(kept) == OLD
    assert contents(tmp_path) == NEW


def test_no_rota_is_ever_lost(tmp_path):
    for text in (b"1", b"2", b"3", b"4"):
        write_together(tmp_path, dict.fromkeys(OLD, text))
    found = {p.parent.name: p.read_bytes() for p in tmp_path.glob("*/rota.csv")}
    assert found == {"previous-1": b"1", "previous-2": b"2", "previous": b"3"}


def test_the_same_rota_again_moves_nothing(tmp_path):
    write_together(tmp_path, OLD)
    assert write_together(tmp_path, {**OLD, "rota.json": b"other timings"}) is None
    assert not (tmp_path / "previous").exists()


def test_an_edited_workbook_is_kept_even_if_the_rota_is_the_same(tmp_path):
    write_together(tmp_path, OLD)
    (tmp_path / "rota.xlsx").write_bytes(b"edited")
    kept = write_together(tmp_path, OLD)
    assert (kept / "rota.xlsx").read_bytes() == b"edited"


def test_a_folder_without_a_rota_loses_nothing_either(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    assert write_together(tmp_path, NEW) is None
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_failure_while_writing_leaves_everything_as_it_was(tmp_path, monkeypatch):
    write_together(tmp_path, OLD)
    real, calls = os.fsync, []

    def fail_the_third_time(handle):
        calls.append(handle)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fail_the_third_time)
    with pytest.raises(OSError, match="No space"):
        write_together(tmp_path, NEW)
    assert {p.name: p.read_bytes() for p in tmp_path.glob("rota.*")} == OLD


KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from rostering.report.files import NAMES, write_together
steps = int(sys.argv[2])
real = {name: getattr(os, name) for name in ("fsync", "replace")}
def counting(name):
    def step(*args, **named):
        global steps
        steps -= 1
        if steps < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real[name](*args, **named)
    return step
for name in real:
    setattr(os, name, counting(name))
write_together(Path(sys.argv[1]), {name: b"new" * 50_000 for name in NAMES})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("steps", range(13))
def test_a_kill_at_any_moment_leaves_one_whole_rota_and_the_old_one(tmp_path, steps):
    write_together(tmp_path, OLD)
    script = [sys.executable, "-c", KILLED_WHILE_WRITING, str(tmp_path), str(steps)]
    run = subprocess.run(script, check=False)
    assert (run.returncode == 0) == (steps == 12)
    finish(tmp_path)
    left = {(tmp_path / name).read_bytes() for name in OLD}
    assert left in ({b"old"}, {b"new" * 50_000})
    olds = [tmp_path / "rota.csv", tmp_path / "previous" / "rota.csv"]
    assert b"old" in [path.read_bytes() for path in olds if path.exists()]
    assert not (tmp_path / LIST).exists()


def killed_half_way(folder):
    """A folder in which two of four new files are in their places."""
    write_together(folder, OLD)
    drafts = {name: draft(folder / name, b"new") for name in NAMES}
    before = {name: sha256(b"old").hexdigest() for name in NAMES}
    moves = {n: {"draft": drafts[n].name, "over": before[n]} for n in NAMES}
    (folder / LIST).write_text(json.dumps(moves))
    for name in NAMES[:2]:
        drafts[name].replace(folder / name)


def test_the_next_who_writes_first_finishes_what_was_begun(tmp_path):
    killed_half_way(tmp_path)
    kept = write_together(tmp_path, dict.fromkeys(NAMES, b"newest"))
    assert contents(kept) == NEW
    assert contents(tmp_path) == dict.fromkeys(NAMES, b"newest")


def test_a_file_changed_since_the_kill_is_left_alone(tmp_path):
    killed_half_way(tmp_path)
    (tmp_path / "rota.xlsx").write_bytes(b"edited")
    finish(tmp_path)
    assert contents(tmp_path) == {**NEW, "rota.xlsx": b"edited"}


def test_a_list_that_makes_no_sense_is_no_hindrance(tmp_path):
    write_together(tmp_path, OLD)
    (tmp_path / LIST).write_text("{")
    finish(tmp_path)
    write_together(tmp_path, NEW)
    assert contents(tmp_path) == NEW


def test_a_file_that_cannot_be_put_in_place_leaves_no_drafts(tmp_path, monkeypatch):
    write_together(tmp_path, OLD)
    real = Path.replace

    def held_open(self, target):
        if Path(target).name == "rota.xlsx":
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held_open)
    with pytest.raises(PermissionError):
        write_together(tmp_path, NEW)
    assert set(contents(tmp_path)) == set(NAMES)
    assert contents(tmp_path)["rota.xlsx"] == b"old"


def test_one_file_is_written_whole(tmp_path):
    path = tmp_path / "mistake.txt"
    write_whole(path, b"what happened")
    assert contents(tmp_path) == {"mistake.txt": b"what happened"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mask")
def test_others_may_read_what_was_written(tmp_path):
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "rota.csv", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "rota.csv").stat().st_mode & 0o777 == 0o644


def test_a_folder_is_made_ready_and_left_empty(tmp_path):
    make_ready(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_a_file_is_no_folder_to_write_in(tmp_path):
    Path(tmp_path / "rota").write_text("a file")
    with pytest.raises(OSError, match="rota"):
        make_ready(tmp_path / "rota")
