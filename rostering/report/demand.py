"""What happened, and how much of it a rota would catch, for other programs."""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from rostering.worth.demand import slot_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rostering.worth.demand import Area, Demand, Part
    from rostering.worth.starts import Start

Json = dict[str, object]


def demand_document(demand: "Demand", found: "Sequence[Start]") -> Json:
    """The profile by hour, kind and area, and what other starts would change."""
    days = demand.days
    kinds = demand.parts(lambda each: each.kind)
    return {
        "is_estimate": True,
        "incidents": len(demand.incidents),
        "from": None if days is None else days[0].isoformat(),
        "to": None if days is None else days[1].isoformat(),
        "caught": _rounded(demand.caught()),
        "kinds": [{"kind": kind, **_part(part)} for kind, part in kinds.items()],
        "hours": _hours(demand.parts(slot_of)),
        "areas": [_area(area, demand) for area in demand.areas],
        "starts": [_start(each) for each in found],
    }


def _hours(found: "Mapping[tuple[int, int], Part]") -> list[Json]:
    return [
        {"weekday": day, "hour": hour, **_part(part)}
        for (day, hour), part in sorted(found.items())
    ]


def _part(part: "Part") -> Json:
    return {"incidents": part.happened, "caught": _rounded(part.caught)}


def _area(area: "Area", demand: "Demand") -> Json:
    return {
        "places": list(area.places),
        "units": list(area.units),
        "incidents": area.happened,
        "caught": _rounded(area.caught(demand.rota)),
        "hours": [
            {"weekday": day, "hour": hour, "incidents": number}
            for (day, hour), number in sorted(area.slots.items())
        ],
    }


def _start(each: "Start") -> Json:
    rest = each.shortest_rest
    return {
        "turn": each.turn,
        "start": f"{each.clock:%H:%M}",
        "is_now": each.is_now,
        "caught": _rounded(each.caught),
        "on_top_hours": _rounded(each.on_top),
        "on_top_pounds": None if each.pounds is None else _rounded(each.pounds),
        "shortest_rest_hours": None if rest is None else _rounded(rest),
        "breaches": each.breaches,
        "night_workers": each.night_workers,
    }


def _rounded(number: Fraction | Decimal) -> float:
    return round(float(number), 2)
