"""Who is meant by the words in a cell of rota.xlsx."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inputs._cells import cleaned, shown
from inputs.intake.cells import Cell
from inputs.intake.kinds._who import says_nobody
from inputs.intake.people.matching import People
from inputs.intake.people.naming import Naming
from inputs.intake.people.persons import Known
from inputs.intake.shapes.seats import names_in
from rostering.saved.sheets import SAID_OF_NOBODY, labels

_NO_LETTER = re.compile(r"[\W_]*")
_CROSS = "x"


@dataclass(frozen=True, slots=True)
class Meant:
    """One name in a cell, and who is meant."""

    said: str
    person: str = ""
    """The id; empty where nobody is meant for certain."""
    wanted: str = ""
    """What would make it certain; empty where nobody of the rota is called so."""
    likely: str = ""


class Names:
    """Everybody of whom the workbook tells."""

    def __init__(self, names: Mapping[str, str], roles: Mapping[str, str]) -> None:
        """Know people by id."""
        self.names = names
        self.roles = roles
        self._labels = {label.casefold(): id for id, label in labels(names).items()} | {
            id.casefold(): id for id in names
        }
        self._people = People(
            Known(id, name, roles.get(id, "")) for id, name in names.items()
        )

    def meant_in(self, cell: Cell) -> Iterator[Meant]:
        """Everybody named in the cell; whoever is struck through is not there."""
        if cell.value is None or cell.is_struck:
            return
        for line in _lines(cell):
            if self._id_of(line):
                yield self._meant(line)
            else:
                for part in names_in(Cell(cell.place, line)):
                    if not is_nobody(part.text):
                        yield self._meant(part.text)

    def _id_of(self, text: str) -> str:
        return self._labels.get(text.casefold(), "")

    def _meant(self, text: str) -> Meant:
        known = self._id_of(text)
        if known:
            return Meant(text, known)
        match = self._people.match(Naming(name=text))
        if match.person:
            return Meant(text, match.person)
        near = [f"{self.names[id]} ({id})" for id in match.candidates]
        if not near:
            return Meant(text)
        guess = near[0] if len(near) == 1 else ""
        return Meant(
            text, wanted=f"one person, by id: {' or '.join(near)}", likely=guess
        )


def is_nobody(text: str) -> bool:
    """Whether the words say that nobody is there: open, spare, vacant, a dash, an X."""
    word = text.casefold()
    is_sign = bool(_NO_LETTER.fullmatch(text)) or word == _CROSS
    return is_sign or word in SAID_OF_NOBODY or says_nobody(text)


def _lines(cell: Cell) -> Iterator[str]:
    """The cell's lines, without those of which a part is struck through."""
    for line in (cell.original or cell.text).splitlines():
        text = shown(cleaned(line))
        if text and (not cell.unstruck or text in cell.unstruck):
            yield text
