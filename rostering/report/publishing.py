"""What a ledger keeps of a rota: its lines afresh, and all that is known of them."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import rostering
from constraints import Rule
from rostering.domain import Audit, Rota
from rostering.domain.signs import encoded
from rostering.report.document import FORMAT, audit_document, rule_document
from rostering.saved.lines import RotaLine, lines_of


@dataclass(frozen=True)
class Publishable:
    """A rota that was read and audited, with the book that it was audited by."""

    rota: Rota
    rules: tuple[Rule, ...]
    audit: Audit
    files: Mapping[str, str]
    """The SHA-256 of each file of the book, by its name."""
    lines: tuple[RotaLine, ...]


def lines_to_publish(rota: Rota, told: Iterable[RotaLine]) -> tuple[RotaLine, ...]:
    """Every place of the rota, with the reasons that were told for the empty ones."""
    reasons = {(line.shift_id, line.post, line.state): line.reason for line in told}
    return tuple(
        replace(line, reason=reasons.get((line.shift_id, line.post, line.state), ""))
        for line in lines_of(rota)
    )


def document_to_publish(rota: Publishable, known: Mapping[str, object]) -> bytes:
    """rota.json as it was built; for a rota made by hand, what can be said of it."""
    period = rota.rota.problem.period
    document = {
        "format": FORMAT,
        "engine": rostering.__version__,
        "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "inputs": dict(sorted(rota.files.items())),
        "audit": audit_document(rota.audit, rota.rota.problem),
        "rules": [rule_document(rule) for rule in rota.rules],
        "rows": [line.texts for line in rota.lines],
        **known,
    }
    return encoded(json.dumps(document, indent=1, ensure_ascii=False) + "\n")


def is_same_rota(some: Iterable[RotaLine], others: Iterable[RotaLine]) -> bool:
    """Whether the same people are in the same places at the same hours."""
    return places_of(some) == places_of(others)


def places_of(lines: Iterable[RotaLine]) -> Counter[RotaLine]:
    """Each place with whoever fills it, and without words that may change."""
    return Counter(replace(line, name="", reason="") for line in lines)
