"""Names of files that any computer can hold, made of names that people have."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from rostering.report.calendar.entries import Kind, Owner

FOLDERS = {Kind.PERSON: "people", Kind.CAR: "cars"}
_BARRED = re.compile(r'[<>:"/\\|?*]')
"""What Windows keeps for itself, and the stroke that every system does."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST = 120
"""Bytes: within the 255 that a name may have, with room for the mark of a draft."""


def paths_of(names: Mapping[Owner, str]) -> dict[Owner, PurePosixPath]:
    """Where each calendar stands in its folder: `people/P1 Ann Lee.ics`."""
    return {
        owner: PurePosixPath(FOLDERS[owner.kind], f"{stem}.ics")
        for owner, stem in stems_of(names).items()
    }


def stems_of(names: Mapping[Owner, str]) -> dict[Owner, str]:
    """What each one's file is called, without its ending: `P1 Ann Lee`.

    Those whose names would be the same to some computer are told apart by a mark.
    """
    plain = {owner: _safe(owner, name) for owner, name in names.items()}
    alike = Counter((owner.kind, _folded(stem)) for owner, stem in plain.items())
    return {
        owner: f"{stem} ({_mark(owner)})"
        if alike[owner.kind, _folded(stem)] > 1
        else stem
        for owner, stem in plain.items()
    }


def _safe(owner: Owner, name: str) -> str:
    words = [owner.id] if name == owner.id else [owner.id, name]
    text = unicodedata.normalize("NFC", _BARRED.sub("-", " ".join(words)))
    short = text.encode()[:_LONGEST].decode(errors="ignore").strip(". ")
    return f"_{short}" if _DEVICES.match(short) or not short else short


def _folded(stem: str) -> str:
    return unicodedata.normalize("NFKC", stem).casefold()


def _mark(owner: Owner) -> str:
    return sha256(owner.id.encode()).hexdigest()[:8]
