"""Which rota one was changed from, and why, as its rota.json keeps it."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rostering.cli.exits import fail

if TYPE_CHECKING:
    from rostering.cli.publishing import Publishing

Document = Mapping[str, object]
_VERSION = re.compile(r".*@(\d+)")


def news_of(document: Document) -> tuple[str, ...]:
    """What had happened that it was changed for: `Ann Lee is away, Mon 4 Jan 2027`."""
    news = _change(document).get("news")
    return tuple(map(str, news)) if isinstance(news, list) else ()


def origin_of(document: Document) -> str:
    """What it was changed from, such as `kent@3`; empty where it was built anew."""
    return str(_change(document).get("of", ""))


def see_newest(publishing: "Publishing") -> None:
    """See that it undoes no version that came after the one that was changed."""
    document, path = publishing.saved.saved.document, publishing.order.path
    base = _VERSION.fullmatch(origin_of(document))
    is_version = not path.exists()
    if base is None or is_version or publishing.order.anyway:
        return
    since = [
        version
        for version in publishing.overtakes
        if version.number > int(base[1])
        and _change(version.saved().document) != _change(document)
    ]
    if not since:
        return
    was, newest = base[0], since[-1]
    fail(
        f"It was changed from {was}, and {newest.name} came since; published as it is, "
        "it would undo that.",
        f"Put the two together: rota merge {newest.book}@{base[1]} {path} "
        f"{newest.book}@ --out merged. Or publish it as it is: --anyway",
        as_json=publishing.order.as_json,
    )


def _change(document: Document) -> Document:
    """How it was changed; nothing where it was built anew."""
    said = document.get("repair")
    return said if isinstance(said, Mapping) else {}
