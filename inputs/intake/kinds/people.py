"""From a staff list to rows of People."""

import re
from dataclasses import replace
from datetime import date

from inputs.intake.doubts import Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._doubles import SECOND_POST
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._hours import weekly_hours
from inputs.intake.kinds._roles import role_of
from inputs.intake.kinds._who import name_in, number_in
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.people.naming import Naming
from inputs.intake.people.persons import AMBULANCE
from inputs.intake.sayings import NEW, NOBODY, NOTHING
from inputs.intake.values.names import read_name
from inputs.people import PersonRow

_STANDINGS = ("APS", "DPS", "IPS")
_LEFT = ("leaver", "left", "terminated", "resigned")


def read_person(page: Page, entry: Entry) -> Outcome:
    """One row of People, or the reason why there is none."""
    reader = EntryReader(page, entry)
    number, name = _number(reader), _name(entry)
    if number is None and not name and not reader.doubts:
        return reader.passed("no person: neither a number nor a name")
    reader.needs(number, entry.cells.get(Field.ID), "this person's number")
    reader.needs(name or None, entry.cell(Field.NAME, Field.SURNAME), "a name")
    if reader.desk.said(Topic.PERSON, f"{number} {name_in(entry)}") == NOBODY:
        return reader.passed("somebody who is said to be nobody of the book")
    known = _known(reader, number)
    role = role_of(reader, known)
    if role == NOTHING:
        return reader.passed("a role that is said to be none of the book's")
    return reader.outcome(
        "People",
        {
            "id": known.id if known else number,
            "name": _kept_name(reader, known) or name,
            "role": role,
            "employer": _employer(reader, known),
            "units": _units(reader, known),
            "team": _team(reader),
            "weekly hours": weekly_hours(reader, role),
            "status": _standing(entry),
            "from": _first(reader, known),
            "to": _last(reader),
        },
    )


def _number(reader: EntryReader) -> str | None:
    """The number of one person; that of a second post leaves it open whose it is."""
    number = number_in(reader)
    if number is not None and SECOND_POST.search(number):
        whole = SECOND_POST.sub("", number)
        wanted = "the person's own number, not that of one of several posts"
        reader.doubt(reader.entry.cell(Field.ID), wanted, likely=whole)
    return number


def _name(entry: Entry) -> str:
    """The name as a rota shows it: the forename by which somebody is called, first."""
    parts = read_name(name_in(entry))
    called = entry.text(Field.PREFERRED) or parts.forenames or parts.initials
    return " ".join(_unshouted(word) for word in (called, parts.surname) if word)


def _unshouted(name: str) -> str:
    """A name in capitals as it is written otherwise: O'BRIEN is O'Brien."""
    if not name.isupper() or len(name) == 1:
        return name
    capitalised = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return re.sub(r"\bMc[a-z]", lambda word: f"Mc{word[0][-1].upper()}", capitalised)


def _known(reader: EntryReader, number: str | None) -> PersonRow | None:
    """The book's row of the person, or None for somebody new.

    A doubt where number and name disagree, or where somebody of that name has another
    number: nobody is taken for another without a yes.
    """
    naming = Naming(number or "", name_in(reader.entry), side=reader.desk.side)
    people, recipe = reader.desk.people, reader.desk.recipe
    said = recipe.meaning(Topic.PERSON, naming.word)
    if not naming.id or said == NEW:
        return None
    if said is None and not people.has_number(naming.id):
        _ask_for_namesake(reader, naming)
        return None
    match = people.match(naming, recipe)
    cell = reader.entry.cell(Field.ID) or reader.entry.anchor
    if not match.person and not match.is_nobody:
        reader.doubts.append(people.doubt(match, naming, cell.place))
        return None
    reader.desk.met[match.person] = None
    return reader.desk.words.people.get(match.person)


def _ask_for_namesake(reader: EntryReader, naming: Naming) -> None:
    """Doubt somebody new who is called exactly as somebody of the book is."""
    people = reader.desk.people
    namesake = people.get(people.match(replace(naming, id="")).person)
    if namesake is not None and namesake.id in reader.desk.words.people:
        wanted = f"somebody new, or the number of {namesake.id} {namesake.name}"
        cell = reader.entry.cell(Field.ID) or reader.entry.anchor
        about = Topic.PERSON, naming.word
        reader.ask(cell, wanted, about, (namesake.id, NEW))


def _employer(reader: EntryReader, known: PersonRow | None) -> str | None:
    """By its column, by what was said, or the only one of the file's side."""
    desk, cell = reader.desk, reader.entry.cell(Field.EMPLOYER)
    if cell is not None:
        return desk.said(Topic.EMPLOYER, cell.text) or cell.text
    if said := desk.said(Topic.FILL, "employer"):
        return said
    if known is not None:
        return known.employer
    employers = desk.words.employers(desk.side)
    if desk.side and len(employers) == 1:
        return employers[0]
    anchor = reader.entry.anchor
    wanted = "an employer; the file has no column that names it"
    reader.ask(anchor, wanted, (Topic.FILL, "employer"), employers)
    return None


def _units(reader: EntryReader, known: PersonRow | None) -> str | None:
    """The cars by call sign or base, or by what was said for the whole file."""
    desk, words = reader.desk, reader.desk.words
    for cell in filter(None, map(reader.entry.cell, (Field.UNIT, Field.BASE))):
        said = desk.said(Topic.UNIT, cell.text)
        unit = said or words.unit(cell.text) or words.unit_at(cell.text)
        if unit is not None and unit != NOTHING:
            reader.understood(Topic.UNIT, cell.text, unit, cell, said=bool(said))
            return unit
    if filled := desk.said(Topic.FILL, "units"):
        return filled
    if known is not None:
        return ", ".join(known.units)
    if unit := _unit_of_team(reader):
        return unit
    told = reader.entry.cell(Field.UNIT, Field.BASE)
    if told is not None:
        wanted = "the car that this person rides"
        reader.ask(told, wanted, (Topic.UNIT, told.text), (*words.callsigns, "any"))
    else:
        wanted = "the cars to ride; the file has no column that names them"
        choices = (*words.callsigns, "any")
        reader.ask(reader.entry.anchor, wanted, (Topic.FILL, "units"), choices)
    return None


def _unit_of_team(reader: EntryReader) -> str | None:
    """The one car that matches the turns of the person's team, if there is one."""
    cell, words = reader.entry.cell(Field.TEAM), reader.desk.words
    team = "" if cell is None else reader.desk.said(Topic.TEAM, cell.text) or cell.text
    unit = words.unit_of_district(words.district(words.team(team) or "") or "")
    if unit is not None and cell is not None:
        reader.understood(Topic.UNIT, cell.text, unit, cell)
    return unit


def _team(reader: EntryReader) -> str | None:
    """The police team by name; of other people's teams a rota knows nothing."""
    cell, words = reader.entry.cell(Field.TEAM), reader.desk.words
    if cell is None or reader.desk.side == AMBULANCE:
        return None
    said = reader.desk.said(Topic.TEAM, cell.text)
    team = said or words.team(cell.text)
    if team is None:
        choices = (*words.teams, NOTHING)
        wanted = "a team from Teams, column team"
        reader.ask(cell, wanted, (Topic.TEAM, cell.text), choices)
        return None
    reader.understood(Topic.TEAM, cell.text, team, cell, said=bool(said))
    return None if team == NOTHING else team


def _standing(entry: Entry) -> str | None:
    """A Special Constable's standing; of other statuses a rota knows nothing."""
    words = entry.text(Field.STATUS, Field.GRADE).upper().split()
    return next((standing for standing in _STANDINGS if standing in words), None)


def _kept_name(reader: EntryReader, known: PersonRow | None) -> str:
    """The name by which the book calls them, where the file's may be the same."""
    naming = Naming(known.id if known else "", name_in(reader.entry))
    match = reader.desk.people.match(naming)
    return known.name if known and match.person == known.id else ""


def _first(reader: EntryReader, known: PersonRow | None) -> date | None:
    """The first day in this work, where the book's days do not all come after it."""
    first, earliest = reader.day(Field.FIRST), reader.desk.words.first_day
    is_old = first is not None and earliest is not None and first <= earliest
    return None if known and known.first is None and is_old else first


def _last(reader: EntryReader) -> date | None:
    """The last day in this work, for people who leave."""
    cell = reader.entry.cell(Field.LAST)
    if cell is None and reader.entry.text(Field.STATUS).casefold() in _LEFT:
        status = reader.entry.cell(Field.STATUS)
        reader.doubt(status, "the last day in this work, or no row for this person")
    return reader.last_day(cell)
