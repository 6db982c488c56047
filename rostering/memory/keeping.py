"""The rows that a ledger keeps of each version, and making them anew from it alone."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from constraints import Rule
from constraints.contracted_hours import ContractedHours
from inputs import BadInputs, read
from rostering.domain import PersonId
from rostering.ledger import Ledger, Version
from rostering.memory.chances import Chances, chances_of
from rostering.memory.rows import chances_in, rows_of
from rostering.rulebook import rulebook

KIND = "fairness"
"""The kind of the ledger's notes on who could have worked what."""

ByVersion = Mapping[int, Mapping[PersonId, Chances]]


def keep(ledger: Ledger, version: Version) -> None:
    """Keep beside a version what each person could have worked in its days.

    Raises:
        BadInputs: Its book cannot be read any more.
        Refusal: The ledger cannot be written.
    """
    rows = rows_of(chances_anew(version))
    facts = {"version": version.number, "of": version.hash, "people": rows}
    ledger.note(KIND, facts, author=version.author)


def chances(ledger: Ledger, versions: Sequence[Version]) -> ByVersion:
    """What each person could have worked in the days of each version.

    What is kept is taken; of a version of which nothing is kept it is made anew, and
    is nothing where its book cannot be read any more.
    """
    kept = {note.facts["of"]: note.facts["people"] for note in ledger.notes(KIND)}
    found: dict[int, Mapping[PersonId, Chances]] = {}
    for version in versions:
        rows = kept.get(version.hash)
        if isinstance(rows, dict):
            found[version.number] = chances_in(rows)
        else:
            with suppress(BadInputs):
                found[version.number] = chances_anew(version)
    return found


def chances_anew(version: Version) -> dict[PersonId, Chances]:
    """What each person could have worked in the days of a version, from it alone.

    Raises:
        BadInputs: Its book cannot be read any more.
    """
    days = version.period
    weeks = (days.last - days.first).days // 7 + 1
    with TemporaryDirectory() as folder:
        for name, mark in version.inputs.items():
            (Path(folder) / Path(name).name).write_bytes(version.content(mark))
        problem = read(Path(folder), first=days.first, weeks=weeks).problem
    rules, _ = rulebook(problem)
    return chances_of(problem, version.saved().lines, meal_break(rules))


def meal_break(rules: Sequence[Rule]) -> timedelta:
    """The unpaid break in a long duty, as the rule on contracted hours has it."""
    asked = [rule.meal_break for rule in rules if isinstance(rule, ContractedHours)]
    return asked[0] if asked else ContractedHours().meal_break
