"""The calendars that stand in a folder, and what else is in the way there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from rostering.domain import Fault, Place
from rostering.report.calendar.entries import Owner
from rostering.report.calendar.files import Damaged, NotOurs, OwnedCalendar, read
from rostering.report.calendar.names import FOLDERS

_WAY_OUT = "nothing of that name: move it away, or name another folder with --out"
_WHOLE = "it as `rota calendar` wrote it: put back a copy, or move it away"


@dataclass(frozen=True)
class Stood:
    """A calendar that stands in the folder."""

    path: PurePosixPath
    content: bytes
    calendar: OwnedCalendar


@dataclass(frozen=True)
class Folder:
    """All calendars of a folder, and the files there that are none of ours."""

    files: Mapping[PurePosixPath, Stood | Fault]

    @classmethod
    def of(cls, folder: Path) -> "Folder":
        """What stands there; nothing where there is no folder.

        Raises:
            OSError: It cannot be looked into.
        """
        return cls(dict(_files(folder)))

    @cached_property
    def _stood(self) -> dict[Owner, Stood]:
        """The calendar of each; of two the first by name."""
        stood = [each for each in self.files.values() if isinstance(each, Stood)]
        return {each.calendar.owner: each for each in reversed(stood)}

    @property
    def names(self) -> dict[Owner, str]:
        """Who has a calendar there."""
        return {owner: each.calendar.name for owner, each in self._stood.items()}

    def before(self, owner: Owner, path: PurePosixPath) -> Stood | None:
        """What stands of the owner's calendar: in its place, or where it once was."""
        there = self.files.get(path)
        return there if isinstance(there, Stood) else self._stood.get(owner)

    def in_the_way(self, owner: Owner, path: PurePosixPath) -> Fault | None:
        """What is wrong with the file in the place of the owner's calendar."""
        there = self.files.get(path)
        if isinstance(there, Stood) and there.calendar.owner != owner:
            return _fault(path, "the calendar of somebody else", _WAY_OUT)
        return there if isinstance(there, Fault) else None


def _files(folder: Path) -> Iterator[tuple[PurePosixPath, Stood | Fault]]:
    for name in FOLDERS.values():
        if not (folder / name).exists():
            continue
        for file in sorted((folder / name).iterdir()):
            if file.suffix.lower() == ".ics":
                path = PurePosixPath(name, file.name)
                yield path, _file(file, path)


def _file(file: Path, path: PurePosixPath) -> Stood | Fault:
    try:
        content = file.read_bytes()
        return Stood(path, content, read(content))
    except OSError as refusal:
        found = f"a file that cannot be opened ({refusal.strerror})"
        return _fault(path, found, "a file that can be read")
    except NotOurs:
        return _fault(path, "a file that `rota calendar` did not write", _WAY_OUT)
    except Damaged:
        return _fault(path, "a damaged calendar", _WHOLE)


def _fault(path: PurePosixPath, found: str, wanted: str) -> Fault:
    return Fault(Place(str(path), "", ""), found, wanted)
