"""The versions of a ledger for other programs."""

from collections.abc import Sequence

from rostering.ledger import Status, Version, status_of
from rostering.saved.lines import RotaLine, State

Json = dict[str, object]


def history_document(versions: Sequence[Version]) -> list[Json]:
    """Every version, oldest first."""
    return [version_document(v, status_of(v, versions)) for v in versions]


def version_document(version: Version, status: Status) -> Json:
    """One version: what it is, whose word it has, and what became of it."""
    crewed, wanted = crewed_of(version.saved().lines)
    return {
        "version": version.number,
        "name": version.name,
        "period": {
            "from": version.period.first.isoformat(),
            "to": version.period.last.isoformat(),
        },
        "effective": version.effective.isoformat(),
        "at": version.at.isoformat(),
        "told": version.told_on.isoformat(),
        "author": version.author,
        "reason": version.reason,
        "status": status.value,
        "awaits": list(version.awaited),
        "signatures": [
            {"employer": s.employer, "author": s.author, "at": s.at.isoformat()}
            for s in version.signatures
        ],
        "shifts": {"wanted": wanted, "crewed": crewed},
        "inputs": dict(sorted(version.inputs.items())),
        "hash": version.hash,
    }


def crewed_of(lines: Sequence[RotaLine]) -> tuple[int, int]:
    """How many shifts are crewed, and of how many."""
    shifts = {line.shift_id for line in lines}
    missed = {line.shift_id for line in lines if line.state is State.OPEN}
    return len(shifts - missed), len(shifts)
