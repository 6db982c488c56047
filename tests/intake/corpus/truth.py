"""What is true of a workbook, as plain JSON beside it."""

import json
from datetime import date, datetime, time
from typing import Any

from tests.intake.corpus.drawing import Drawing, Fate

Truth = dict[str, Any]


def truth_of(drawing: Drawing) -> Truth:
    """What must come out, what must be doubted and what must be passed over."""
    addresses = drawing.addresses()

    def cells(fact):
        return [cell for ink in fact.inks for cell in addresses.get(ink, ())]

    def first_cells(fate):
        inks = (ink for fact in by_fate[fate] for ink in fact.inks)
        return [
            addresses[ink][0]
            for ink in inks
            if ink in addresses and ink.value is not None
        ]

    by_fate = {
        fate: [fact for fact in drawing.facts if fact.fate is fate] for fate in Fate
    }
    return {
        "shows": drawing.shows,
        "kind": drawing.kind,
        "say": list(drawing.say),
        "rows": [
            {
                "sheet": fact.sheet,
                "values": {
                    name: plain(value)
                    for name, value in fact.values.items()
                    if value is not None
                },
                "cells": cells(fact),
                **({"may wait": True} if fact.fate is Fate.EITHER else {}),
            }
            for fact in (*by_fate[Fate.ROW], *by_fate[Fate.EITHER])
        ],
        "doubts": [
            {"about": fact.about, "cells": cells(fact)} for fact in by_fate[Fate.DOUBT]
        ],
        "passed": first_cells(Fate.PASSED),
        **({"strays": strays} if (strays := first_cells(Fate.STRAY)) else {}),
    }


def as_json(truth: Truth) -> str:
    """The truth as people read it: one row a line."""
    lines = [f" {json.dumps(name)}: {_value(value)}" for name, value in truth.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(value: object) -> str:
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        inner = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value)
        return f"[\n  {inner}\n ]"
    return json.dumps(value, ensure_ascii=False)


def plain(value: object) -> str:
    """A value in one spelling, however it was typed."""
    if isinstance(value, datetime):
        value = value.date() if value.time() == time() else value
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return "open" if value.year >= 4000 else value.isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)
