"""What a thousand futures of a rota come to, for other programs."""

from typing import TYPE_CHECKING

from rostering.domain.time import MINUTE

if TYPE_CHECKING:
    from rostering.lookahead.stress import Stress

Json = dict[str, object]


def stress_document(stress: "Stress") -> Json:
    """Every shift's chances and the standby list, with the rates they rest on."""
    rates = stress.rates
    return {
        "is_estimate": True,
        "draws": stress.draws,
        "rates": {
            "sickness": rates.sickness,
            "spell": rates.spell,
            "abstraction": rates.abstraction,
            "withdrawal": rates.withdrawal,
            "late_job": rates.late_job,
            "overrun": rates.overrun / MINUTE,
            "yes": rates.yes,
        },
        "crewed": len(stress.chances),
        "expected_as_planned": round(stress.expected_as_planned, 3),
        "expected_with_calls": round(stress.expected_with_calls, 3),
        "shifts": [
            {
                "date": chance.shift.day.isoformat(),
                "unit": chance.shift.unit,
                "turn": chance.shift.turn,
                "as_planned": round(chance.as_planned, 4),
                "with_calls": round(chance.with_calls, 4),
            }
            for chance in stress.chances
        ],
        "standby": [
            {
                "person": each.person,
                "date": each.day.isoformat(),
                "saves": round(each.saves, 4),
            }
            for each in stress.standby
        ],
    }
