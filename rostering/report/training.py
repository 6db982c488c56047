"""Tickets and the courses that renew them, for other programs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostering.explain.forecast.dependences import Dependence
    from rostering.explain.forecast.lapses import Lapse
    from rostering.lookahead.training import Option, Placing, Placings

Json = dict[str, object]


def training_document(placings: "Placings", alone: "Sequence[Dependence]") -> Json:
    """Every ticket with its courses, and on whom shifts depend."""
    return {
        "until": placings.last.isoformat(),
        "tickets": [_placing(each) for each in placings.placed],
        "renewed": [_lapse(lapse) for lapse in placings.renewed],
        "harm": placings.harm.found,
        "least_harm": placings.harm.least,
        "proved": placings.is_proved,
        "depends_on": [
            {
                "person": each.person,
                "shifts": [shift.id for shift in each.shifts],
                "uncrewed": each.uncrewed,
            }
            for each in alone
        ],
    }


def _placing(placing: "Placing") -> Json:
    chosen = placing.chosen
    return {
        **_lapse(placing.lapse),
        "course": chosen.course.id if chosen else "",
        "options": [_option(option) for option in placing.options],
    }


def _lapse(lapse: "Lapse") -> Json:
    return {
        "person": lapse.person,
        "skill": lapse.skill,
        "expires": lapse.last.isoformat(),
        "place": str(lapse.place),
        "lost": [shift.id for shift in lapse.lost],
        "booked": lapse.course.id if lapse.course else "",
    }


def _option(option: "Option") -> Json:
    course = option.course
    return {
        "course": course.id,
        "from": course.first.isoformat(),
        "to": course.last.isoformat(),
        "harm": option.harm.found,
        "least_harm": option.harm.least,
        "moves_nothing": option.moves_nothing,
        "places": [str(place) for place in course.places if place.file],
    }
