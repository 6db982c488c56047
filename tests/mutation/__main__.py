"""`python -m tests.mutation [MODULE...]`: plant mutants in rules and list survivors."""

import importlib
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import typer

import constraints
from tests.mutation import page
from tests.mutation.forking import Outcome
from tests.mutation.mutants import Mutant, Source
from tests.mutation.record import Record
from tests.mutation.trying import OF_EVERY_RULE, Trying

FOLDER = Path(constraints.__file__).parent
LIVES = "150"
"""Random lives that the oracle looks at, of the 1200 of a full run."""
OF_THE_LIVES = (
    "many_lives_cross",
    "a_setting_that_is_a_little_off",
    "a_mistake_planted_in_an_audit",
)
"""Tests of whether all those lives are enough."""


def run(names: list[str]) -> None:
    """Try the named modules, or all, and renew the record of them."""
    os.environ.setdefault("ROTA_LIVES", LIVES)
    every = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    trying = Trying([_source(name) for name in names or every], _keep)
    wanted = f"({' or '.join(_users(names))}) and " if names else ""
    chosen = ["-k", f"{wanted}not ({' or '.join(OF_THE_LIVES)})"]
    options = ["-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "--assert=plain"]
    sys.exit(pytest.main([*options, "tests/rules", *chosen], plugins=[trying]))


def _source(name: str) -> Source:
    path = FOLDER / f"{name}.py"
    return Source(f"constraints.{name}", path, path.read_text("utf-8"))


def _keep(outcomes: Mapping[Mutant, Outcome]) -> None:
    """Renew the record of a module, and print what survived there unexplained."""
    record = Record.kept().renewed(outcomes)
    record.keep()
    page.write(record)
    for module in {mutant.module for mutant in outcomes}:
        typer.echo("{}: {} mutants, {} killed".format(*record.figures[module]))
        for survivor in record.survivors:
            if survivor.module == module and not survivor.reason:
                typer.echo("  {1}:  {2}  ->  {3}".format(*survivor))


def _users(names: list[str]) -> set[str]:
    """Words of the names of tests that bear on the modules: of all that import them."""
    wanted = {*names}
    sources = {path.stem: path.read_text() for path in FOLDER.glob("*.py")}
    while True:
        more = {
            name
            for name, text in sources.items()
            if name != "__init__"
            for imported in re.findall(r"from constraints\.(\w+) import", text)
            if imported in wanted
        }
        if more <= wanted:
            break
        wanted |= more
    modules = [importlib.import_module(f"constraints.{name}") for name in wanted]
    codes = {
        rule.code
        for rule in constraints.RULES.values()
        if rule.__module__ in {module.__name__ for module in modules}
    }
    own = {f"test_{name}" for name in wanted if not name.startswith("_")}
    return own | codes | {*OF_EVERY_RULE}


if __name__ == "__main__":
    run(sys.argv[1:])
