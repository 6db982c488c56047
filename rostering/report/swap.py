"""A swap in words and for other programs."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from rostering.domain.time import day_in_words, in_words
from rostering.report.answer import charge_documents, objection_document, place_document
from rostering.report.differences import differences_document
from rostering.report.ladder import figures_document

if TYPE_CHECKING:
    from rostering.pay import Pay
    from rostering.repair.swap import Side, Swap

Json = dict[str, object]


def effects(side: "Side") -> Iterator[tuple[str, str, str]]:
    """Each measure of one side with what it was and what it would be, in words."""
    was, then = side.before, side.after
    yield "rest before", _rest(was.rest_before), _rest(then.rest_before)
    yield "rest after", _rest(was.rest_after), _rest(then.rest_after)
    yield "fullest 7 days", in_words(was.week), in_words(then.week)
    yield "hours a week", in_words(was.average), in_words(then.average)
    before, after = side.pay_before, side.pay_after
    yield "paid hours", in_hours(before.basic_hours), in_hours(after.basic_hours)
    yield "earned on top", on_top(before), on_top(after)


def in_hours(hours: Fraction) -> str:
    """`37.5 h`, to a tenth."""
    return f"{float(hours):.1f} h"


def on_top(pay: "Pay") -> str:
    """What comes above plain time, in hours of it, and in pounds where a rate is."""
    pounds = "" if pay.extra is None else f" (£{pay.extra:,})"
    return f"{in_hours(pay.extra_hours)}{pounds}"


def _rest(rest: timedelta | None) -> str:
    return "–" if rest is None else in_words(rest)


def swap_document(swap: "Swap") -> Json:
    """Both sides, and whether it may be."""
    return {
        "allowed": swap.is_allowed,
        "told": swap.told_on.isoformat(),
        "sides": [_side(swap, side) for side in swap.sides],
        "charges": charge_documents(swap.charges, swap.rules),
        **_changes(swap),
    }


def swap_kept(swap: "Swap") -> Json:
    """How and why the rota was changed, as its rota.json keeps it."""
    return {
        "news": [swap_in_words(swap)],
        "told_on": swap.told_on.isoformat(),
        "chosen": {"charges": charge_documents(swap.charges, swap.rules)}
        | _changes(swap),
    }


def swap_in_words(swap: "Swap") -> str:
    """`Ann Lee gives JR-04 late on Fri 22 Jan 2027 and Bob Day gives …`."""
    problem = swap.before.problem
    return " and ".join(
        f"{problem.person[side.person].name} gives {side.gives.shift.unit} "
        f"{side.gives.shift.turn} on {day_in_words(side.gives.shift.day)}"
        for side in swap.sides
    )


def _changes(swap: "Swap") -> Json:
    """Who is told what, and which cars change, as `rota diff` tells it."""
    every = differences_document(swap.changes, swap.before, swap.after)
    return {"changes": every["people"], "cars": every["cars"]}


def _side(swap: "Swap", side: "Side") -> Json:
    problem = swap.before.problem
    return {
        "person": side.person,
        "gives": place_document(side.gives),
        "takes": place_document(side.takes),
        "objections": [objection_document(each, problem) for each in side.against],
        "before": figures_document(side.before),
        "after": figures_document(side.after),
        "bank_hours": round(float(side.bank_hours), 2),
        "extra_hours": round(float(side.extra_hours), 2),
    }
