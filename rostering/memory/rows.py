"""What each person could have worked, as rows that a ledger keeps."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby

from rostering.domain import PersonId
from rostering.memory.chances import Amounts, Chances


def rows_of(chances: Mapping[PersonId, Chances]) -> dict[str, object]:
    """The same as the ledger keeps it."""
    return {
        person: {
            "name": each.name,
            "role": each.role,
            "group": each.group,
            "weight": each.weight,
            "days": _stretches(dict.fromkeys(each.days, 1)),
            "away": _stretches(dict.fromkeys(each.away, 1)),
            "asks": _stretches(each.asks),
            "credit": _stretches(each.credit),
            "other": _stretches(each.other),
            "requests": [[day.isoformat(), got] for day, got in each.requests],
        }
        for person, each in sorted(chances.items())
    }


def chances_in(rows: Mapping[str, object]) -> dict[PersonId, Chances]:
    """What the ledger's rows say."""
    return {PersonId(person): _chances(row) for person, row in rows.items()}


def _chances(row: object) -> Chances:
    assert isinstance(row, dict)
    return Chances(
        row["name"],
        row["role"],
        row["group"],
        row["weight"],
        frozenset(_amounts(row["days"])),
        frozenset(_amounts(row["away"])),
        _amounts(row["asks"]),
        _amounts(row["credit"]),
        _amounts(row["other"]),
        tuple((date.fromisoformat(day), got) for day, got in row["requests"]),
    )


def _stretches(amounts: Amounts) -> list[list[object]]:
    """Days in a row with the same amount as one row: first, how many, amount."""
    days = sorted(amounts)
    numbered = [(day, day.toordinal() - n) for n, day in enumerate(days)]
    rows: list[list[object]] = []
    for (_, amount), same in groupby(numbered, lambda x: (x[1], amounts[x[0]])):
        run = list(same)
        rows.append([run[0][0].isoformat(), len(run), amount])
    return rows


def _amounts(rows: Iterable[tuple[str, int, int]]) -> dict[date, int]:
    return {
        date.fromisoformat(first) + timedelta(days=n): amount
        for first, number, amount in rows
        for n in range(number)
    }
