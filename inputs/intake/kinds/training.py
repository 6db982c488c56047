"""From lists and grids of qualifications to rows of Training."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from inputs._faults import likely
from inputs.intake.cells import Cell
from inputs.intake.doubts import Topic
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._skill_states import check_state, is_begun, why_not_held
from inputs.intake.kinds._who import NOBODY_OF_OURS, person_of
from inputs.intake.kinds.desk import Outcome, Page
from inputs.intake.sayings import NOTHING
from inputs.intake.values.amounts import read_yes_no
from inputs.intake.values.expiries import Expiry, State, read_expiry
from inputs.training import last_day_after

AN_EXPIRY = "the last day in date, such as 31/05/2027"
_WORDS_OF_COMPETENCE = re.compile("[A-Za-z]{3}")
_SHORTEST = 3
"""Letters of which a short word must have as many to stand for a longer one."""
_INTERVAL = re.compile(r"\b([0-9]{1,2}) ?(years?|yrs?|months?|mths?)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(done|completed|passed|attended|taken)\b", re.IGNORECASE)
"""In the heading of a skill: its dates are those of courses, not of expiries."""
_YEAR = 12
_FRAMES = frozenset({"nhs", "cstf", "local", "statutory", "mandatory"})


def read_training(page: Page, entry: Entry) -> Outcome:
    """One row of Training, or the reason why there is none."""
    reader = EntryReader(page, entry)
    skill = _skill(reader)
    if skill == NOTHING:
        return reader.passed("a skill that is said to be none of the book's")
    if skill is None:
        person_of(reader)
        return reader.waiting()
    cell = entry.cell(Field.EXPIRES, Field.LAST)
    first = reader.day(Field.FIRST) if is_begun(reader) else None
    expiry = _expiry(reader, cell, first)
    if why := _why_nothing(reader, expiry) or why_not_held(reader):
        return reader.passed(why)
    person = person_of(reader)
    if person == NOBODY_OF_OURS:
        return reader.passed("somebody who is said to be nobody of the book")
    _check(reader, cell, expiry)
    check_state(reader)
    _check_interval(reader, cell, (person or "", skill, first))
    last = None if expiry is None else expiry.last
    if last is not None and _DONE.search(entry.words.get(Field.SKILL, "")):
        first, last = last, None
        if (_role(reader, person), skill) not in reader.desk.words.valid_months:
            reader.doubt(cell, f"{AN_EXPIRY}; this is when it was done")
    if first is not None and last is not None and last < first:
        reader.doubt(cell, f"a date that is not before its first, {first:%d/%m/%Y}")
    return reader.outcome(
        "Training",
        {
            "person": person,
            "skill": skill,
            "from": first,
            "expires": last,
        },
    )


def _role(reader: EntryReader, person: str | None) -> str:
    row = reader.desk.words.people.get(person or "")
    return "" if row is None else row.role


def _skill(reader: EntryReader) -> str | None:
    """The book's skill that a heading or a cell means."""
    words = reader.desk.words
    cell = reader.entry.cell(Field.SKILL)
    text = reader.entry.words.get(Field.SKILL) or (cell.text if cell else "")
    at = cell or reader.entry.anchor
    if not text:
        reader.needs(None, cell, "the skill")
        return None
    word = competence(text)
    said = reader.desk.said(Topic.SKILL, text) or reader.desk.said(Topic.SKILL, word)
    skill = said or words.skill(word)
    if said and said != NOTHING and words.skill(said) is None:
        reader.ask(at, _wanted(words.skills), (Topic.SKILL, word), words.skills)
        return None
    if skill is None:
        choices = (*words.skills, NOTHING)
        near = likely(word, words.skills) or _shortened(word, words.skills)
        wanted = _wanted(words.skills)
        reader.ask(at, wanted, (Topic.SKILL, word), choices, likely=near)
        return None
    skill = words.skill(skill) or skill
    reader.understood(Topic.SKILL, word, skill, at, said=bool(said))
    return skill


def _shortened(word: str, skills: Iterable[str]) -> str:
    """The one skill that is written short here, or with more words: `Med fam`."""
    told = word.casefold().split()
    near = [skill for skill in skills if _are_short(told, skill.casefold().split())]
    return near[0] if len(near) == 1 else ""


def _are_short(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each word of the fewer begins, or is begun by, one of the others."""
    few, many = (
        [word for word in words if len(word) >= _SHORTEST]
        for words in sorted((some, others), key=len)
    )
    return bool(few) and all(
        any(one.startswith(other) or other.startswith(one) for other in many)
        for one in few
    )


def _wanted(skills: Iterable[str]) -> str:
    if any(True for _ in skills):
        return "a skill of the sheet Skills, or that it is none of the book's"
    return "a skill; fill in the sheet Skills first"


def competence(text: str) -> str:
    """What is taught, in a cell such as `NHS|CSTF|Fire Safety - 1 Year|`."""
    parts = [part.strip() for part in text.split("|")]
    told = [
        part
        for part in parts
        if _WORDS_OF_COMPETENCE.search(part) and part.casefold() not in _FRAMES
    ]
    return told[0] if told else text


def _expiry(
    reader: EntryReader, cell: Cell | None, first: date | None
) -> Expiry | None:
    """What the cell says of the end, read as dates of the block are."""
    if cell is None:
        return None
    if cell.is_struck:
        return Expiry(None, State.NOT_HELD, None)
    shows = cell.number_format
    read = partial(read_expiry, first=first, number_format=shows)
    return reader.dated(cell, read, AN_EXPIRY)


def _why_nothing(reader: EntryReader, expiry: Expiry | None) -> str:
    """Why there is nothing to write; empty where there is."""
    if expiry is not None:
        is_held = expiry.state is not State.NOT_HELD
        return "" if is_held else "not held, or not needed"
    if reader.entry.cell(Field.EXPIRES, Field.LAST) is not None:
        return ""
    meets = reader.entry.cell(Field.MEETS)
    if reader.read(meets, read_yes_no, "Y or N") is False:
        return "not held"
    return ""


def _check_interval(
    reader: EntryReader, cell: Cell | None, held: tuple[str, str, date | None]
) -> None:
    """Doubt a skill of which only the file says how long it lasts, and no last day."""
    found = _INTERVAL.search(reader.entry.text(Field.SKILL))
    person, skill, first = held
    if cell is not None or first is None or found is None:
        return
    role = _role(reader, person)
    if not role or (role, skill) in reader.desk.words.valid_months:
        return
    months = int(found[1]) * (_YEAR if found[2][0] in "yY" else 1)
    last = f"{last_day_after(first, months):%d/%m/%Y}"
    name = Field.LAST if Field.LAST in reader.page.headings else Field.EXPIRES
    reader.lacks(name, f"{AN_EXPIRY}; it lasts {found[0]}", likely=last)


def _check(reader: EntryReader, cell: Cell | None, expiry: Expiry | None) -> None:
    """Doubt what is held until a day that the file does not tell."""
    if expiry is None:
        if cell is None and reader.entry.cell(Field.FIRST) is None:
            reader.lacks(Field.EXPIRES, AN_EXPIRY)
        return
    if expiry.state is State.BOOKED:
        wanted = "the last day in date; a booking renews nothing before it is passed"
        reader.doubt(cell, wanted)
    elif expiry.state is State.UNKNOWN:
        reader.doubt(cell, AN_EXPIRY)
    elif expiry.state is State.EXPIRED and expiry.last is None:
        reader.doubt(cell, "the day on which it expired")
