from io import StringIO

from rich.console import Console

from rostering.domain import Tier
from rostering.report.console.sweep import SweepPicture, watching_all
from rostering.solve import Progress


def drawn(picture):
    console = Console(width=80, file=StringIO())
    console.print(picture)
    return console.file.getvalue()


def test_a_pipe_gets_no_progress():
    with watching_all(Console(file=StringIO(), force_terminal=False), ["a"]) as told:
        assert told is None


def test_every_scenario_is_shown_from_the_start():
    out = drawn(SweepPicture(["as it is", "12 h rest"]))
    assert "as it is" in out
    assert out.count("waits") == 2
    assert "0 of 2 scenarios done" in out


def test_a_scenario_is_told_by_its_tier_and_its_parts():
    picture = SweepPicture(["as it is", "12 h rest"])
    picture(0, Progress(Tier.WISHES, 1, 1, 3, 3, 3, 0.5))
    picture(1, Progress(Tier.CONTRACT, 7, 5, 3, 1, 3, 0.5))
    out = drawn(picture)
    assert "done" in out
    assert "1 of 3" in out
    assert "contract, tier 3 of 5" in out
    assert "1 of 2 scenarios done" in out
