"""Writing files whole or not at all, and keeping what they replace."""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

NAMES = ("rota.csv", "rota.json", "rota.xlsx")
PREVIOUS = "previous"


def make_ready(folder: Path) -> None:
    """Make the folder, and make sure that files can be written there.

    Raises:
        OSError: They cannot.
    """
    folder.mkdir(parents=True, exist_ok=True)
    trial = _draft(folder / "trial", b"")
    trial.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there with all of this, or stays as it was."""
    draft = _draft(path, content)
    try:
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def write_together(folder: Path, contents: Mapping[str, bytes]) -> Path | None:
    """Write a rota's files, keeping a rota that stood there and that differs.

    Every file is written beside its place before the first one is put there.

    Returns:
        Where the earlier files are kept; None if there was nothing to keep.
    """
    drafts: dict[str, Path] = {}
    try:
        for name, content in contents.items():
            drafts[name] = _draft(folder / name, content)
        kept = _keep(folder, contents)
        for name, draft in drafts.items():
            draft.replace(folder / name)
    except BaseException:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        raise
    _settle(folder)
    return kept


def _draft(path: Path, content: bytes) -> Path:
    """A finished file beside the path, that needs only to be renamed."""
    handle, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    with os.fdopen(handle, "wb") as draft:
        draft.write(content)
        draft.flush()
        os.fsync(draft.fileno())
    Path(name).chmod(0o666 & ~_mask())
    return Path(name)


def _mask() -> int:
    """What new files may not be, as the user has set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _settle(folder: Path) -> None:
    """Have renamed files outlast a power cut, where the system can promise it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
