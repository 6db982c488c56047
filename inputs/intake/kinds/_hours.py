"""Contracted hours a week, from hours or from a share of full time."""

from inputs.intake.fields import Field
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.people.persons import AMBULANCE
from inputs.intake.values.amounts import read_fte, read_hours
from inputs.intake.values.code_table import Times
from inputs.intake.values.ranges import shown_range
from inputs.intake.values.words import or_none

MOST_BREAK = 2
"""By how many hours paid time may differ from a duty's length: breaks and clocks."""
FULL_TIME = 37.5
"""Hours a week of whoever works full time, by the NHS terms (Agenda for Change 10)."""
_AN_HOUR = 1
_MINUTES = 60
_DAY = 24
_PAID_OTHERWISE = ("regular", "special")


def check_length(reader: EntryReader, times: Times | None) -> None:
    """Doubt a duty whose hours, as the file counts them, are not those of its times."""
    cell = reader.entry.cell(Field.HOURS)
    if cell is None or times is None:
        return
    hours = or_none(read_hours, cell.value) or 0
    start, end = (clock.hour + clock.minute / _MINUTES for clock in times)
    length = (end - start) % _DAY or _DAY
    if hours and abs(length - hours) > MOST_BREAK:
        told = shown_range(times)
        reader.doubt(cell, f"the hours of {told}, {length:g}; correct one")


def weekly_hours(reader: EntryReader, role: str | None) -> float | None:
    """Contracted hours a week, or the share of full time that the file gives.

    Bank staff and police have none: bank staff and volunteers work what they offer,
    and a regular's hours are the team's.
    """
    entry = reader.entry
    is_bank = "bank" in entry.text(Field.CATEGORY).casefold()
    if is_bank or role in _PAID_OTHERWISE or reader.desk.side not in (AMBULANCE, ""):
        return None
    hours = entry.cell(Field.WEEKLY_HOURS)
    share = entry.cell(Field.FTE)
    fte = reader.read(share, read_fte, "a share of full time such as 0.8") or 0
    weekly = round(fte * FULL_TIME, 2)
    if hours is not None:
        given = reader.read(hours, read_hours, "hours a week such as 37.5") or 0
        if fte and given and abs(weekly - given) >= _AN_HOUR:
            wanted = f"hours that agree with {share and share.text} of full time"
            reader.doubt(hours, wanted, likely=f"{weekly:g}")
        return given or None
    if share is None or not fte:
        return None
    meaning = f"{weekly:g} hours a week, of {FULL_TIME:g} full time"
    reader.understood("fte", share.text, meaning, share)
    return weekly
