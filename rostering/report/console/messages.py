"""Who must be told of which change by when, in the terminal."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import day_in_words
from rostering.report.console.cars import short_day
from rostering.report.console.screen import (
    FAINT,
    OPEN,
    counted,
    heading,
    indented,
    table,
)
from rostering.report.console.told import notice_in_words
from rostering.report.message_files import NO_NOTICE, OTHER_COMPANY
from rostering.report.messages import Message

TOO_LATE = "too late"
_MANY = "ride with others and need"


def messages_shown(
    found: Sequence[Message], told_on: date, *, has_texts: bool
) -> Iterator[RenderableType]:
    """Who is told what by when, then the text for each of them if asked for."""
    if not found:
        yield Text("Nobody has to be told anything.")
        return
    yield heading(_counts(found))
    yield Text(f"Notice is counted from {day_in_words(told_on)}.", style=FAINT)
    yield indented(_table(found))
    if any(message.is_urgent for message in found):
        said = "Told by that day, the notice is still of the same class."
        yield Text(said, style=FAINT)
    if has_texts:
        for message in found:
            yield Text()
            yield Text(message.text.rstrip())


def _counts(found: Sequence[Message]) -> str:
    """`2 people to tell; 1 rides with others and needs no notice`."""
    urgent = sum(message.is_urgent for message in found)
    others = len(found) - urgent
    parts = [f"{counted(urgent, 'person')} to tell"] if urgent else []
    if others:
        verbs = "rides with others and needs" if others == 1 else _MANY
        parts.append(f"{counted(others, 'person')} {verbs} no notice")
    return "; ".join(parts)


def _table(found: Sequence[Message]) -> Table:
    made = table("who", "when", "change", "clear days", "tell by")
    for message in found:
        name = message.person.name
        for each in message.news:
            change = each.change
            made.add_row(
                Text(name),
                short_day(change.day),
                change.kind.value,
                notice_in_words(change),
                Text(TOO_LATE, style=OPEN)
                if each.tell_by is None
                else short_day(each.tell_by),
            )
            name = ""
        for other in message.beside:
            made.add_row(Text(name), short_day(other.day), OTHER_COMPANY, NO_NOTICE, "")
            name = ""
    return made
