"""Figures as bars: how long one is, and of what it is made."""

from rich.text import Text

from rostering.domain.busy import Busy
from rostering.report.console.screen import FAINT
from rostering.report.console.signs import BUSY_STYLES, OVERTIME, OVERTIME_MARK
from rostering.report.paid import Paid

FULL, HALF = "█", "▌"
ELSEWHERE, CREDITED, LEFT = "▓", "▒", "░"
KEY = (
    f"{FULL} on cars  {ELSEWHERE} other work  {CREDITED} leave  "
    f"{LEFT} left of the contract  {OVERTIME_MARK} above it"
)


def bar(value: float, most: float, room: int, style: str = FAINT) -> Text:
    """A bar whose length tells the value, at most `room` wide."""
    halves = round(2 * room * value / most) if most else 0
    return Text(FULL * (halves // 2) + HALF * (halves % 2), style=style)


def hours_bar(hours: Paid, most: int, room: int) -> Text:
    """What the hours are made of, and how far they go beside the contract.

    Args:
        hours: One person's hours.
        most: The hours that fill the room, in minutes.
        room: How wide that is, in columns.
    """
    cars = hours.cars
    work = cars + hours.elsewhere
    asked = hours.total if hours.contract is None else hours.contract
    parts = (
        (FULL, "", min(cars, asked)),
        (ELSEWHERE, BUSY_STYLES[Busy.TRAINING], min(work, asked)),
        (CREDITED, BUSY_STYLES[Busy.LEAVE], min(hours.total, asked)),
        (LEFT, FAINT, asked),
        (OVERTIME_MARK, OVERTIME, hours.total),
    )
    drawn, reached = Text(), 0
    for mark, style, end in parts:
        length = max(0, (round(room * end / most) if most else 0) - reached)
        drawn.append(mark * length, style)
        reached += length
    return drawn
