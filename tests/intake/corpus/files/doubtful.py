"""Sheets with something that nobody could know without asking."""

from datetime import date
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS, SPECIALS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, FIRST, absences, leave
from tests.intake.corpus.files.charts import JANUARY, fill_turns
from tests.intake.corpus.grids import Grid
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.registry import drawn
from tests.intake.corpus.systems import ESR_ABSENCE


@drawn("names-alone.xlsx", "leave", "no numbers: J Smith is two people, Bill is one")
def _names(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Leave")
    page.add("Name", "Station", "Absence Type", "From", "To")
    spellings = {
        "Kalsi, Shanice": "20413377",
        "O’BRIEN Grace": "20413451",
        "Smith-Jones, Kamila": "20413596",
        "Mc Donald, William": "20413688",
        "J Smith": "",
        "Smith J": "",
        "Kovacks, Patrick": "",
        "Smith": "",
        "Zebedee, Quentin": "",
    }
    for turn, (spelling, number) in enumerate(spellings.items()):
        first = date(2027, 2, 1) + DAY * turn
        last = first + DAY
        inks = page.add(spelling, "Medway", "Annual Leave", first, last)
        if number:
            values = {"person": number, "kind": "annual", "from": first, "to": last}
            drawing.row("Leave", inks, **values)
        else:
            drawing.doubt("person", inks[0])


@drawn("two-john-smiths.xlsx", "leave", "a John Smith in both services: collars decide")
def _smiths(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Abstractions")
    page.add("Collar No", "Rank", "Name", "Abstraction", "From", "To")
    for one in (REGULARS[0], PARAMEDICS[5]):
        event = leave(one, "annual", date(2027, 2, 1), date(2027, 2, 3))
        number = one.id if one is REGULARS[0] else None
        inks = page.add(number, "PC", one.name, "AL", event.first, event.last)
        if number:
            drawing.row("Leave", inks, **event.row)
    event = leave(REGULARS[2], "annual", date(2027, 2, 8), date(2027, 2, 9))
    wrong = page.add("PC12345", "PC", REGULARS[2].name, "AL", event.first, event.last)
    drawing.doubt("person", *wrong[:3])


@drawn("chart-long-days.xlsx", "leave", "LD: a long day, a late duty or a lieu day")
def _long_days(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    people = (*PARAMEDICS[:3], *REGULARS[1:4])
    grid = Grid(people, JANUARY)
    for turn, one in enumerate(people):
        drawing.doubt("code", grid.put(one, JANUARY[4 + turn], Ink("LD")))
        event = leave(one, "annual", date(2027, 1, 18), date(2027, 1, 20))
        grid.enter_all(drawing, [event])
    fill_turns(drawing, grid)
    grid.head(page, "true")
    grid.draw(page)


@drawn("chart-unknown-codes.xlsx", "leave", "codes that are in nobody's table")
def _unknown(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    grid = Grid(PARAMEDICS, JANUARY)
    for turn, one in enumerate(PARAMEDICS):
        code = ("ZZ", "QX7", "#REF!")[turn % 3]
        drawing.doubt("code", grid.put(one, JANUARY[4 + turn], Ink(code)))
    fill_turns(drawing, grid)
    grid.head(page, "true")
    grid.draw(page)


@drawn("chart-weekdays.xlsx", "leave", "weekday letters that belong to another month")
def _weekdays(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Jan 2027")
    grid = Grid(PARAMEDICS, JANUARY)
    for event in absences(random, PARAMEDICS, kinds=("annual",), per=1):
        inks = grid.enter(event)
        drawing.doubt("date", *inks, grid.names[event.person.id])
    wrong = [f"{day + DAY * 2:%a}" for day in JANUARY]
    letters = page.add("JANUARY 2027", *wrong)
    grid.head(page, "numbers")
    grid.draw(page)
    for fact in drawing.facts:
        fact.inks += [*letters, *grid.heads.values()]


@drawn("list-bad-dates.xlsx", "leave", "31 February, an end before its start, TBC")
def _bad_dates(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    page.add(*ESR_ABSENCE.columns)
    at = ESR_ABSENCE.column("Absence Start Date")
    hand = Hand(dates="slashes")
    bad = ("31/02/2027", "TBC", "13/13/2027", "05/01", "#N/A", "01/01/1900")
    for turn, event in enumerate(absences(random, PARAMEDICS[:6], per=1)):
        inks = ESR_ABSENCE.write_row(page, event, hand)
        inks[at].value = bad[turn]
        drawing.doubt("date", inks[at])
    for event in absences(random, PARAMEDICS[6:], per=1):
        inks = ESR_ABSENCE.write_row(page, event, hand)
        inks[at + 1].value = f"{event.first - DAY:%d/%m/%Y}"
        drawing.doubt("date", inks[at], inks[at + 1])


@drawn("chart-same-twice.xlsx", "leave", "one person on two lines of a chart")
def _same_twice(drawing: Drawing, random: Random) -> None:
    page = drawing.page("January 2027")
    people = PARAMEDICS[:4]
    grid = Grid(people, JANUARY)
    for one in people:
        event = leave(one, "annual", date(2027, 1, 18), date(2027, 1, 20))
        grid.enter_all(drawing, [event])
    fill_turns(drawing, grid)
    other = Grid(people[:1], JANUARY)
    event = leave(people[0], "sick", date(2027, 1, 5), date(2027, 1, 6))
    other.enter_all(drawing, [event])
    fill_turns(drawing, other)
    grid.head(page, "true")
    grid.draw(page)
    other.draw(page)


@drawn("offers-ambiguous.xlsx", "availability", "6-2 and 7-11: morning or evening?")
def _ambiguous(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Offers")
    page.add("Collar", "Officer", "Date", "Available")
    for turn, one in enumerate(SPECIALS):
        day = FIRST + DAY * (4 + turn)
        text = ("6-2", "7-11")[turn % 2]
        inks = page.add(one.id, one.name, day, text)
        drawing.doubt("time", inks[3])
