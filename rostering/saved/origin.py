"""Where a saved rota comes from."""

import os
from collections.abc import Mapping
from pathlib import Path


def book_of(document: Mapping[str, object], file: Path) -> Path | None:
    """The book that a saved rota was built from; None where it does not say."""
    said = document.get("book")
    if not isinstance(said, str) or not said:
        return None
    return Path(os.path.normpath(file.parent / said))
