"""Writing what was tried on a board: where it goes, and what it was made from."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.origin import news_of, origin_of
from rostering.cli.saved import OpenedRota, named
from rostering.cli.writing import built_as_it_stands, see_apart

if TYPE_CHECKING:
    from rostering.board.desk.keeping import Keeping
    from rostering.domain import Rota
    from rostering.report.writing import Written


def keeping_of(saved: OpenedRota, path: Path, out: Path | None) -> "Keeping | None":
    """Where and how the rota is kept; None where nobody has said where.

    Args:
        saved: The rota as it was opened.
        path: What was typed for it.
        out: The folder to write to, if one is named.
    """
    from rostering.board.desk.keeping import Keeping

    folder = out or (path if path.is_dir() else None)
    if folder is None:
        return None
    see_apart(folder, saved.opened.path)
    keeper = _Keeper(saved, path, folder)
    return Keeping(folder, keeper.write, keeper.is_overtaken)


class _Keeper:
    """Writes a rota to one folder, as often as it is kept."""

    def __init__(self, saved: OpenedRota, path: Path, folder: Path) -> None:
        self._saved = saved
        self._folder = folder
        document = saved.saved.document
        self._of = origin_of(document) or named(path, saved.saved)
        self._news = news_of(document)
        self._mark = _mark(folder)

    def write(self, rota: "Rota", told: Mapping[str, object]) -> "Written":
        """Audit and write the rota.

        Raises:
            OSError: It cannot be written.
        """
        from rostering.report.files import make_ready
        from rostering.report.writing import write_rota

        news = told.get("news")
        every = [*self._news, *(news if isinstance(news, list) else ())]
        change = {"of": self._of, **told, "news": every}
        built = built_as_it_stands(rota, self._saved.opened, change)
        make_ready(self._folder)
        written = write_rota(built, self._folder)
        self._mark = _mark(self._folder)
        return written

    def is_overtaken(self) -> bool:
        """Whether another rota stands there than when this one was opened or kept."""
        return _mark(self._folder) != self._mark


def _mark(folder: Path) -> str:
    """The SHA-256 of what people may edit there; the same while nobody does."""
    files = (folder / name for name in ("rota.csv", "rota.xlsx"))
    content = b"".join(file.read_bytes() for file in files if file.is_file())
    return hashlib.sha256(content).hexdigest()
