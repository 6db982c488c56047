"""A rota that no search has made, with all that its files tell."""

from collections.abc import Mapping
from pathlib import Path

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Rota, Tier
from rostering.explain.gaps import gaps
from rostering.report.built import BuiltRota
from rostering.solve import Outcome, Result, TierResult


def as_it_stands(
    rota: Rota, book: Path, files: Mapping[str, str], rules: tuple[Rule, ...]
) -> BuiltRota:
    """The rota, audited; nothing is proved of how good it is.

    Args:
        rota: However it was made.
        book: The book that it belongs to.
        files: The SHA-256 of each file of the book, by its name.
        rules: The book's rules.
    """
    found = audit(rota, rules)
    tiers = tuple(TierResult(tier, found.cost(tier), 0, 0.0) for tier in Tier)
    result = Result(
        Outcome.FEASIBLE, rota, found, tiers, components=1, seconds=0.0, seed=0
    )
    found_gaps = gaps(rota, rules)
    return BuiltRota(book, files, rules, result, rota, found_gaps, is_searched=False)
