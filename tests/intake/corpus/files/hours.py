"""The hours that Special Constables tick, in the layouts in which they come."""

from datetime import time
from random import Random

from tests.intake.corpus.cast import SPECIALS, Person
from tests.intake.corpus.drawing import Drawing, Ink, Page
from tests.intake.corpus.hourly import HOURS, WEEK, Hourly, drawn_hours
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn

_GREEN = "92D050"
_FEW = SPECIALS[:3]


@drawn("hours-dutysheet.csv", "availability", "DutySheet's hours, a row for each day")
def _dutysheet(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    page.add("Collar", "Officer", "Date", *(f"{hour:02}" for hour in HOURS))
    hourly = drawn_hours(random, SPECIALS)
    who: dict[str, list[Ink]] = {one.id: [] for one in SPECIALS}
    for one in SPECIALS:
        for day in WEEK:
            inks = page.add(one.id, one.name, f"{day:%d/%m/%Y}", *hourly.line(one, day))
            who[one.id] += inks[:3]
            if not hourly.has_any(one, day):
                drawing.passed(*inks[:3])
    hourly.tell(drawing, who)


@drawn("hours-once.xlsx", "availability", "each name once, ranges of time, ticks and N")
def _once(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Hours")
    drawing.passed(*titled(page, "Availability, week of 4 January 2027"))
    ranges = (f"{hour:02}:00-{(hour + 1) % 24:02}:00" for hour in HOURS)
    page.add("Officer", "Day", "Date", *ranges)
    hourly = drawn_hours(random, SPECIALS, value="✓")
    who = {one.id: [Ink(f"SC {one.name}", down=len(WEEK))] for one in SPECIALS}
    for one in SPECIALS:
        for day in WEEK:
            squares = [ink if ink.value else Ink("N") for ink in hourly.line(one, day)]
            first = who[one.id][0] if day == WEEK[0] else None
            page.add(first, f"{day:%a}", day, *squares)
            drawing.passed(*(ink for ink in squares if ink.value == "N"))
    hourly.tell(drawing, who)


@drawn("hours-weeks.ods", "availability", "a block of a week for each person")
def _weeks(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Specials")
    hourly = drawn_hours(random, _FEW, value="1")
    who = {}
    for one in _FEW:
        who[one.id] = page.add(f"Availability of SC {one.name}")
        drawing.passed(*page.add("Week commencing 04/01/2027"))
        page.add("Day", *(f"{hour}:00" for hour in HOURS))
        for day in WEEK:
            head, *_ = page.add(f"{day:%A}", *hourly.line(one, day))
            if not hourly.has_any(one, day):
                drawing.passed(head)
        page.add()
    hourly.tell(drawing, who)


def _down(drawing: Drawing, page: Page, hourly: Hourly, one: Person) -> list[Ink]:
    """Days across and hours down, for one person."""
    who = page.add("Officer", one.name, None, "Collar", one.id)
    page.add()
    page.add("Hour", *(Ink(day, number_format="ddd dd mmm") for day in WEEK))
    for hour in HOURS:
        clock = Ink(time(hour), number_format="hh:mm")
        page.add(clock, *(hourly.square(one, day, hour) for day in WEEK))
    return [who[1], who[4]]


@drawn("hours-down.xlsx", "availability", "hours down, days across, a sheet for each")
def _sheets(drawing: Drawing, random: Random) -> None:
    hourly = drawn_hours(random, _FEW)
    pages = {one.id: drawing.page(one.surname) for one in _FEW}
    who = {one.id: _down(drawing, pages[one.id], hourly, one) for one in _FEW}
    hourly.tell(drawing, who)


@drawn(
    "hours-colours.xlsx",
    "availability",
    "hours that are only coloured, once explained",
    f"colour {_GREEN} = available",
)
def _colours(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Hours")
    page.add("Collar No", "Date", *(f"{h % 12 or 12}{'ap'[h > 11]}m" for h in HOURS))
    hourly = drawn_hours(random, SPECIALS)
    who: dict[str, list[Ink]] = {one.id: [] for one in SPECIALS}
    for ink in hourly.squares.values():
        ink.value, ink.fill = None, _GREEN
    for one in SPECIALS:
        for day in WEEK:
            inks = page.add(one.id, day, *hourly.line(one, day))
            who[one.id] += inks[:2]
            if not hourly.has_any(one, day):
                drawing.passed(*inks[:2])
    hourly.tell(drawing, who)


@drawn("hours-doubtful.xlsx", "availability", "marks that offer no hour for certain")
def _doubtful(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Hours")
    page.add("Collar", "Officer", "Date", *HOURS)
    hourly = Hourly(SPECIALS, WEEK)
    who: dict[str, list[Ink]] = {}
    for one, mark in zip(
        SPECIALS, ("?", "18:30", "Y?", "JRU", "maybe", "AL"), strict=True
    ):
        day = random.choice(WEEK)
        squares = hourly.line(one, day)
        odd = squares[18] = Ink(mark)
        squares[20] = Ink("Y")
        who[one.id] = page.add(one.id, one.name, day, *squares)[:3]
        clock = {"from_": time(20), "to": time(21)}
        inks = [squares[20], *who[one.id]]
        drawing.row("Availability", inks, person=one.id, date=day, **clock)
        if mark == "AL":
            drawing.passed(odd)
        else:
            drawing.doubt("answer", odd)


@drawn("hours-crosses.xlsx", "availability", "crosses alone may be ticks, or refusals")
def _crosses(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Hours")
    page.add("Collar", "Officer", "Date", *HOURS)
    for one in SPECIALS:
        hour, day = random.choice(HOURS), random.choice(WEEK)
        squares = [Ink("x") if each == hour else Ink() for each in HOURS]
        page.add(one.id, one.name, day, *squares)
        drawing.doubt("answer", squares[hour])
