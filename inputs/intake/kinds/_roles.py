"""Job titles, ranks and skills of a staff list as roles of the book."""

import re

from inputs._faults import likely
from inputs.intake.doubts import Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.sayings import NOTHING
from inputs.people import PersonRow

_KNOWN = {
    role: re.compile(pattern)
    for role, pattern in {
        "paramedic": r"(band 6 )?(specialist )?para(medic)?( band 6)?",
        "regular": r"(pc|police constable|constable|con)",
        "special": r"(sc|ssc|sps|special constable|special sergeant|special)",
    }.items()
}
"""Titles that mean one role wherever they stand. A newly qualified paramedic, or an
acting sergeant, is a question: books differ in whom their posts admit."""
_BAND = re.compile(r"band ?([0-9])")
_BAND_6 = 6
_NEEDS_BAND = "paramedic"


def role_of(reader: EntryReader, known: PersonRow | None) -> str | None:
    """The role that the entry's title, rank or skill means; None with a doubt.

    `nothing` where somebody said that such people are none of the book's.
    """
    cell = reader.entry.cell(Field.ROLE, Field.RANK, Field.SKILL)
    if cell is None:
        return _of_no_title(reader, known)
    word = _title(cell.text)
    role = _role(reader, word)
    if role == _NEEDS_BAND and (band := _low_band(reader.entry)):
        role, word = None, f"{word} band {band}"
    if said := reader.desk.said(Topic.ROLE, word):
        role = said
    if role is None:
        roles = reader.desk.words.roles
        wanted = "a role that Crews uses, or that such people are none of the book's"
        reader.ask(
            cell,
            wanted,
            (Topic.ROLE, word),
            (*roles, NOTHING),
            likely=likely(word, roles),
        )
        return None
    reader.understood(Topic.ROLE, word, role, cell, said=bool(said))
    return role


def _of_no_title(reader: EntryReader, known: PersonRow | None) -> str | None:
    """What was said for the whole file, or what the book knows of the person."""
    if said := reader.desk.said(Topic.FILL, "role"):
        return said
    if known is not None:
        return known.role
    wanted = "a role; the file has no column that names it"
    choices = reader.desk.words.roles
    reader.ask(reader.entry.anchor, wanted, (Topic.FILL, "role"), choices)
    return None


def _title(text: str) -> str:
    """The title in a cell such as `204511|Paramedic|JRU`."""
    parts = [part.strip() for part in text.split("|")]
    words = [part for part in parts if re.search("[A-Za-z]", part)]
    return words[0] if words else text


def _role(reader: EntryReader, word: str) -> str | None:
    """The role that is called so, or whose known titles it is one of."""
    title = " ".join(re.sub("[^a-z0-9 ]", " ", word.casefold()).split())
    roles = reader.desk.words.roles
    if title in roles:
        return title
    fits = [role for role, known in _KNOWN.items() if known.fullmatch(title)]
    return fits[0] if fits and (not roles or fits[0] in roles) else None


def _low_band(entry: Entry) -> str:
    """The pay band beside a title, where it is too low for a joint unit's paramedic.

    Joint units ask for paramedics of Band 6 (domain: QUAL-B6).
    """
    band = _BAND.search(entry.text(Field.GRADE).casefold())
    return band[1] if band and int(band[1]) < _BAND_6 else ""
