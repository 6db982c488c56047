"""Every calendar of a rota, against those that stand in its folder."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from inputs import BadInputs
from inputs._whole_files import write_all
from rostering.domain.time import DateRange
from rostering.report.calendar.entries import (
    Entry,
    Owner,
    cleaned,
    entries_of,
    owners_of,
)
from rostering.report.calendar.events import Change, Update, change_of
from rostering.report.calendar.files import written
from rostering.report.calendar.names import paths_of
from rostering.report.calendar.standing import Folder, Stood
from rostering.saved.reading import SavedRota


@dataclass(frozen=True)
class Exported:
    """One calendar brought up to date."""

    owner: Owner
    name: str
    path: PurePosixPath
    """Where it is to stand in the folder."""
    content: bytes
    shifts: int
    """How many shifts the rota has for it in the days that were asked for."""
    changes: Counter[Change]
    before: Stood | None
    """What stands of it until now."""

    @property
    def is_as_it_was(self) -> bool:
        """Whether nothing need be written."""
        before = self.before
        return before is not None and (before.path, before.content) == (
            self.path,
            self.content,
        )


@dataclass(frozen=True)
class Calendars:
    """A rota, and the calendars of it and of earlier ones that stand in a folder."""

    folder: Folder
    moment: datetime
    """When the rota was written, UTC."""
    entries: Mapping[Owner, tuple[Entry, ...]]
    names: Mapping[Owner, str]
    """Everybody and every car, in the rota or with a calendar from before."""

    def exported(
        self, owners: Iterable[Owner], days: DateRange
    ) -> tuple[Exported, ...]:
        """The calendars of some, with the days as the rota has them now.

        Raises:
            BadInputs: A file stands in the way that may not be written over.
        """
        places = paths_of(self.names)
        wanted = {owner: places[owner] for owner in sorted(owners)}
        barred = [self.folder.in_the_way(*each) for each in wanted.items()]
        faults = tuple(fault for fault in barred if fault is not None)
        if faults:
            raise BadInputs(faults)
        update = Update(days, self.moment)
        found = (self._exported(*each, update) for each in wanted.items())
        return tuple(each for each in found if each.before or each.shifts)

    def _exported(self, owner: Owner, path: PurePosixPath, update: Update) -> Exported:
        before = self.folder.before(owner, path)
        standing = before.calendar.events if before else {}
        entries = self.entries.get(owner, ())
        events = update.of(standing, entries)
        made = (change_of(standing.get(uid), event) for uid, event in events.items())
        return Exported(
            owner,
            self.names[owner],
            path,
            written(owner, self.names[owner], events.values()),
            sum(entry.day in update.days for entry in entries),
            Counter(change for change in made if change),
            before,
        )


def calendars_of(saved: SavedRota, folder: Path) -> Calendars:
    """The calendars of a rota, and what stands of them in the folder.

    Raises:
        OSError: The folder cannot be looked into.
    """
    lines = [cleaned(line) for line in saved.lines]
    there = Folder.of(folder)
    names = {**there.names, **owners_of(lines)}
    return Calendars(there, _moment(saved), entries_of(lines, _areas(saved)), names)


def write(folder: Path, calendars: Iterable[Exported]) -> None:
    """Write all calendars that are not as they were, or none.

    Raises:
        OSError: They cannot be written.
    """
    changed = [each for each in calendars if not each.is_as_it_was]
    moved = [e.before.path for e in changed if e.before and e.before.path != e.path]
    for place in {each.path.parent for each in changed}:
        (folder / place).mkdir(parents=True, exist_ok=True)
    # First away with what is moved: where case does not count it may be the same file.
    write_all(
        {folder / path: None for path in moved}
        | {folder / each.path: each.content for each in changed}
    )


def _moment(saved: SavedRota) -> datetime:
    """When the rota was written, in whole seconds, which is what calendars hold."""
    if saved.written is not None:
        return saved.written
    return datetime.fromtimestamp(int(saved.path.stat().st_mtime), UTC)


def _areas(saved: SavedRota) -> dict[str, str]:
    """The area of each car, as far as rota.json says."""
    said = saved.document.get("areas")
    return (
        {str(k): str(v) for k, v in said.items()} if isinstance(said, Mapping) else {}
    )
