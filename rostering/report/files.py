"""Writing files whole or not at all, and keeping what they replace."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from inputs._whole_files import draft, write_whole
from rostering.saved.together import finish, place_together

__all__ = ["NAMES", "PREVIOUS", "make_ready", "write_together", "write_whole"]

NAMES = ("rota.csv", "rota.json", "rota.xlsx", "rota.html")
PREVIOUS = "previous"


def make_ready(folder: Path) -> None:
    """Make the folder, and make sure that files can be written there.

    Raises:
        OSError: They cannot.
    """
    folder.mkdir(parents=True, exist_ok=True)
    trial = draft(folder / "trial", b"")
    trial.unlink()


def write_together(folder: Path, contents: Mapping[str, bytes]) -> Path | None:
    """Write a rota's files, keeping a rota that stood there and that differs.

    Every file is written beside its place before the first one is put there. Where the
    process is killed in between, whoever looks next puts the others there.

    Returns:
        Where the earlier files are kept; None if there was nothing to keep.
    """
    finish(folder)
    drafts: dict[str, Path] = {}
    try:
        for name, content in contents.items():
            drafts[name] = draft(folder / name, content)
        kept = _keep(folder, contents)
        place_together(folder, drafts)
    except BaseException:
        for made in drafts.values():
            made.unlink(missing_ok=True)
        raise
    return kept


def _keep(folder: Path, contents: Mapping[str, bytes]) -> Path | None:
    """Copy an earlier rota to `previous`; what was kept there before moves on."""
    names = [name for name in NAMES if (folder / name).is_file()]
    if not names or _is_same(folder, contents, names):
        return None
    place = folder / PREVIOUS
    if place.exists():
        numbers = range(1, len(list(folder.iterdir())) + 1)
        free = (folder / f"{PREVIOUS}-{number}" for number in numbers)
        place.rename(next(path for path in free if not path.exists()))
    place.mkdir()
    for name in names:
        shutil.copy2(folder / name, place / name)
    return place


def _is_same(folder: Path, contents: Mapping[str, bytes], names: Iterable[str]) -> bool:
    """Whether what people may have edited stands there as it is to be written."""
    edited = [name for name in names if not name.endswith(".json")]
    return bool(edited) and all(
        (folder / name).read_bytes() == contents.get(name) for name in edited
    )
