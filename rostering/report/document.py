"""A built rota as rota.json: the lines, and all that is known of them."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import rostering
from constraints import Rule
from rostering.domain import Audit, Problem, Tier
from rostering.domain.signs import encoded
from rostering.report.built import BuiltRota
from rostering.report.diaries import diaries
from rostering.report.exceptions import exceptions_document
from rostering.rulebook import write_parameter
from rostering.saved.diaries import PEOPLE
from rostering.saved.lines import State

if TYPE_CHECKING:
    from rostering.explain.gaps import Gap
    from rostering.explain.gaps.stops import Stop
    from rostering.solve.result import Result, TierResult

AS_IT_STANDS = "as it stands"
"""In place of how a search ended, for a rota that no search has made."""
FORMAT = 1
"""Rises when a reader of the file must change."""

Json = Mapping[str, object]


def to_json(built: BuiltRota, folder: Path) -> bytes:
    """The content of rota.json, for a rota that is kept in the folder."""
    document = {**document_of(built), "book": _book(built, folder)}
    return encoded(json.dumps(document, indent=1, ensure_ascii=False) + "\n")


def document_of(built: BuiltRota) -> dict[str, object]:
    """Everything about the rota; what may differ from run to run is in `timings`."""
    period, result = built.rota.problem.period, built.result
    return {
        "format": FORMAT,
        "engine": rostering.__version__,
        "book": "" if built.view else str(built.book),
        **({"view": built.view} if built.view else {}),
        "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "inputs": dict(sorted(built.files.items())),
        "seed": result.seed,
        "limits": _limits(built),
        "weights": built.weights,
        **_remembered(built),
        **({"repair": built.repair} if built.repair else {}),
        "outcome": result.outcome.value if built.is_searched else AS_IT_STANDS,
        "notes": list(built.notes),
        "shifts": {
            "wanted": built.wanted.total(),
            "crewed": built.crewed.total(),
            **_most(built),
        },
        "components": result.components,
        **({} if built.view else _judged(built)),
        "areas": _areas(built),
        "bank_holidays": _bank_holidays(built),
        **({} if built.view else {PEOPLE: [d.document for d in diaries(built)]}),
        "gaps": [gap_document(gap) for gap in built.gaps],
        "rows": [line.texts for line in built.lines],
        "timings": _timings(result),
    }


def _most(built: BuiltRota) -> Json:
    """How many shifts can be crewed at most, where that was proved."""
    is_known = built.is_searched and not built.view
    return {"most": built.most_crewed} if is_known else {}


def _judged(built: BuiltRota) -> Json:
    """How good it is, by which rules."""
    return {
        "tiers": [
            _tier(tier) if built.is_searched else _counted(tier)
            for tier in built.result.tiers
        ],
        "audit": audit_document(built.result.audit, built.rota.problem),
        "rules": [rule_document(rule) for rule in built.rules],
    }


def about(built: BuiltRota, folder: Path) -> Json:
    """Where a rota comes from, for files in the folder that are read back alone."""
    document = document_of(built)
    told = ("format", "engine", "period", "inputs", "seed", "outcome", "weights")
    return {**{name: document[name] for name in told}, "book": _book(built, folder)}


def audit_document(audit: Audit, problem: Problem) -> Json:
    """How the audit ended, in figures."""
    return {
        "rules": list(audit.rules),
        "breaches": len(audit.hard),
        "wishes": [
            {"rule": rule, "tier": tier.title, "times": times, "charge": cost}
            for tier, rule, times, cost in wishes_missed(audit)
        ],
        **exceptions_document(audit, problem),
    }


def wishes_missed(audit: Audit) -> Iterator[tuple[Tier, str, int, int]]:
    """Each tier and rule with wishes not met: how many times, at what cost."""
    keys = sorted({(breach.tier, breach.rule) for breach in audit.wishes})
    for tier, rule in keys:
        costs = [b.cost for b in audit.wishes if (b.tier, b.rule) == (tier, rule)]
        yield tier, rule, len(costs), sum(costs)


def rule_document(rule: Rule) -> Json:
    """A rule as it is set."""
    return {
        "code": rule.code,
        "title": rule.title,
        "mode": rule.mode.value,
        "tier": rule.tier.title,
        "weight": rule.weight,
        "parameters": {
            name: write_parameter(getattr(rule, name)) for name in rule.parameters()
        },
        "people": _scope(rule.people),
        "units": _scope(rule.units),
    }


def _book(built: BuiltRota, folder: Path) -> str:
    """Where the book is; nothing for a reader who has not the book."""
    return "" if built.view else _way(built.book, folder)


def _way(book: Path, folder: Path) -> str:
    """The way from the folder to the book, so that both can move together."""
    try:
        way = os.path.relpath(book.resolve(), folder.resolve())
    except ValueError:
        return str(book.resolve())
    return Path(way).as_posix()


def _limits(built: BuiltRota) -> Json:
    limits = built.limits
    if limits is None:
        return {}
    return {"effort": limits.effort, "seconds": limits.seconds}


def _areas(built: BuiltRota) -> Json:
    """Where each car goes, which no row tells."""
    return {unit.callsign: unit.area for unit in built.rota.problem.units if unit.area}


def _bank_holidays(built: BuiltRota) -> Json:
    """The names of the bank holidays among its days."""
    problem = built.rota.problem
    return {
        day.isoformat(): name
        for day, name in sorted(problem.bank_holidays.items())
        if day in problem.period
    }


def _remembered(built: BuiltRota) -> Json:
    """What of the book's ledger counted, so that the same can be built again."""
    held = built.held
    if held is None:
        return {}
    said = {"versions": list(held.versions), "notes": list(held.notes)}
    return {"remembered": said}


def _scope(names: Iterable[str] | None) -> list[str] | None:
    return None if names is None else sorted(names)


def _tier(tier: "TierResult") -> Json:
    return {
        "tier": tier.tier.title,
        "value": tier.value,
        "bound": tier.bound,
        "proved": tier.is_proved,
        "gap": round(tier.gap, 6),
    }


def _counted(tier: "TierResult") -> Json:
    """A tier of a rota that no search has made: its charge, and no bound."""
    unknown = dict.fromkeys(("bound", "gap"))
    return {"tier": tier.tier.title, "value": tier.value, "proved": False, **unknown}


def gap_document(gap: "Gap") -> Json:
    """A post that lacks somebody, and what keeps everybody out."""
    return {
        "date": gap.shift.day.isoformat(),
        "unit": gap.shift.unit,
        "turn": gap.shift.turn,
        "post": gap.post.name,
        "places": gap.places,
        "state": (State.SPARE if gap.is_spare else State.OPEN).value,
        "reason": gap.sentence,
        "stops": [_stop(stop) for stop in gap.stops],
    }


def _stop(stop: "Stop") -> Json:
    """What keeps one person out: the most telling reason, and all of them."""
    reasons = [
        {
            "rule": objection.rule,
            "because": objection.because,
            "place": "" if objection.place is None else str(objection.place),
        }
        for objection in stop.objections
    ]
    return {"person": stop.person, **reasons[0], "reasons": reasons}


def _timings(result: "Result") -> Json:
    tiers = {tier.tier.title: round(tier.seconds, 3) for tier in result.tiers}
    return {"seconds": round(result.seconds, 3), "tiers": tiers}
