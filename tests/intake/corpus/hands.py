"""The hands that fill sheets in: how each writes dates, times, names and numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from tests.intake.corpus.cast import Person
from tests.intake.corpus.drawing import Ink

Draws = Callable[[date], Ink]
_EXCEL_DAY_0 = date(1899, 12, 30)
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_RANKS = {"paramedic": "Para", "regular": "PC", "special": "SC"}


def american(day: date) -> Ink:
    """A date as a month-first export leaves it, once opened in Britain.

    Excel takes the month for the day wherever that gives a date, and leaves the rest.
    """
    if day.day <= 12:
        return Ink(date(day.year, day.day, day.month), number_format="dd/mm/yyyy")
    return Ink(f"{day:%m/%d/%Y}")


def _twelve(clock: time) -> str:
    hour = clock.hour % 12 or 12
    minutes = f".{clock:%M}" if clock.minute else ""
    return f"{hour}{minutes}{'am' if clock.hour < 12 else 'pm'}"


DATES: dict[str, Draws] = {
    "true": lambda day: Ink(day, number_format="dd/mm/yyyy"),
    "moment": lambda day: Ink(
        datetime.combine(day, time()), number_format="dd/mm/yyyy hh:mm"
    ),
    "slashes": lambda day: Ink(f"{day:%d/%m/%Y}"),
    "short": lambda day: Ink(f"{day.day}-{day:%b-%y}"),
    "oracle": lambda day: Ink(f"{day:%d-%b-%Y}".upper()),
    "iso": lambda day: Ink(day.isoformat()),
    "dots": lambda day: Ink(f"{day:%d.%m.%y}"),
    "serial": lambda day: Ink((day - _EXCEL_DAY_0).days),
    "words": lambda day: Ink(
        f"{day:%a} {day.day}{_ENDINGS.get(day.day, 'th')} {day:%b %Y}"
    ),
    "stamp": lambda day: Ink(f"{day.isoformat()} 00:00:00"),
    "spaces": lambda day: Ink(f"\u00a0{day:%d/%m/%Y} "),
    "american": american,
}

CLOCKS: dict[str, Callable[[time], Ink]] = {
    "true": lambda clock: Ink(clock, number_format="hh:mm"),
    "colon": lambda clock: Ink(f"{clock:%H:%M}"),
    "bare": lambda clock: Ink(f"{clock:%H%M}"),
    "number": lambda clock: Ink(clock.hour * 100 + clock.minute),
    "dots": lambda clock: Ink(f"{clock:%H.%M}"),
    "fraction": lambda clock: Ink((clock.hour * 60 + clock.minute) / 1440),
    "twelve": lambda clock: Ink(_twelve(clock)),
}

NAMES: dict[str, Callable[[Person], str]] = {
    "full": lambda one: one.name,
    "comma": lambda one: f"{one.surname}, {one.forename}",
    "capitals": lambda one: f"{one.surname.upper()} {one.forename}",
    "ranked": lambda one: f"{_RANKS[one.role]} {one.name}",
    "spaced": lambda one: f" {one.forename}\u00a0 {one.surname} ",
    "curly": lambda one: one.name.replace("'", "’"),
    "marked": lambda one: f"{one.surname}, {one.forename} * (0.8)",
}

IDS: dict[str, Callable[[Person], str | int]] = {
    "text": lambda one: one.id,
    "number": lambda one: int(one.digits) if one.digits.isdigit() else one.id,
    "spaced": lambda one: f"{one.id[:2]} {one.id[2:]}",
    "digits": lambda one: one.digits,
}


@dataclass(frozen=True)
class Hand:
    """One manager's or one system's way of writing."""

    dates: str = "true"
    clocks: str = "true"
    names: str = "full"
    ids: str = "text"

    def day(self, day: date | None, endless: str | None = None) -> Ink:
        """A date, or what stands for no end."""
        return Ink(endless) if day is None else DATES[self.dates](day)

    def clock(self, clock: time | None) -> Ink:
        """A time of day."""
        return Ink() if clock is None else CLOCKS[self.clocks](clock)

    def name(self, one: Person) -> Ink:
        """Somebody's name."""
        return Ink(NAMES[self.names](one))

    def number(self, one: Person) -> Ink:
        """Somebody's pay or collar number."""
        return Ink(IDS[self.ids](one))
