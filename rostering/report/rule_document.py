"""A rule's page for other programs."""

from constraints import Rule
from rostering.domain import Problem
from rostering.report.rule_settings import (
    cells_of,
    limits_of,
    sources_of,
    whom_in_words,
)
from rostering.report.rule_text import text_of


def rule_page_document(rule: Rule, problem: Problem | None = None) -> dict[str, object]:
    """A rule's words, sources and drawings, and who set it."""
    text = text_of(type(rule))
    return {
        "kind": rule.kind.value,
        "usual": rule.is_usual,
        "waivable": rule.may_be_waived,
        "sentence": text.sentence,
        "why": text.why,
        "note": text.note,
        "meanings": text.meanings,
        "law": limits_of(rule),
        "sources": [
            {"id": entry.id, "asks": entry.title, "stands_in": entry.reference}
            for entry in sources_of(rule)
        ],
        "for": whom_in_words(rule, problem),
        "set_by": list(cells_of(rule, problem)),
        "kept": list(rule.kept),
        "broken": list(rule.broken),
        "charged": [
            {"drawing": drawing, "charge": cost} for drawing, cost in rule.charged
        ],
    }
