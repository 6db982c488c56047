"""Messages as files: a list for the office, and a text for each person."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from inputs._whole_files import write_all
from rostering.report.calendar.entries import Kind, Owner, harmless
from rostering.report.calendar.names import stems_of
from rostering.report.messages import Beside, Message, News
from rostering.saved.comma import from_csv, guarded

Json = dict[str, object]
LIST = "messages.csv"
OTHER_COMPANY, NO_NOTICE = "other company", "needs none"
"""What stands under change and notice where only the others on a shift are new."""
COLUMNS = (
    "person",
    "name",
    "role",
    "employer",
    "date",
    "change",
    "was",
    "will be",
    "clear days",
    "notice",
    "tell by",
    "owed",
    "sources",
    "file",
)
"""The columns of messages.csv."""


def files_of(found: Sequence[Message]) -> dict[str, bytes]:
    """The list and a text for each person, by the names of their files."""
    owners = {m.person.id: Owner(Kind.PERSON, m.person.id) for m in found}
    names = {owners[m.person.id]: harmless(m.person.name) for m in found}
    stems = stems_of(names)
    files = {m.person.id: f"{stems[owners[m.person.id]]}.txt" for m in found}
    texts = {files[m.person.id]: m.text.encode() for m in found}
    rows = [
        row
        for m in found
        for part in (_rows, _beside_rows)
        for row in part(m, files[m.person.id])
    ]
    return {LIST: _csv(rows), **texts}


def write(folder: Path, found: Sequence[Message]) -> tuple[Path, ...]:
    """Write the list and all texts, or none; texts of an earlier list are taken away.

    Raises:
        OSError: They cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    contents: dict[Path, bytes | None] = dict.fromkeys(_earlier(folder))
    contents |= {folder / name: content for name, content in files_of(found).items()}
    write_all(contents)
    return tuple(path for path, content in contents.items() if content is not None)


def messages_document(found: Sequence[Message]) -> list[Json]:
    """Everybody's message."""
    return [
        {
            "person": message.person.id,
            "name": message.person.name,
            "tell_by": _day(message.tell_by),
            "text": message.text,
            "changes": [_document(each) for each in message.news],
            "company": [_beside_document(each) for each in message.beside],
        }
        for message in found
    ]


def _rows(message: Message, file: str) -> Iterator[tuple[str, ...]]:
    person = message.person
    for each in message.news:
        change = each.change
        yield (
            person.id,
            person.name,
            person.role,
            person.employer,
            change.day.isoformat(),
            change.kind.value,
            each.was,
            each.will_be,
            "" if change.notice is None else str(change.notice),
            change.notice_class,
            _day(each.tell_by),
            "; ".join(owed.words for owed in change.owed),
            "; ".join(owed.source for owed in change.owed),
            file,
        )


def _beside_rows(message: Message, file: str) -> Iterator[tuple[str, ...]]:
    """Who is beside somebody now: nothing that needs notice, or a day to tell it by."""
    person = message.person
    for each in message.beside:
        who = person.id, person.name, person.role, person.employer
        what = each.day.isoformat(), OTHER_COMPANY, each.was, each.will_be
        yield (*who, *what, "", NO_NOTICE, "", "", "", file)


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _earlier(folder: Path) -> Iterator[Path]:
    """The texts that an earlier list in the folder names."""
    if not (folder / LIST).is_file():
        return
    try:
        _, rows = from_csv((folder / LIST).read_bytes())
    except ValueError:
        return
    for name in dict.fromkeys(row.get("file", "") for row in rows):
        path = folder / name
        if name.endswith(".txt") and path.parent == folder and path.is_file():
            yield path


def _document(each: News) -> Json:
    change = each.change
    return {
        "date": change.day.isoformat(),
        "change": change.kind.value,
        "was": each.was,
        "will_be": each.will_be,
        "notice": change.notice,
        "notice_class": change.notice_class,
        "tell_by": _day(each.tell_by),
        "owed": [{"what": owed.words, "source": owed.source} for owed in change.owed],
    }


def _beside_document(each: Beside) -> Json:
    return {
        "date": each.day.isoformat(),
        "turn": each.turn,
        "was": each.was,
        "will_be": each.will_be,
    }


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
