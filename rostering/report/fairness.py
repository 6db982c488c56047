"""The fairness ledger for other programs."""

from collections.abc import Mapping

from rostering.domain import PersonId
from rostering.memory.balances import Balance
from rostering.memory.bank import Bank, Line
from rostering.memory.fairness import Fairness

Json = Mapping[str, object]


def fairness_document(
    found: Fairness, banks: Mapping[PersonId, Bank], person: str = ""
) -> dict[str, object]:
    """Everybody's balance, or one person's; fair parts to a hundredth."""
    people = [each for each in found.people if person in ("", each.person)]
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "measures": {measure.name: measure.means for measure in found.measures},
        "people": [_balance(each, banks.get(each.person)) for each in people],
        "spreads": [
            {
                "role": role,
                "measure": measure,
                "median": spread.median,
                "before": round(float(spread.before), 2),
                "after": round(float(spread.after), 2),
            }
            for (role, measure), spread in found.spreads.items()
        ],
        "bank_holidays": [
            {
                "date": each.day.isoformat(),
                "name": each.name,
                "people": list(each.people),
            }
            for each in found.holidays
        ],
    }


def _balance(each: Balance, bank: Bank | None) -> Json:
    return {
        "person": each.person,
        "role": each.role,
        "minutes": each.minutes,
        "parts": {
            name: {"had": part.had, "fair": round(float(part.fair), 2)}
            for name, part in each.parts.items()
        },
        "changes": {
            "under_28_days": each.changes.under_four_weeks,
            "under_7_days": each.changes.under_a_week,
            "under_24_hours": each.changes.under_a_day,
        },
        "requests": {
            "asked": each.asked,
            "granted": each.granted,
            "refused": each.refused,
        },
        "cover": {"offered": each.offered, "taken": each.taken},
        "cars": dict(sorted(each.cars.items())),
        "partners": dict(sorted(each.partners.items())),
        "bank": None if bank is None else _bank(bank),
    }


def _bank(bank: Bank) -> Json:
    return {"minutes": bank.minutes, "lines": [_line(line) for line in bank.lines]}


def _line(line: Line) -> Json:
    return {
        "version": line.version,
        "from": line.first.isoformat(),
        "to": line.last.isoformat(),
        "contract": round(float(line.asked), 2),
        "worked": line.worked,
        "other": line.other,
        "leave": round(float(line.credited), 2),
        "change": round(float(line.change), 2),
    }
