"""Lists of duties: GRS, HealthRoster, DMS and DutySheet."""

from datetime import date, time
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS, SPECIALS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, Event, absences, duties
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn
from tests.intake.corpus.systems import DMS, DUTY_SHEET, GRS


@drawn("grs-duties.csv", "duties", "GRS's list of duties")
def _grs(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    hand = Hand(dates="slashes", clocks="colon")
    GRS.draw(drawing, page, duties(random, PARAMEDICS), hand)


@drawn("grs-duties-times.xls", "duties", "times as 600 and 1500, numbers for payroll")
def _numbers(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Duties")
    drawing.passed(*titled(page, "GRS Web - My Duties"))
    hand = Hand(clocks="number", ids="number")
    GRS.draw(drawing, page, duties(random, PARAMEDICS), hand)


@drawn("grs-duties-midnight.xlsx", "duties", "ends at 24:00, 23:59 and 00:00")
def _midnight(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Duties")
    page.add(*GRS.columns)
    at = GRS.column("Finish")
    for turn, one in enumerate(PARAMEDICS):
        day = date(2027, 1, 4) + DAY * turn
        values = {"date": day, "start": time(14), "end": time(), "unit": one.unit}
        inks = GRS.write_row(page, Event("History", one, dict(values)), Hand())
        inks[at].value = ("24:00", "00:00", time(), "2400")[turn % 4]
        inks[at - 1].value = ("14:00", "1400", time(14), "2pm")[turn % 4]
        drawing.row("History", inks, person=one.id, **values)


@drawn("grs-duties-absence.xlsx", "duties", "duties and absences in one list, by code")
def _absence_codes(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Duties")
    page.add(*GRS.columns, "Abs Code")
    for event in duties(random, PARAMEDICS[:4], days=8):
        GRS.draw_row(drawing, page, event, Hand())
    for one, code, kind in zip(
        PARAMEDICS[4:], ("AL", "SICK", "STL", "TOIL"), ABSENCES, strict=True
    ):
        event = Event("History", one, {"date": date(2027, 1, 6)})
        inks = [*GRS.write_row(page, event, Hand()), Ink(code)]
        inks[GRS.column("Callsign")] = Ink()
        page.lines[-1].inks = [ink if ink.value is not None else None for ink in inks]
        day = event.first
        drawing.row("Leave", inks, person=one.id, kind=kind, from_=day, to=day)


ABSENCES = ("annual", "sick", "study", "time back")


@drawn(
    "healthroster-duties.xlsx", "duties", "planned and actual times, cancelled duties"
)
def _health_roster(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Roster")
    heads = "Staff|Assignment No.|Duty Date|Shift|Start|End|Actual Start|Actual End"
    page.add(*heads.split("|"), "Status")
    for turn, event in enumerate(duties(random, PARAMEDICS, days=7)):
        one, times = event.person, dict(event.values)
        del times["unit"]
        start, end = times["start"], times["end"]
        actual = (time(start.hour, 15), end) if turn % 3 == 0 else (None, None)
        status = "Cancelled" if turn % 7 == 3 else "Finalised"
        names = f"{one.surname}, {one.forename}", one.id
        inks = page.add(*names, event.first, "Late", start, end, *actual, status)
        if status == "Cancelled":
            drawing.passed(inks[4], inks[5])
            continue
        times["start"] = actual[0] or start
        kind = "worked" if actual[0] else "planned"
        drawing.row("History", inks, person=one.id, kind=kind, **times)


@drawn("dms-duties.csv", "duties", "DMS's list with tabs, four-figure times")
def _dms(drawing: Drawing, random: Random) -> None:
    drawing.delimiter = "\t"
    page = drawing.page()
    hand = Hand(dates="slashes", clocks="bare", ids="digits")
    DMS.draw(drawing, page, duties(random, REGULARS), hand)


@drawn("dms-duties.xlsx", "duties", "collar numbers as numbers, true times")
def _dms_true(drawing: Drawing, random: Random) -> None:
    page = drawing.page("DMS export")
    drawing.passed(*titled(page, "OFFICIAL", "Crown DMS - duties worked"))
    DMS.draw(drawing, page, duties(random, REGULARS), Hand(ids="number"))


@drawn("dutysheet-duties.csv", "duties", "DutySheet: cancelled duties and no-shows")
def _duty_sheet(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    page.add(*DUTY_SHEET.columns)
    at = DUTY_SHEET.column("Status")
    hand = Hand(dates="slashes", clocks="colon")
    for turn, event in enumerate(duties(random, SPECIALS, days=10)):
        values = {name: v for name, v in event.values.items() if name != "unit"}
        values["start"], values["end"] = time(18), time(2)
        worked = Event("History", event.person, values)
        inks = DUTY_SHEET.write_row(page, worked, hand)
        status = ("Completed", "Confirmed", "Cancelled", "No show")[turn % 4]
        inks[at].value = status
        if status in ("Cancelled", "No show"):
            drawing.passed(inks[6], inks[7])
        else:
            kind = "worked" if status == "Completed" else "planned"
            drawing.row("History", inks, kind=kind, **worked.row)


@drawn("duties-ranges.xlsx", "duties", "start and end in one cell, in nine spellings")
def _ranges(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Duties")
    page.add("Collar No", "Officer", "Date", "Times", "Callsign")
    spellings = (
        "18-02",
        "18:00-02:00",
        "1800x0200",
        "18.00x02.00",
        "18/02",
        "6pm-2am",
        "18:00 to 02:00",
        "18:00–02:00",
    )
    for turn, spelling in enumerate(spellings):
        one, day = REGULARS[turn % 8], date(2027, 1, 4) + DAY * turn
        inks = page.add(one.id, one.name, day, spelling, one.unit)
        times = {"date": day, "start": time(18), "end": time(2), "unit": one.unit}
        drawing.row("History", inks, person=one.id, **times)


@drawn("duties-leave-only.xlsx", "leave", "a list of duties, imported for leave alone")
def _leave_only(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Duties")
    page.add("Payroll No", "Name", "Date", "Start", "Finish", "Abs Code")
    for event in duties(random, PARAMEDICS[:3], days=6):
        one, times = event.person, event.values
        inks = page.add(one.id, one.name, event.first, times["start"], times["end"])
        drawing.passed(*inks)
    for event in absences(random, PARAMEDICS[3:], kinds=("annual",), per=1):
        one, day = event.person, event.first
        inks = page.add(one.id, one.name, day, None, None, "A/L")
        values = {"kind": "annual", "from": day, "to": day}
        drawing.row("Leave", inks, person=one.id, **values)
