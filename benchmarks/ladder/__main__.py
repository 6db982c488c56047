"""The ladder of our own: `make bench`, or `python -m benchmarks.ladder kent 3x52`.

Draws the books, builds the rota of each as `rota build` does, gives the same models to
peers, times the commands that people wait for, and writes what came of it to
build/bench/ladder.json and into benchmarks/RESULTS.md.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.ladder.crowd import crowd
from benchmarks.ladder.feel import Felt, felt
from benchmarks.ladder.peers import NAMES
from benchmarks.ladder.rungs import RUNGS, SEED, Rung
from benchmarks.ladder.telling import Measure, told
from benchmarks.results import machine, write_section

FOLDER = Path("build/bench")
YEAR = "3x52"
LEAST_SECONDS = 20
"""A peer is given so long even where ours took less."""
PATIENCE = 120
"""So many seconds on top are left to a peer for what it does before it searches."""

Names = Annotated[
    list[str] | None, typer.Argument(help="Rungs, such as kent; all without any.")
]
Limit = Annotated[
    float | None,
    typer.Option("--seconds", help="Limit each search of ours, not as rungs have it."),
]
Peers = Annotated[bool, typer.Option(help="Give the same models to peers.")]
Most = Annotated[
    float, typer.Option("--peer-seconds", help="The most that a peer is given.")
]
Feel = Annotated[bool, typer.Option(help="Time the commands that people wait for.")]
Write = Annotated[bool, typer.Option(help="Write the section in RESULTS.md.")]


def bench(
    names: Names = None,
    seconds: Limit = None,
    *,
    peers: Peers = True,
    peer_seconds: Most = 120.0,
    feel: Feel = True,
    write: Write = True,
) -> None:
    """Climb the ladder, and tell what was found."""
    chosen = [rung for rung in RUNGS if not names or rung.name in names]
    if not chosen:
        known = ", ".join(rung.name for rung in RUNGS)
        raise typer.BadParameter(f"there are these rungs: {known}")
    ours = [(rung, _ours(rung, seconds)) for rung in chosen]
    theirs = list(_peers(ours, peer_seconds)) if peers else []
    found = list(_feel(feel))
    text = f"{machine()} Seed {SEED}.\n\n{told(ours, theirs, found)}"
    typer.echo(text)
    _keep(ours, theirs, found)
    if write:
        write_section("own ladder", "Books of our own", text)


def _ours(rung: Rung, seconds: float | None) -> Measure:
    book = rung.book(FOLDER)
    out = FOLDER / "rotas" / rung.name
    most = rung.seconds if seconds is None else seconds
    limit = "none" if most is None else str(most)
    arguments = (str(book), str(rung.weeks), str(out), limit)
    return _run(rung.name, "ours", "benchmarks.ladder.ours", *arguments)


def _peers(
    ours: list[tuple[Rung, Measure]], most: float
) -> Iterator[tuple[Rung, str, Measure]]:
    for rung, found in ours:
        limit = min(most, max(LEAST_SECONDS, found["steps"]["solve"]))
        book = str(rung.book(FOLDER))
        for peer in NAMES:
            module = "benchmarks.ladder.peers"
            arguments = (peer, book, str(rung.weeks), str(limit))
            yield rung, peer, _waited_for(limit, rung.name, peer, module, *arguments)


def _waited_for(limit: float, *arguments: str) -> dict[str, Any]:
    """What a peer came to, or why there is nothing."""
    try:
        return _run(*arguments, timeout=limit + PATIENCE)
    except subprocess.TimeoutExpired:
        why = f"no answer {PATIENCE} s late"
    except subprocess.CalledProcessError as error:
        why = f"ended with {error.returncode}"
    return {"tiers": {}, "whole": None, "why": why}


def _run(
    rung: str, who: str, module: str, *arguments: str, timeout: float | None = None
) -> dict[str, Any]:
    """One measurement in a process of its own."""
    typer.echo(f"{rung}: {who} …", err=True)
    command = (sys.executable, "-m", module, *arguments)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=timeout)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _feel(wanted: bool) -> Iterator[Felt]:
    year = FOLDER / "rotas" / YEAR
    if not wanted:
        return
    if not year.exists():
        rung = next(rung for rung in RUNGS if rung.name == YEAR)
        _ours(rung, 30.0)
    yield from felt(year, crowd(FOLDER))


def _keep(
    ours: list[tuple[Rung, Measure]],
    theirs: list[tuple[Rung, str, Measure]],
    feel: list[Felt],
) -> None:
    """Write the figures for other programs."""
    kept = {
        "machine": machine(),
        "seed": SEED,
        "ours": {rung.name: found for rung, found in ours},
        "peers": [{"book": r.name, "peer": p, **found} for r, p, found in theirs],
        "feel": [asdict(each) for each in feel],
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "ladder.json").write_text(json.dumps(kept, indent=2), encoding="utf-8")


if __name__ == "__main__":
    typer.run(bench)
