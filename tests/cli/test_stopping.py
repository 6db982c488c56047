import json
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from tests.cli.books import falls
from tests.inputs.books import write_csv

NEVER_DONE = """
import sys
from rostering.solve import question
from rostering.cli import app

real = question.solve_tiers

def endless(decisions, limits, brake, report):
    part = real(decisions, limits, brake, report)
    print("searching", file=sys.stderr, flush=True)
    brake.pulled.wait(60)
    return part

question.solve_tiers = endless
app(prog_name="rota")
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT")


@pytest.fixture
def search(folder):
    """A build that would never end, until Ctrl-C."""
    write_csv(folder / "book", falls())

    def run():
        words = ["build", "book", "--from", "2027-01-04", "--weeks", "1"]
        command = [sys.executable, "-c", NEVER_DONE, *words]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
            assert process.stderr.readline() == "searching\n"
            for pause in (0, 0.01):
                time.sleep(pause)
                process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=60)
        return process.returncode, out

    return run


def test_ctrl_c_however_often_keeps_the_best_rota_and_ends_with_130(search, folder):
    code, out = search()
    assert code == 130
    assert "Stopped by the user; this is the best rota found by then." in out
    document = json.loads((folder / "rota" / "rota.json").read_text())
    assert document["shifts"]["crewed"] == 3
    assert document["notes"]
    assert (folder / "rota" / "rota.xlsx").exists()


def test_ctrl_c_before_there_is_a_rota_says_so(folder, rota, monkeypatch):
    write_csv(folder / "book", falls())

    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("rostering.solve.solve", stop)
    result = rota("build", "book")
    assert result.exit_code == 130
    assert "nothing was written" in result.stderr
    assert not list((folder / "rota").iterdir())


def test_a_search_that_found_nothing_in_its_time_ends_with_1(folder, rota, monkeypatch):
    from rostering.domain import Rota
    from rostering.solve import Outcome, Result

    write_csv(folder / "book", falls())

    def nothing(problem, rules, **_):
        from rostering.domain import Audit

        return Result(Outcome.UNDECIDED, Rota(problem), Audit(), (), 1, 0.1, 0)

    monkeypatch.setattr("rostering.solve.solve", nothing)
    result = rota("build", "book")
    assert result.exit_code == 1
    assert "--seconds" in result.stderr
    assert not list((folder / "rota").iterdir())


@pytest.fixture
def unproved(monkeypatch):
    """A search that leaves its first tier unproved."""
    from rostering import solve

    real = solve.solve

    def unlucky(*args, **named):
        result = real(*args, **named)
        first = replace(result.tiers[0], bound=result.tiers[0].value - 1)
        tiers = (first, *result.tiers[1:])
        return replace(result, tiers=tiers, outcome=solve.Outcome.FEASIBLE)

    monkeypatch.setattr(solve, "solve", unlucky)


def test_a_missing_proof_is_told_and_fails_only_if_it_was_asked_for(
    folder, rota, unproved
):
    write_csv(folder / "book", falls())
    words = ("build", "book", "--from", "2027-01-04", "--weeks", 1)
    result = rota(*words)
    assert result.exit_code == 0
    # The charge is 100 for the one shift without a crew: 1 of 100 is unproved.
    assert "1.0%" in result.stdout
    assert rota(*words, "--prove").exit_code == 1
    assert (folder / "rota" / "rota.csv").exists()
