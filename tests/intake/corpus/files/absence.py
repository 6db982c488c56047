"""Lists of absence: ESR, HealthRoster and DMS, in every format."""

from datetime import date, time
from random import Random

from tests.intake.corpus.cast import PARAMEDICS, REGULARS
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, absences, leave
from tests.intake.corpus.hands import DATES, Hand
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn
from tests.intake.corpus.systems import (
    DMS_ABSENCE,
    ESR_ABSENCE,
    ESR_LABELLED,
    ESR_ORACLE,
    HEALTH_ROSTER,
)

_UNIT_DAY = date(2027, 3, 1)


@drawn("esr-absence.xlsx", "leave", "ESR's absence list as it comes, with a title")
def _esr(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    drawing.passed(*titled(page, "SECAmb", "Printed on 18/12/2026 by ESR"))
    hand = Hand(names="comma")
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS), hand)


@drawn("esr-absence-open.xlsx", "leave", "absence without an end: blank, and Oracle's")
def _open(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    events = absences(random, PARAMEDICS[:4])
    events += [
        leave(PARAMEDICS[4], "maternity", date(2026, 11, 2), None),
        leave(PARAMEDICS[5], "sick", date(2027, 1, 11), None),
    ]
    ESR_ORACLE.draw(drawing, page, events, Hand(dates="oracle"))


@drawn("esr-absence-zeros.xlsx", "leave", "employee numbers that have lost their zeros")
def _zeros(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    events = absences(random, PARAMEDICS)
    ESR_ABSENCE.draw(drawing, page, events, Hand(ids="number", dates="short"))


@drawn("esr-absence-us-unsaid.xlsx", "leave", "an American export: weekdays disagree")
def _american(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    hand = Hand(dates="american")
    page.add(*ESR_LABELLED.columns)
    for event in absences(random, PARAMEDICS):
        drawing.doubt("dates", *ESR_LABELLED.write_row(page, event, hand))


@drawn(
    "esr-absence-us-said.xlsx",
    "leave",
    "the same, and somebody has said that months come first",
    "dates = month first",
)
def _said(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    events = absences(random, PARAMEDICS)
    ESR_LABELLED.draw(drawing, page, events, Hand(dates="american"))


@drawn("esr-absence-1904.xlsx", "leave", "dates that count from 1904")
def _old_macintosh(drawing: Drawing, random: Random) -> None:
    drawing.from_1904 = True
    page = drawing.page("Absence")
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS), Hand())


@drawn("esr-absence.xls", "leave", "an old workbook")
def _old(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    drawing.passed(*titled(page, "Absence report"))
    hand = Hand(names="capitals", ids="number")
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS), hand)


@drawn("esr-absence.ods", "leave", "a workbook of LibreOffice")
def _libre(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS), Hand())


@drawn("esr-absence-utf16.tsv", "leave", "UTF-16 with tabs, as `Unicode text` saves")
def _wide(drawing: Drawing, random: Random) -> None:
    drawing.encoding, drawing.delimiter = "utf-16", "\t"
    page = drawing.page()
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS), Hand(dates="slashes"))


@drawn("esr-absence-cp1252.csv", "leave", "Windows' letters, semicolons, curly quotes")
def _windows(drawing: Drawing, random: Random) -> None:
    drawing.encoding, drawing.delimiter = "cp1252", ";"
    page = drawing.page()
    hand = Hand(dates="oracle", names="curly")
    ESR_ABSENCE.draw(drawing, page, absences(random, PARAMEDICS), hand)


@drawn("esr-absence-newlines.csv", "leave", "UTF-8 with line breaks inside cells")
def _newlines(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    heading = [header.replace(" ", "\n", 1) for header in ESR_ABSENCE.columns]
    page.add(*heading, "Notes")
    for event in absences(random, PARAMEDICS):
        inks = ESR_ABSENCE.draw_row(drawing, page, event, Hand(dates="iso"))
        inks[1].value = str(inks[1].value).replace(" ", "\n", 1)
        page.lines[-1].inks.append(Ink("agreed\nby e-mail"))


@drawn("esr-absence-mixed.xlsx", "leave", "one column of dates in nine spellings")
def _mixed(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    page.add(*ESR_ABSENCE.columns)
    styles = [style for style in DATES if style not in ("moment", "american")]
    for turn, event in enumerate(absences(random, PARAMEDICS, per=3)):
        hand = Hand(dates=styles[turn % len(styles)], names="marked")
        ESR_ABSENCE.draw_row(drawing, page, event, hand)


@drawn("healthroster-leave.xlsx", "leave", "HealthRoster's unavailability")
def _health_roster(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Unavailability")
    hand = Hand(names="comma", dates="moment")
    HEALTH_ROSTER.draw(drawing, page, absences(random, PARAMEDICS), hand)


@drawn("healthroster-statuses.csv", "leave", "leave asked for, refused and withdrawn")
def _statuses(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    events = absences(random, PARAMEDICS, kinds=("annual",))
    page.add(*HEALTH_ROSTER.columns)
    at = HEALTH_ROSTER.column("Status")
    for turn, event in enumerate(events):
        status = ("Approved", "Requested", "Rejected", "Cancelled")[turn % 4]
        inks = HEALTH_ROSTER.write_row(page, event, Hand(dates="slashes"))
        inks[at].value = status
        match status:
            case "Approved":
                drawing.row("Leave", inks, **event.row)
            case "Requested":
                drawing.row("Leave", inks, **event.row, status="requested")
            case _:
                drawing.passed(*inks[2:6])


@drawn("dms-abstractions.csv", "leave", "police abstractions by code, with tabs")
def _dms(drawing: Drawing, random: Random) -> None:
    drawing.delimiter = "\t"
    page = drawing.page()
    hand = Hand(dates="slashes", ids="digits")
    DMS_ABSENCE.draw(drawing, page, absences(random, REGULARS), hand)


@drawn(
    "dms-abstractions.xlsx", "leave", "collar numbers as numbers, and PC before them"
)
def _collars(drawing: Drawing, random: Random) -> None:
    page = drawing.page("DMS")
    page.add(*DMS_ABSENCE.columns)
    for turn, event in enumerate(absences(random, REGULARS)):
        hand = Hand(ids=("number", "text", "spaced")[turn % 3])
        DMS_ABSENCE.draw_row(drawing, page, event, hand)


@drawn("leave-hours.xlsx", "leave", "leave for hours of a day, and half days")
def _hours(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Leave")
    page.add("Employee Number", "Name", "Absence Type", "From", "To", "Start", "End")
    for turn, one in enumerate(PARAMEDICS):
        day = _UNIT_DAY + DAY * turn
        start, end = time(9 + turn), time(13 + turn)
        values = (int(one.digits), one.name, "Annual Leave", day, day, start, end)
        inks = page.add(*values)
        event = leave(one, "annual", day, day)
        drawing.row("Leave", inks, **event.row, start=start, end=end)


@drawn("leave-overlaps.xlsx", "leave", "sick while on leave, and the same row twice")
def _overlaps(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Absence")
    page.add(*ESR_ABSENCE.columns)
    one, other = PARAMEDICS[:2]
    for event in (
        leave(one, "annual", date(2027, 2, 1), date(2027, 2, 12)),
        leave(one, "sick", date(2027, 2, 4), date(2027, 2, 6)),
        leave(other, "annual", date(2027, 2, 1), date(2027, 2, 5)),
    ):
        ESR_ABSENCE.draw_row(drawing, page, event, Hand())
    ESR_ABSENCE.write_row(page, event, Hand())


@drawn("esr-absence-reasons.csv", "leave", "reasons in the first column, a row twice")
def _reasons(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    events = absences(random, PARAMEDICS)
    page.add("Level 1 Reason", "NI Number", *DMS_ABSENCE.columns, "Status")
    for turn, event in enumerate([*events, events[0]]):
        row = DMS_ABSENCE.write_row(page, event, Hand(dates="slashes"))
        status = Ink("Rejected" if turn % 5 == 4 else "Approved")
        private = [Ink("S25 Migraine"), Ink(f"QQ1234{turn:02}C")]
        page.lines[-1].inks[:] = [*private, *row, status]
        if turn % 5 == 4:
            drawing.passed(*row[:5])
        elif turn < len(events):
            drawing.row("Leave", row, **event.row)
