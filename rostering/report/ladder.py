"""The cover ladder in words and for other programs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from constraints import Rule
from rostering.domain.time import MINUTE, day_in_words
from rostering.report.answer import charge_documents, objection_document
from rostering.report.repairs import asks_document

if TYPE_CHECKING:
    from rostering.repair.figures import Figures
    from rostering.repair.ladder import Ladder, Rung

Json = dict[str, object]


def ladder_document(ladder: "Ladder", rules: Sequence[Rule]) -> Json:
    """Everybody on the ladder, in order."""
    shift = ladder.place.shift
    return {
        "date": shift.day.isoformat(),
        "unit": shift.unit,
        "turn": shift.turn,
        "post": ladder.place.post.name,
        "instead_of": ladder.place.instead_of or "",
        "lacking": [post.name for post in ladder.lacking],
        "people": [_rung(ladder, rung, rules) for rung in ladder.rungs],
    }


def taken_kept(ladder: "Ladder", rung: "Rung") -> Json:
    """How and why the rota was changed, as its rota.json keeps it."""
    problem, place = ladder.rota.problem, ladder.place
    shift = place.shift
    said = (
        f"{problem.person[rung.fill.person].name} takes {shift.unit} {shift.turn} on "
        f"{day_in_words(shift.day)} as {place.post.name}"
    )
    if place.instead_of is not None:
        said += f" in place of {problem.person[place.instead_of].name}"
    return {"news": [said]}


def _rung(ladder: "Ladder", rung: "Rung", rules: Sequence[Rule]) -> Json:
    problem = ladder.rota.problem
    return {
        "person": rung.fill.person,
        "possible": rung.is_possible,
        "unkindness": rung.unkindness,
        "asks": asks_document(rung.easings, problem),
        "gives_up": [
            {"person": f.person, "shift": f.shift.id, "post": f.post}
            for f in rung.gives_up
        ],
        "objections": [objection_document(each, problem) for each in rung.against],
        "figures": figures_document(rung.figures),
        "charges": charge_documents(rung.charges, rules),
        "asked": [
            {"at": each.at.isoformat(), "shift": each.shift, "answer": each.answer}
            for each in rung.asked
        ],
    }


def figures_document(figures: "Figures") -> Json:
    """Rest, and work in the fullest week and on average, in minutes."""
    rests = {"rest_before": figures.rest_before, "rest_after": figures.rest_after}
    minutes = {
        name: None if rest is None else int(rest / MINUTE)
        for name, rest in rests.items()
    }
    return {
        **minutes,
        "week": int(figures.week / MINUTE),
        "average": int(figures.average / MINUTE),
        "shifts": figures.shifts,
    }
