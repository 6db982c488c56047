"""Whether a file stands on a drive that several computers share."""

import ctypes
import sys
from collections.abc import Iterable
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_SHARED = frozenset(
    {"9p", "afs", "ceph", "cifs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)
_PLACE = 4
"""Which word of a line of mountinfo tells where the drive is mounted, from 0."""
_REMOTE = 4
"""What Windows calls the type of a network drive."""


def is_shared(path: Path) -> bool:
    """Whether the file is on a network drive, as far as the system tells.

    Writing ahead needs memory that all who use the file share, which two computers do
    not have (https://sqlite.org/wal.html).
    """
    if sys.platform == "win32":
        anchor = path.resolve().anchor
        is_remote = ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE
        return anchor.startswith("\\\\") or is_remote
    if not _MOUNTS.exists():
        return False
    mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    return kind_of_drive(path.resolve(), mounts) in _SHARED


def kind_of_drive(path: Path, mounts: Iterable[str]) -> str:
    """The file system of the nearest mount above the path; empty where none is known.

    Args:
        path: A whole path.
        mounts: The lines of Linux's mountinfo, as proc(5) describes them.
    """
    nearest, kind = -1, ""
    for line in mounts:
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) <= _PLACE or not after:
            continue
        place = Path(fields[_PLACE].replace("\\040", " "))
        if path.is_relative_to(place) and len(place.parts) >= nearest:
            nearest, kind = len(place.parts), after.split()[0]
    return kind
