"""Whom an entry speaks of."""

from inputs._cells import Spoilt
from inputs.intake.cells import Cell
from inputs.intake.entries import Entry
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds.desk import Page
from inputs.intake.kinds.words import plain
from inputs.intake.people.naming import How, Naming
from inputs.intake.people.persons import AMBULANCE, POLICE, SPECIALS
from inputs.intake.values.names import read_id, read_name

NOBODY_OF_OURS = ""
"""Stands for somebody who is said to be none of the book's people."""
_NUMBER = "a pay or collar number; format the cell as text and type it anew"
_VACANT = frozenset(
    {"vacant", "vacancy", "nobody", "none", "nil", "unfilled", "uncovered"}
    | {"tbc", "tba", "tbd", "tobeconfirmed", "tobearranged", "tobeadvised"}
    | {"relief", "nocover", "notcrewed", "uncrewed", "offroad", "vor"}
)
"""What stands in place of a name where there is none, without signs and spaces."""
_SIDES = {"para": AMBULANCE, "sc": SPECIALS, "special": SPECIALS, "pc": POLICE}


def person_of(reader: EntryReader) -> str | None:
    """The person's id; None with a doubt where it is not certain who is meant."""
    naming = naming_of(reader)
    if naming is None:
        return None
    desk = reader.desk
    match = desk.people.match(naming, desk.recipe)
    if match.is_nobody:
        return NOBODY_OF_OURS
    cell = _cell(reader.entry)
    if not match.person:
        if not naming.word:
            reader.doubt(cell, "a number or a name")
        else:
            at = (cell or reader.entry.anchor).place
            reader.doubts.append(desk.people.doubt(match, naming, at))
        return None
    known = desk.people.get(match.person)
    if cell is not None and known is not None:
        reader.used.append(cell)
        is_plain = match.how is How.NUMBER or _says(naming, known.name)
        if match.note or not is_plain:
            meaning = f"{known.id} {known.name}"
            is_said = match.how is How.SAID
            reader.understood("person", naming.word, meaning, cell, said=is_said)
    desk.met[match.person] = None
    return match.person


def is_vacant(entry: Entry) -> bool:
    """Whether a word stands for a name that says that there is nobody, or not yet."""
    return entry.cell(Field.ID) is None and says_nobody(name_in(entry))


def says_nobody(word: str) -> bool:
    """Whether the word says that there is nobody, or nobody yet."""
    return plain(word) in _VACANT


def naming_of(reader: EntryReader) -> Naming | None:
    """How the entry names somebody; None with a doubt where a cell is broken."""
    entry = reader.entry
    number = number_in(reader)
    if number is None or not reader.page.knows_numbers:
        if reader.doubts:
            return None
        number = ""
    number = number or _number_beside(entry)
    named = entry.cell(Field.NAME, Field.SURNAME)
    if named is not None and isinstance(named.value, Spoilt):
        reader.doubt(named, named.value.wanted)
        return None
    employer = entry.text(Field.EMPLOYER)
    return Naming(number, name_in(entry), employer, _side(reader.page, entry))


def number_in(reader: EntryReader) -> str | None:
    """The number as it is written; None where there is none, or a broken one.

    Whatever the book has for an id is one, however short it is.
    """
    cell = reader.entry.cell(Field.ID)
    if cell is not None and reader.desk.people.get(cell.text) is not None:
        return cell.text
    return reader.read(cell, read_id, _NUMBER)


def name_in(entry: Entry) -> str:
    """The name as it is written, or as its parts make it."""
    whole = entry.text(Field.NAME)
    if whole:
        return whole
    surname, forename = entry.text(Field.SURNAME), entry.text(Field.FORENAME)
    return ", ".join(filter(None, (surname, forename)))


def _number_beside(entry: Entry) -> str:
    """The number that stands with the name: `PC 12345 Smith`."""
    return read_name(name_in(entry)).number


def _cell(entry: Entry) -> Cell | None:
    return entry.cell(Field.ID, Field.NAME, Field.SURNAME)


def _says(naming: Naming, name: str) -> bool:
    return name.casefold() in naming.word.casefold()


def _side(page: Page, entry: Entry) -> str:
    """Whose person it is: by the post over a crew's names, or by the whole file."""
    post = entry.words.get(Field.POST, "").casefold()
    beginning = next((word for word in _SIDES if post.startswith(word)), "")
    return _SIDES.get(beginning, page.desk.side)
