"""Reading files that tell what was really worked, in any of their layouts."""

from collections.abc import Iterator
from pathlib import Path

from inputs import BadInputs, likely
from inputs.worked import Missed, WorkedRow, worked_rows
from rostering.domain import AbsenceKind, Fault, PersonId, Problem
from rostering.domain.time import whole_days
from rostering.memory.exports import told_in_export
from rostering.memory.worked import OUTCOMES, Told, Worked
from rostering.saved.lines import COLUMNS, State
from rostering.saved.reading import read_rota

_OWN = frozenset(COLUMNS) - {"reason", "name"}


def told_in(path: Path, problem: Problem, book: Path) -> Told:
    """What a file says: in the layout of rota.csv, of History, or as an export.

    Raises:
        BadInputs: It cannot be read, or something in it cannot be understood.
    """
    if _is_rota(path):
        told = _in_rota(path)
    elif path.suffix.lower() in (".csv", ".xlsx") and (rows := worked_rows(path)):
        told = Told(path.name, tuple(map(_of_row, rows)))
    else:
        told = told_in_export(path, problem, book)
    faults = tuple(fault for said in told.rows for fault in _faults(said, problem))
    if faults:
        raise BadInputs(faults)
    return told


def _is_rota(path: Path) -> bool:
    """Whether it is a rota as `rota build` writes it, by name or by its columns."""
    if path.is_dir() or path.suffix.lower() == ".json":
        return True
    if path.suffix.lower() != ".csv" or not path.is_file():
        return False
    text = path.read_bytes()[:1000].decode("utf-8-sig", errors="replace")
    top = text.partition("\n")[0].lower()
    return all(column in top for column in _OWN)


def _in_rota(path: Path) -> Told:
    saved = read_rota(path)
    rows = tuple(
        Worked(
            PersonId(line.person),
            line.day,
            line.span,
            line.unit,
            line.post,
            line.turn,
            place=record.places["person"],
        )
        for line, record in zip(saved.lines, saved.records, strict=True)
        if line.state is State.FILLED
    )
    shifts = {
        (line.day, line.unit, line.turn): record.places["state"]
        for line, record in zip(saved.lines, saved.records, strict=True)
    }
    return Told(saved.path.name, rows, shifts)


def _of_row(row: WorkedRow) -> Worked:
    absence = row.kind if isinstance(row.kind, AbsenceKind) else None
    if isinstance(row.kind, Missed):
        absence = OUTCOMES[row.kind]
    return Worked(
        PersonId(row.person),
        row.day,
        row.span or whole_days(row.day, row.day),
        row.unit,
        row.post,
        absence=absence,
        place=row.place("person"),
    )


def _faults(said: Worked, problem: Problem) -> Iterator[Fault]:
    """What the book does not know of it."""
    if said.person not in problem.person:
        names = {person.name: person.id for person in problem.people}
        near = likely(said.person, [*problem.person, *names])
        wanted = "the id of someone on the People sheet"
        yield Fault(said.place, said.person, wanted, names.get(near, near))
    if said.unit and said.unit not in problem.unit:
        wanted = f"a car of the book: {', '.join(problem.unit)}"
        yield Fault(said.place, said.unit, wanted, likely(said.unit, problem.unit))
