"""Gaps and their repairs for other programs."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from constraints import Rule
from rostering.domain import Problem
from rostering.report.answer import change_document, charge_documents
from rostering.report.document import gap_document
from rostering.report.people import names_in

if TYPE_CHECKING:
    from rostering.explain.repairs import OpenShift, Repair
    from rostering.explain.repairs.easings import Easing
    from rostering.explain.repairs.together import Together

Json = dict[str, object]


def repairs_document(
    shifts: Sequence["OpenShift"],
    together: Sequence["Together"],
    problem: Problem,
    rules: Sequence[Rule],
) -> Json:
    """Every open shift: who is stopped by what, and how it could be crewed."""
    return {
        "shifts": [_shift(shift, problem, rules) for shift in shifts],
        "together": [_together(each, problem) for each in together],
    }


def _shift(open_shift: "OpenShift", problem: Problem, rules: Sequence[Rule]) -> Json:
    shift = open_shift.shift
    return {
        "date": shift.day.isoformat(),
        "unit": shift.unit,
        "turn": shift.turn,
        "posts": [gap_document(gap) for gap in open_shift.gaps],
        "repairs": [_repair(each, problem, rules) for each in open_shift.repairs],
    }


def _repair(repair: "Repair", problem: Problem, rules: Sequence[Rule]) -> Json:
    return {
        "unkindness": repair.unkindness,
        "asks": asks_document(repair.easings, problem),
        "likewise": [asks_document(each.easings, problem) for each in repair.likewise],
        "changes": [change_document(change, problem) for change in repair.changes],
        "charges": charge_documents(repair.charges, rules),
        "breaches": len(repair.eased.new_breaches),
    }


def _together(together: "Together", problem: Problem) -> Json:
    return {
        "asks": asks_document(together.easings, problem),
        "shifts": [shift.id for shift in together.shifts],
    }


def asks_document(easings: Iterable["Easing"], problem: Problem) -> list[Json]:
    """What is to be asked of whom."""
    return [
        {
            "kind": easing.kind.name,
            "of": easing.subject,
            "name": names_in(easing.subject, problem),
            "words": easing.words(problem),
            "places": [str(place) for place in easing.places(problem) if place.file],
        }
        for easing in easings
    ]
