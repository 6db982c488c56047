from io import StringIO

from rich.console import Console

from rostering.domain import Tier
from rostering.report.console.progress import ProgressPicture, watching
from rostering.solve import Progress


def drawn(picture):
    console = Console(width=80, file=StringIO())
    console.print(picture)
    return console.file.getvalue()


def test_a_pipe_gets_no_progress():
    console = Console(file=StringIO(), force_terminal=False)
    with watching(console) as watcher:
        assert watcher is None
    assert console.file.getvalue() == ""


def test_a_terminal_gets_a_picture_that_is_taken_away_again():
    console = Console(file=StringIO(), force_terminal=True, width=80)
    with watching(console) as watcher:
        watcher(Progress(Tier.COVER, 7, 5, 0, 3, 0.2))
    assert "Ctrl-C" in console.file.getvalue()


def test_before_anything_is_known_it_says_that_it_is_looking():
    assert "Looking for the best rota" in drawn(ProgressPicture())


def test_each_tier_shows_its_latest_best_and_bound():
    picture = ProgressPicture()
    picture(Progress(Tier.COVER, 9, 5, 0, 3, 0.1))
    picture(Progress(Tier.COVER, 7, 7, 1, 3, 0.2))
    picture(Progress(Tier.CARE, None, 0, 1, 3, 0.3))
    rows = [line.split() for line in drawn(picture).splitlines()]
    assert ["cover", "7", "7"] in rows
    assert ["duty", "of", "care", "–", "0"] in rows
    assert "part 1 of 3 done, 0.3 s" in drawn(picture)
