"""Four days of the Kent example, drawn in every way: nothing in them is chosen anew."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from rostering.report.console.cars import cars_shown
from rostering.report.console.days import days_shown
from rostering.report.console.gaps import gaps_shown
from rostering.report.console.people import people_shown
from rostering.report.console.person import person_shown
from rostering.report.console.shares import shares_shown
from rostering.report.console.weeks import weeks_shown
from rostering.saved.reading import read_rota

WEEK = Path(__file__).resolve().parents[2] / "docs" / "week.csv"
VIEWS = {
    "by car": cars_shown,
    "by person": people_shown,
    "by week": weeks_shown,
    "by day": days_shown,
    "by share": shares_shown,
    "one person": lambda lines, width: person_shown(lines, "PM4129", width),
    "gaps": lambda lines, width: gaps_shown(lines),
}


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("view", VIEWS)
def test_it_is_drawn_as_before(view, width, snapshot):
    console = Console(file=StringIO(), width=width, highlight=False)
    for part in VIEWS[view](read_rota(WEEK).lines, width):
        console.print(part)
    lines = console.file.getvalue().splitlines()
    assert "\n".join(line.rstrip() for line in lines) == snapshot
