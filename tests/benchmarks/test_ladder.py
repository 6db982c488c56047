"""The ladder: what it writes, and that what it misses is told."""

from dataclasses import replace

from benchmarks.ladder import __main__ as ladder
from benchmarks.ladder.feel import Felt
from benchmarks.ladder.rungs import RUNGS, Goal
from benchmarks.ladder.telling import told
from benchmarks.results import write_section

RUNG = replace(RUNGS[0], goal=Goal(10, 0.01, 1))
MEASURE = {
    "shifts": 168,
    "people": 98,
    "components": 3,
    "limit": None,
    "first rota": 0.6,
    "whole": 9.0,
    "processor": 8.0,
    "gigabytes": 0.3,
    "steps": dict.fromkeys(("read", "check", "solve", "explain", "write"), 1.0),
    "model": {"rows": 4689, "columns": 3932, "seconds": 1.0},
    "tiers": {"cover": {"value": 100, "bound": 100, "seconds": 0.3}},
}


def test_a_section_takes_the_place_of_its_last_run_and_of_no_other(tmp_path):
    path = tmp_path / "RESULTS.md"
    for name, text in (("one", "1 \\1"), ("two", "2"), ("one", "3")):
        write_section(name, name.title(), text, path)
    written = path.read_text(encoding="utf-8")
    assert "1 \\1" not in written
    assert written.index("## One") < written.index("3") < written.index("## Two")
    assert written.count("begins") == 2


def test_goals_that_are_reached_are_said_to_be():
    assert "all 1 rungs" in told([(RUNG, MEASURE)], [], [])


def test_searches_that_were_limited_are_named():
    assert "--seconds" not in told([(RUNG, MEASURE)], [], [])
    limited = told([(RUNG, {**MEASURE, "limit": 90.0})], [], [])
    assert "`rota build --seconds`: kent (90 s)" in limited


def test_each_goal_that_is_missed_is_told_with_its_figures():
    tier = {"value": 100, "bound": 90, "seconds": 3.0}
    slow = {
        **MEASURE,
        "whole": 11.0,
        "gigabytes": 1.5,
        "tiers": {"cover": tier},
        "model": {"rows": 1, "columns": 1, "seconds": 5.0},
    }
    text = told([(RUNG, slow)], [], [Felt("rota show", 1.5, 1.6, 0.9)])
    for part in (
        "11.0 s on the clock where 10 s are wanted",
        "cover is 100, proved to be at least 90: 10.0% where 1% is wanted",
        "1.5 GB of memory",
        "making the model is 45% of the whole",
        "100 (≥ 90) 3.0 s",
        "| rota show | 1.5 s | 1.60 s | 0.90 s | missed |",
    ):
        assert part in text


def test_a_peer_that_came_to_nothing_in_a_tier_is_shown_so():
    its = {"tiers": {"cover": {"value": None, "bound": 7}}, "whole": 2.0}
    text = told([(RUNG, MEASURE)], [(RUNG, "HiGHS", its)], [])
    assert "| kent | HiGHS | none (≥ 7) | 2.0 s | 2.0 |" in text
    nothing = {"tiers": {}, "whole": 2.0}
    assert "not reached" in told([(RUNG, MEASURE)], [(RUNG, "HiGHS", nothing)], [])


def test_a_peer_with_no_answer_is_shown_with_the_reason():
    its = {"tiers": {}, "whole": None, "why": "not installed"}
    text = told([(RUNG, MEASURE)], [(RUNG, "Timefold", its)], [])
    assert "| kent | Timefold | not installed |  |  |" in text


def test_a_peer_that_does_not_end_or_fails_spoils_no_ladder(monkeypatch):
    monkeypatch.setattr(ladder, "PATIENCE", 0)
    late = ladder._waited_for(0.01, "kent", "late", "benchmarks.ladder.peers")
    assert late == {"tiers": {}, "whole": None, "why": "no answer 0 s late"}
    failed = ladder._waited_for(60, "kent", "failed", "benchmarks.ladder.peers")
    assert failed["why"] == "ended with 1"


def test_a_peer_with_a_model_of_its_own_shows_what_it_was_not_told_and_breaks():
    its = {
        "tiers": {"cover": {"value": 101, "bound": None}},
        "breaches": {"REST-02": 2},
        "untold": ["FATIGUE-02", "REST-02"],
        "whole": 2.0,
    }
    text = told([(RUNG, MEASURE)], [(RUNG, "Timefold", its)], [])
    assert "| kent | Timefold | 101 | 2.0 s | 2.0 |" in text
    assert "- kent: told only in part of these rules: FATIGUE-02, REST-02;" in text
    assert "breaks these that must hold: REST-02 (2)." in text


def test_the_rungs_are_drawn_as_large_as_they_say(tmp_path):
    rung = replace(RUNGS[1], name="tiny", cars=2, weeks=1, counties=2)
    book = rung.book(tmp_path)
    assert book == tmp_path / "tiny"
    assert {file.suffix for file in book.iterdir()} == {".xlsx"}
    assert rung.book(tmp_path) == book
