"""Small rotas to publish."""

import json
from datetime import UTC, date, datetime

from rostering.domain import Period
from rostering.ledger import Draft
from rostering.saved.lines import COLUMNS

PERIOD = Period(date(2027, 1, 4), date(2027, 1, 10))
AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
ROW = {
    "date": "2027-01-04",
    "unit": "J1",
    "turn": "late",
    "start": "2027-01-04T15:00+00:00",
    "end": "2027-01-05T01:00+00:00",
    "crew": "crew",
    "post": "p",
    "person": "Ann",
    "name": "Ann",
    "role": "paramedic",
    "state": "filled",
    "reason": "",
}


def draft(person="Ann", **facts):
    """A rota of one person on one shift."""
    row = {**ROW, "person": person, "name": person}
    text = "\n".join([",".join(COLUMNS), ",".join(row[name] for name in COLUMNS)])
    document = {"format": 1, "book": "../book", "rows": [row]}
    usual = {
        "period": PERIOD,
        "author": "Kim",
        "reason": "first",
        "rota": f"{text}\n".encode("utf-8-sig"),
        "document": json.dumps(document).encode(),
        "files": {"trust.csv": b"id,name\n", "police.csv": b"id\n"},
        "at": AT,
    }
    return Draft(**usual | facts)
