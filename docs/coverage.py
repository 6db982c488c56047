"""The table of docs/rules-coverage.md: where each row of the catalogue is kept."""

from collections import Counter

from constraints import RULES, Entry, catalogue
from rostering.report.rule_settings import ids_kept_by

HEADINGS = {
    "CONV": "How things are measured",
    "WTR": "Working time",
    "AFC": "Paramedics: Agenda for Change",
    "POL": "Officers: Police Regulations",
    "SC": "Special Constables",
    "QUAL": "Training, vetting and fitness",
    "CREW": "Crews",
    "VEH": "Cars",
    "FAT": "Fatigue",
    "LV": "Leave",
    "AB": "Absence",
    "CH": "Publication and change",
    "FAIR": "Fairness",
    "AUD": "Equality",
    "DST": "Clock changes",
}
"""The first part of an id, and what its rows are about."""


def table() -> str:
    """Every row of the catalogue once, by what it is about."""
    kept_by = ids_kept_by()
    parts = []
    for prefix, heading in HEADINGS.items():
        entries = [e for e in catalogue().values() if e.id.split("-")[0] == prefix]
        rows = [_row(entry, kept_by[entry.id]) for entry in entries]
        head = ["| id | kind | asks | stands in | kept by |", "|---|---|---|---|---|"]
        parts.append("\n".join([f"## {heading}", "", *head, *rows]))
    return "\n\n".join(parts)


def figures() -> str:
    """How many rows there are, and how they are kept."""
    kept_by = ids_kept_by()
    ways = Counter(
        "rule" if kept_by[entry.id] else entry.elsewhere.partition(":")[0]
        for entry in catalogue().values()
    )
    told = [f"{ways.pop('rule')} by a rule"]
    told += [f"{ways[way]} {said}" for way, said in _WAYS.items() if ways[way]]
    return f"{len(catalogue())} rows: {', '.join(told)}."


_WAYS = {
    "built in": "built in",
    "sheet": "by a sheet of the book",
    "report": "by a report",
    "not the rota’s business": "not the rota’s business",
}
"""How `elsewhere` begins, and how that is counted."""


def _row(entry: Entry, codes: tuple[str, ...]) -> str:
    rules = ", ".join(
        f"{code}{'' if RULES[code].is_usual else ' (off)'}" for code in codes
    )
    kept = "; ".join(part for part in (rules, entry.elsewhere) if part)
    return f"| {entry.id} | {entry.kind} | {entry.title} | {entry.reference} | {kept} |"
