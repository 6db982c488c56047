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
        watcher(Progress(Tier.COVER, 7, 5, 3, 0, 3, 0.2))
    assert "Ctrl-C" in console.file.getvalue()


def test_before_anything_is_known_it_says_that_it_is_looking():
    assert "Looking for the best rota" in drawn(ProgressPicture())


def told(*progress, seconds=0):
    clock = iter([100.0, *[100.0 + seconds] * 9])
    picture = ProgressPicture(lambda: next(clock))
    for one in progress:
        picture(one)
    return drawn(picture)


def test_each_tier_shows_its_latest_best_and_bound():
    text = told(
        Progress(Tier.COVER, 9, 5, 3, 0, 3, 0.1),
        Progress(Tier.COVER, 7, 7, 3, 1, 3, 0.2),
        Progress(Tier.CARE, 4, 1, 3, 1, 3, 0.3),
    )
    rows = [line.split() for line in text.splitlines()]
    assert ["cover", "7", "7", "proved"] in rows
    assert ["duty", "of", "care", "4", "1", "looking"] in rows
    assert ["wishes", "–", "–"] in rows
    assert "1 of 3 separate parts done" in text


def test_a_tier_that_few_parts_have_come_to_shows_no_sum_yet():
    text = told(Progress(Tier.CONTRACT, 0, 0, 2, 1, 3, 0.2))
    rows = [line.split() for line in text.splitlines()]
    assert ["contract", "–", "–", "in", "2", "of", "3", "parts"] in rows


def test_the_seconds_go_on_while_nothing_new_is_told():
    assert "  7 s" in told(seconds=7)


def test_the_picture_does_not_jump():
    first = told()
    later = told(Progress(Tier.WISHES, 4, 1, 1, 0, 1, 0.3), seconds=30)
    assert len(first.splitlines()) == len(later.splitlines())
