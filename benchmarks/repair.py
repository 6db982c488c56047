"""How fast and how small repairs are: random absences on a published rota.

python -m benchmarks.repair rota            200 absences on the rota in a folder
python -m benchmarks.repair rota --count 20 --anew
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Annotated

import typer
from rich.progress import track

from rostering.cli.saved import OpenedRota, open_saved
from rostering.domain import PersonId, Rota
from rostering.repair.changes import changes, people_told
from rostering.repair.menu import Menu, menu
from rostering.repair.news import Absent, laid_over
from rostering.repair.situation import Situation
from rostering.report.console.screen import screen, table
from rostering.solve import Limits, solve

MOST_DAYS = 14
MEDIAN_WANTED = 3.0
"""Seconds for the whole command, from start to menu."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One absence, and what it came to."""

    absent: Absent
    today: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """A menu, how long it took, and what building anew would change instead."""

    menu: Menu
    searching: float
    command: float
    """Seconds of the whole command; 0 where it was not run."""
    anew_days: int | None = None
    anew_people: int | None = None


def trials(rota: Rota, count: int, seed: int) -> Iterator[Trial]:
    """Absences of 1 to 14 days of anybody on the rota, told when they begin."""
    chance = Random(seed)
    period = rota.problem.period
    people = sorted({fill.person for fill in rota.fills})
    for _ in range(count):
        length = chance.randint(1, MOST_DAYS)
        first = period.first + timedelta(
            days=chance.randrange(len(period.days) - length + 1)
        )
        person = PersonId(chance.choice(people))
        last = first + timedelta(days=length - 1)
        yield Trial(Absent(person, first, last), first)


def tried(
    opened: OpenedRota, trial: Trial, *, is_whole: bool, is_anew: bool
) -> Outcome:
    """Repair after the absence; the whole command too, and a rota built anew."""
    rota, rules = opened.rota, opened.opened.rules
    facts = laid_over(rota.problem, [trial.absent])
    situation = Situation(rota, facts, rules, trial.today)
    start = time.perf_counter()
    found = menu(situation)
    searching = time.perf_counter() - start
    command = _command(opened.path, trial) if is_whole else 0.0
    if not is_anew:
        return Outcome(found, searching, command)
    anew = solve(facts, rules, limits=Limits(effort=0.1)).rota
    moved = changes(rota, anew, trial.today) if anew else ()
    told = [each for each in moved if each.is_told and each.day >= trial.today]
    return Outcome(found, searching, command, len(told), len(people_told(told)))


def _command(path: Path, trial: Trial) -> float:
    absent = trial.absent
    said = f"{absent.person} {absent.first} {absent.last}"
    words = ["repair", str(path.parent), "--absent", said, "--json"]
    call = [sys.executable, "-m", "rostering", *words, "--today", str(trial.today)]
    start = time.perf_counter()
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(
    path: Annotated[Path, typer.Argument(help="The folder of a built rota.")],
    count: Annotated[int, typer.Option(help="How many absences.")] = 200,
    seed: Annotated[int, typer.Option(help="Which absences.")] = 1,
    whole: Annotated[bool, typer.Option(help="Run the whole command too.")] = True,
    anew: Annotated[bool, typer.Option(help="Build anew too, to compare.")] = False,
) -> None:
    """Repair after random absences, and say how fast and how small the repairs are."""
    opened = open_saved(path)
    found = [
        tried(opened, trial, is_whole=whole, is_anew=anew)
        for trial in track(list(trials(opened.rota, count, seed)), "Repairing")
    ]
    _show(found)
    is_proved = all(each.menu.is_proved for each in found)
    is_fast = not whole or median(e.command for e in found) <= MEDIAN_WANTED
    raise typer.Exit(0 if is_proved and is_fast else 1)


def _show(found: list[Outcome]) -> None:
    last = [each.menu.options[-1] for each in found]
    made = table("", "median", "most", "in all")
    rows: list[tuple[str, list[float]]] = [
        ("seconds, whole command", [each.command for each in found]),
        ("seconds, searching", [each.searching for each in found]),
        ("published shifts at stake", [len(e.menu.situation.lost) for e in found]),
        ("open after the fullest repair", [len(o.open_again) for o in last]),
        ("people told by it", [o.told.value for o in last]),
        ("  proved least", [o.told.bound for o in last]),
        ("days moved by it", [o.moved.value for o in last]),
        ("  building anew: days moved", _known([e.anew_days for e in found])),
        ("  building anew: people told", _known([e.anew_people for e in found])),
    ]
    for name, values in rows:
        if any(values):
            figures = (median(values), max(values), sum(values))
            made.add_row(name, *(f"{figure:.4g}" for figure in figures))
    proved = sum(each.menu.is_proved for each in found)
    console = screen()
    console.print(made)
    console.print(f"{proved} of {len(found)} menus proved.")


def _known(values: list[int | None]) -> list[float]:
    return [value for value in values if value is not None]


if __name__ == "__main__":
    typer.run(main)
