"""What happened, and how much of it a rota would catch, for other programs."""

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostering.worth.demand import Area, Demand
    from rostering.worth.starts import Start

Json = dict[str, object]


def demand_document(demand: "Demand", found: "Sequence[Start]") -> Json:
    """The profile by hour and by area, and what other starts would change."""
    days = demand.days
    return {
        "is_estimate": True,
        "incidents": len(demand.incidents),
        "from": None if days is None else days[0].isoformat(),
        "to": None if days is None else days[1].isoformat(),
        "kinds": dict(demand.kinds),
        "caught": _rounded(demand.caught()),
        "hours": [
            {"weekday": day, "hour": hour, "incidents": number}
            for (day, hour), number in sorted(demand.slots.items())
        ],
        "areas": [_area(area, demand) for area in demand.areas],
        "starts": [_start(each) for each in found],
    }


def _area(area: "Area", demand: "Demand") -> Json:
    return {
        "places": list(area.places),
        "units": list(area.units),
        "incidents": area.happened,
        "caught": _rounded(area.caught(demand.rota)),
    }


def _start(each: "Start") -> Json:
    rest = each.shortest_rest
    return {
        "turn": each.turn,
        "start": f"{each.clock:%H:%M}",
        "is_now": each.is_now,
        "caught": _rounded(each.caught),
        "on_top_hours": _rounded(each.on_top),
        "shortest_rest_hours": None if rest is None else _rounded(rest),
        "breaches": each.breaches,
        "night_workers": each.night_workers,
    }


def _rounded(number: Fraction) -> float:
    return round(float(number), 2)
