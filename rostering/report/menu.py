"""A menu of repairs for other programs, and how a chosen one is remembered."""

from typing import TYPE_CHECKING

from rostering.domain import Problem
from rostering.repair.news import rows_of
from rostering.report.answer import charge_documents
from rostering.report.differences import differences_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostering.repair.news import BookRow, News
    from rostering.repair.options import Menu, Option, Proof

Json = dict[str, object]


def menu_document(menu: "Menu", happened: "Sequence[News]", problem: Problem) -> Json:
    """What has happened, what it costs if nothing is done, and every option.

    Args:
        menu: All that can be done.
        happened: What has happened.
        problem: The book's, as it was before.
    """
    situation = menu.situation
    return {
        "news": [each.words(problem) for each in happened],
        "rows": [_row(row) for row in rows_of(problem, happened)],
        "told_on": situation.today.isoformat(),
        "wanted": len(problem.shifts),
        "published": {"crewed": len(_crewed(menu))},
        "as_it_is": {
            "crewed": len(_crewed(menu)) - len(situation.lost),
            "lost": [shift.id for shift in situation.lost],
        },
        "best_cover": _proof(menu.best_cover),
        "proved": menu.is_proved,
        "complete": menu.is_complete,
        "options": [
            option_document(number, option)
            for number, option in enumerate(menu.options, start=1)
        ],
        "seconds": round(menu.seconds, 3),
    }


def option_document(number: int, option: "Option") -> Json:
    """One option: its proofs, whom it changes, and what it costs."""
    before, after = option.situation.before, option.rota
    every = differences_document(option.changes, before, after)
    return {
        "option": number,
        "told": _proof(option.told),
        "cover": _proof(option.cover),
        "days_moved": _proof(option.moved),
        "price_of_notice": _proof(option.price),
        "proved": option.is_proved,
        "crewed": option.crewed,
        "open_again": [shift.id for shift in option.open_again],
        "people": list(option.people),
        "changes": every["people"],
        "cars": every["cars"],
        "charges": charge_documents(option.charges, option.situation.rules),
        "worth": [
            {"person": person, "plain_hours": float(round(hours, 2))}
            for person, hours in option.worth
        ],
        "unmended": [f"{b.rule} {b.subject}: {b.because}" for b in option.unmended],
    }


def repair_document(
    menu: "Menu",
    number: int,
    happened: "Sequence[News]",
    problem: Problem,
    *,
    of: str,
) -> Json:
    """How and why a rota was repaired, as its rota.json keeps it."""
    every = menu_document(menu, happened, problem)
    chosen = option_document(number, menu.options[number - 1])
    kept = ("news", "told_on", "as_it_is", "best_cover")
    return {"of": of, **{name: every[name] for name in kept}, "chosen": chosen}


def _row(row: "BookRow") -> Json:
    """A row of the book that would say what has happened."""
    return {"sheet": row.sheet, **{n: str(cell) for n, cell in row.values.items()}}


def _crewed(menu: "Menu") -> list[str]:
    before = menu.situation.before
    return [shift.id for shift in before.crews if before.is_crewed(shift)]


def _proof(proof: "Proof") -> Json:
    return {"value": proof.value, "least": proof.bound, "proved": proof.is_proved}
