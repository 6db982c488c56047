"""How the memory of imports is kept: as JSON that people can read."""

import json
from pathlib import Path
from typing import Any

from inputs.reading import BadInputs
from rostering.domain import Fault, Place

Json = dict[str, Any]


def load(path: Path) -> Json:
    """What a file of that folder holds; nothing where there is no such file.

    Raises:
        BadInputs: It is no longer what an import has written.
    """
    if not path.exists():
        return {}
    try:
        held = json.loads(path.read_text("utf-8"))
    except ValueError:
        held = None
    if not isinstance(held, dict):
        raise damaged(path)
    return held


def damaged(path: Path) -> BadInputs:
    """What to raise for a file that an import cannot have written as it is."""
    place = Place(f"{path.parent.name}/{path.name}", "", "")
    wanted = "what an import wrote; put an older copy of it back, or delete it"
    return BadInputs((Fault(place, "a file that was changed by hand", wanted),))


def dumped(held: Json) -> bytes:
    """The bytes of such a file."""
    return f"{json.dumps(held, ensure_ascii=False, indent=2)}\n".encode()
