"""The answer to `rota why` for other programs."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from constraints import Rule
from rostering.domain import Fill, PersonId, Problem, Tier
from rostering.report.people import names_in

if TYPE_CHECKING:
    from rostering.explain.differences import Change, Charge
    from rostering.explain.options import Objection, Option
    from rostering.explain.why import Why

Json = dict[str, object]


def answer_document(why: "Why", rules: Sequence[Rule]) -> Json:
    """Everything that the answer says, in ids and in names."""
    problem = why.given.problem
    asked, other = why.supposed, why.otherwise
    own = () if why.broken is None else why.broken.objections
    return {
        "person": asked.person,
        "name": problem.person[asked.person].name,
        "date": asked.shifts[0].day.isoformat(),
        "there": why.is_there,
        "shifts": [shift.id for shift in asked.shifts],
        "posts": [place_document(fill) for fill in why.fills],
        "broken": [objection_document(each, problem) for each in own],
        "held": [objection_document(each, problem) for each in why.held],
        "options": [_option(option, problem) for option in why.options],
        "verdict": why.verdict.value,
        "outcome": other.outcome.value,
        "breaches_now": len(why.before.hard),
        "tiers": _tiers(why),
        "charges": charge_documents(why.charges, rules),
        "changes": [change_document(change, problem) for change in why.changes],
    }


def _tiers(why: "Why") -> list[Json]:
    """Each tier now and then; nothing where there is no other rota to compare."""
    if why.otherwise.rota is None:
        return []
    then = why.otherwise.audit
    return [
        {"tier": tier.title, "now": why.before.cost(tier), "then": then.cost(tier)}
        for tier in Tier
    ]


def charge_documents(charges: "Iterable[Charge]", rules: Sequence[Rule]) -> list[Json]:
    """What each rule's wishes cost now, and then."""
    titles = {rule.code: rule.title for rule in rules}
    return [
        {
            "tier": charge.tier.title,
            "rule": charge.rule,
            "title": titles.get(charge.rule, ""),
            "now": charge.now,
            "then": charge.then,
        }
        for charge in charges
    ]


def _option(option: "Option", problem: Problem) -> Json:
    return {
        **_person(option.fill.person, problem),
        **place_document(option.fill),
        "instead_of": option.instead_of or "",
        "free": not option.objections,
        "objections": [objection_document(each, problem) for each in option.objections],
    }


def objection_document(objection: "Objection", problem: Problem) -> Json:
    """What one rule has against somebody."""
    return {
        "rule": objection.rule,
        "about": names_in(objection.subject, problem),
        "because": objection.because,
        "place": "" if objection.place is None else str(objection.place),
    }


def change_document(change: "Change", problem: Problem) -> Json:
    """What one person would leave, and join."""
    return {
        **_person(change.person, problem),
        "leaves": _fills(change.leaves),
        "joins": _fills(change.joins),
    }


def _person(person: PersonId, problem: Problem) -> Json:
    return {"person": person, "name": problem.person[person].name}


def _fills(fills: Iterable[Fill]) -> list[Json]:
    return [place_document(fill) for fill in fills]


def place_document(fill: Fill) -> Json:
    """One place of one shift."""
    shift = fill.shift
    return {
        "date": shift.day.isoformat(),
        "unit": shift.unit,
        "turn": shift.turn,
        "post": fill.post,
    }
