"""What a rota covers and what that is worth, for other programs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostering.worth.cover import CarCover
    from rostering.worth.worth import Estimate, Worth

Json = dict[str, object]


def cover_document(found: "Sequence[CarCover]") -> list[Json]:
    """Each car's hours that are asked for and that are crewed."""
    return [
        {
            "unit": car.unit,
            "force": car.force,
            "shifts": {"asked": car.shifts, "crewed": car.crewed_shifts},
            "hours_asked": car.asked.total() / 60,
            "hours_crewed": car.crewed.total() / 60,
            "hours": [
                {
                    "weekday": day,
                    "hour": hour,
                    "asked": car.asked[day, hour] / 60,
                    "crewed": car.crewed[day, hour] / 60,
                }
                for day, hour in sorted(car.asked)
            ],
        }
        for car in found
    ]


def worth_document(found: "Worth") -> Json:
    """Every estimate with its reckoning, and the figures with their sources."""
    return {
        "is_estimate": True,
        "pounds": round(float(found.pounds), 2),
        "shifts": {
            "weekend": len(found.weekend),
            "other_days": len(found.others),
            "without_officers": found.without_officers,
        },
        "estimates": [_estimate(each) for each in found.estimates],
        "figures": {
            figure.name: {
                "value": float(figure.value),
                "unit": figure.unit,
                "about": figure.about,
                "source": figure.source,
            }
            for figure in found.used
        },
    }


def _estimate(each: "Estimate") -> Json:
    return {
        "what": each.what,
        "amount": round(float(each.amount), 2),
        "unit": each.unit,
        "pounds": None if each.pounds is None else round(float(each.pounds), 2),
        "values_again": each.is_again,
        "how": each.how,
        "figures": list(each.figures),
    }
