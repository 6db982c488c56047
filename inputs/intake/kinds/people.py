"""From a staff list to rows of People."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from inputs.intake.doubts import Doubt, Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._roles import role_of
from inputs.intake.kinds._who import name_in, naming_of, number_in, person_of
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.kinds.words import plain
from inputs.intake.persons import AMBULANCE
from inputs.intake.sayings import NOTHING
from inputs.intake.values.amounts import read_fte, read_hours
from inputs.intake.values.names import read_name
from inputs.people import PersonRow

FULL_TIME = 37.5
"""Hours a week of whoever works full time, by the NHS terms (Agenda for Change 10)."""
_STANDINGS = ("APS", "DPS", "IPS")
_ASSIGNMENT = re.compile(r"-[0-9]{1,2}$")
"""Ends the number of a person's second post."""
_LEFT = ("leaver", "left", "terminated", "resigned")


def read_person(page: Page, entry: Entry) -> Outcome:
    """One row of People, or the reason why there is none."""
    reader = EntryReader(page, entry)
    number, name = _number(reader), _name(entry)
    if number is None and not name and not reader.doubts:
        return reader.passed("no person: neither a number nor a name")
    reader.needs(number, entry.cells.get(Field.ID), "this person's number")
    reader.needs(name or None, entry.cell(Field.NAME, Field.SURNAME), "a name")
    known = _known(reader)
    role = role_of(reader, known)
    if role == NOTHING:
        return reader.passed("a role that is said to be none of the book's")
    return reader.outcome(
        "People",
        {
            "id": known.id if known else number,
            "name": name,
            "role": role,
            "employer": _employer(reader, known),
            "units": _units(reader, known),
            "team": _team(reader),
            "weekly hours": _weekly_hours(reader),
            "status": _standing(entry),
            "from": reader.day(Field.FIRST),
            "to": _last(reader),
        },
    )


def _number(reader: EntryReader) -> str | None:
    """The number of one person; that of a second post leaves it open whose it is."""
    number = number_in(reader)
    if number is not None and _ASSIGNMENT.search(number):
        whole = _ASSIGNMENT.sub("", number)
        wanted = "the person's own number, not that of one of several posts"
        reader.doubt(reader.entry.cell(Field.ID), wanted, likely=whole)
    return number


def _name(entry: Entry) -> str:
    """The name as a rota shows it: the forename by which somebody is called, first."""
    parts = read_name(name_in(entry))
    called = entry.text(Field.PREFERRED) or parts.forenames or parts.initials
    return " ".join(filter(None, (called, parts.surname)))


def _known(reader: EntryReader) -> PersonRow | None:
    """The book's row of the person; a doubt where number and name disagree."""
    naming = naming_of(reader)
    if naming is None or not naming.id:
        return None
    people = reader.desk.people
    if not people.has_number(naming.id):
        return None
    person = person_of(reader)
    return reader.desk.words.people.get(person) if person else None


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
    told = reader.entry.cell(Field.UNIT, Field.BASE)
    if told is not None:
        wanted = "the car that this person rides"
        reader.ask(told, wanted, (Topic.UNIT, told.text), (*words.callsigns, "any"))
    else:
        wanted = "the cars to ride; the file has no column that names them"
        choices = (*words.callsigns, "any")
        reader.ask(reader.entry.anchor, wanted, (Topic.FILL, "units"), choices)
    return None


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


def _weekly_hours(reader: EntryReader) -> float | None:
    """Contracted hours a week, or the share of full time that the file gives.

    Bank staff and police have none: bank staff and volunteers work what they offer,
    and a regular's hours are the team's.
    """
    entry = reader.entry
    is_bank = "bank" in entry.text(Field.CATEGORY).casefold()
    if is_bank or reader.desk.side not in (AMBULANCE, ""):
        return None
    hours = entry.cell(Field.WEEKLY_HOURS)
    if hours is not None:
        return reader.read(hours, read_hours, "hours a week such as 37.5") or None
    share = entry.cell(Field.FTE)
    fte = reader.read(share, read_fte, "a share of full time such as 0.8")
    if share is None or not fte:
        return None
    weekly = round(fte * FULL_TIME, 2)
    meaning = f"{weekly:g} hours a week, of {FULL_TIME:g} full time"
    reader.understood("fte", share.text, meaning, share)
    return weekly


def _standing(entry: Entry) -> str | None:
    """A Special Constable's standing; of other statuses a rota knows nothing."""
    words = entry.text(Field.STATUS, Field.GRADE).upper().split()
    return next((standing for standing in _STANDINGS if standing in words), None)


def _last(reader: EntryReader) -> date | None:
    """The last day in this work, for people who leave."""
    cell = reader.entry.cell(Field.LAST)
    if cell is None and reader.entry.text(Field.STATUS).casefold() in _LEFT:
        status = reader.entry.cell(Field.STATUS)
        reader.doubt(status, "the last day in this work, or no row for this person")
    return reader.last_day(cell)


def without_doubles(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes, where people who have more than one row wait.

    Two posts of one person, or a row that was kept when another was made: somebody
    must say which of them counts. A row that says the same again is passed over.
    """
    kept = list(outcomes)
    by_number: defaultdict[str, list[int]] = defaultdict(list)
    for n, outcome in enumerate(kept):
        cell = outcome.entry.cell(Field.ID)
        if cell is not None:
            by_number[plain(_ASSIGNMENT.sub("", cell.text))].append(n)
    for same in by_number.values():
        first, *others = (kept[n] for n in same)
        for n in same if len(same) > 1 else ():
            kept[n] = _doubled(kept[n], first, others)
    return tuple(kept)


def _doubled(outcome: Outcome, first: Outcome, others: Sequence[Outcome]) -> Outcome:
    at = outcome.entry.cell(Field.ID) or outcome.entry.anchor
    says = [_said(each) for each in (first, *others)]
    if all(each and each == says[0] for each in says):
        if outcome is first:
            return outcome
        return Outcome(
            outcome.entry, passed=f"said already in {first.entry.anchor.place}"
        )
    other = others[0] if outcome is first else first
    wanted = f"one row for each person; {other.entry.anchor.place} is of the same"
    doubt = Doubt(at.place, at.text, wanted)
    return Outcome(outcome.entry, doubts=(*outcome.doubts, doubt))


def _said(outcome: Outcome) -> list[object]:
    return [sorted(row.values.items(), key=str) for row in outcome.rows]
