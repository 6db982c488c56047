"""Files that are written whole or not at all."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there with all of this, or stays as it was.

    Raises:
        OSError: It cannot be written.
    """
    made = draft(path, content)
    try:
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    settle(path.parent)


def write_all(contents: Mapping[Path, bytes | None]) -> None:
    """Write some files, and take away those without content, all or none of them.

    Every file is written beside its place before the first one is put there; where one
    cannot be put, those before it are put back as they were.

    Raises:
        OSError: They cannot be written.
    """
    before = {path: _content(path) for path in contents}
    drafts: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            if content is not None:
                drafts[path] = draft(path, content)
        for path in contents:
            _place(path, drafts.get(path))
    except BaseException:
        for path, content in before.items():
            _put_back(path, content)
        for made in drafts.values():
            made.unlink(missing_ok=True)
        raise
    for folder in {path.parent for path in contents}:
        settle(folder)


def draft(path: Path, content: bytes) -> Path:
    """A finished file beside the path, that needs only to be renamed."""
    handle, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(0o666 & ~_mask())
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    return made


def settle(folder: Path) -> None:
    """Have renamed files outlast a power cut, where the system can promise it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _place(path: Path, made: Path | None) -> None:
    if made is None:
        path.unlink(missing_ok=True)
    else:
        made.replace(path)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put_back(path: Path, content: bytes | None) -> None:
    if _content(path) != content:
        _place(path, None if content is None else draft(path, content))


def _mask() -> int:
    """What new files may not be, as the user has set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
