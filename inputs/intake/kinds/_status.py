"""How far leave has come: granted, asked for, or not to be."""

from inputs._kinds import NotUnderstood
from inputs.intake.doubts import Topic
from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.values.words import or_none
from inputs.leave import STATUS
from rostering.domain import AbsenceKind, LeaveStatus

_GRANTED = frozenset(
    {"approved", "finalised", "completed", "taken", "closed", "fit"}
    | {"true", "yes", "y"}
)
DROPPED = frozenset({LeaveStatus.REFUSED, LeaveStatus.CANCELLED})
"""Leave that is no leave."""


def status_of(reader: EntryReader, kind: AbsenceKind | None = None) -> LeaveStatus:
    """How far the leave has come; approved where nothing says otherwise.

    Training and other work that is planned is settled; planned leave may not be.
    """
    if reader.entry.anchor.is_struck:
        return LeaveStatus.CANCELLED
    cell = reader.entry.cell(Field.STATUS)
    if cell is None or cell.text.casefold() in _GRANTED:
        return LeaveStatus.APPROVED
    if kind is not None and kind.is_work and cell.text.casefold() == "planned":
        return LeaveStatus.APPROVED
    said = reader.desk.said(Topic.CODE, cell.text)
    try:
        return STATUS.read(said or cell.value)
    except NotUnderstood as refusal:
        reader.ask(
            cell,
            "whether it is granted",
            (Topic.CODE, cell.text),
            STATUS.choices,
            likely=refusal.likely,
        )
        return LeaveStatus.APPROVED


def dropped(word: str) -> LeaveStatus | None:
    """Why leave is none, where the word says so; None for any other word."""
    status = or_none(STATUS.read, word)
    return status if status in DROPPED else None
