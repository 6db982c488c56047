"""An option of a menu of repairs as a rota that can be written, like a built one."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.domain import Tier
from rostering.explain.gaps import gaps
from rostering.report.built import BuiltRota
from rostering.solve import Outcome, Result, TierResult

if TYPE_CHECKING:
    from rostering.repair.options import Menu, Option


def built_of(
    menu: "Menu", option: "Option", book: Path, files: Mapping[str, str]
) -> BuiltRota:
    """The option with all that its files tell.

    The bound of cover is that of any rota; those of the later tiers are of rotas with
    no more changes than this one.
    """
    rules = menu.situation.rules
    cover = TierResult(Tier.COVER, option.cover.value, menu.best_cover.bound, 0.0)
    later = (TierResult(t, p.value, p.bound, 0.0) for t, p in option.tiers)
    result = Result(
        Outcome.FEASIBLE,
        option.rota,
        option.audit,
        (cover, *later),
        components=1,
        seconds=menu.seconds,
        seed=0,
    )
    found = gaps(option.rota, rules)
    return BuiltRota(book, files, rules, result, option.rota, found)
