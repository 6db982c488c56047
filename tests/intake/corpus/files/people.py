"""Lists of people, some of whom the book does not know yet."""

from datetime import date
from random import Random

from tests.intake.corpus.cast import NEWCOMERS, PARAMEDICS, REGULARS, TRUST, Person
from tests.intake.corpus.drawing import Drawing
from tests.intake.corpus.lists import titled
from tests.intake.corpus.registry import drawn

_SAID = "fill employer = SECAmb", "fill units = JR-01", "role Paramedic = paramedic"
_HEADS = (
    "Employee Number|Title|Last Name|First Name|Position Title|Grade|FTE"
    "|Contracted Hours|Assignment Category|Assignment Status|Latest Start Date"
    "|Termination Date"
)


def _terms(one: Person, hours: float) -> dict[str, str | float]:
    return {
        "id": one.id,
        "name": one.name,
        "role": "paramedic",
        "employer": TRUST,
        "units": "JR-01",
        "weekly_hours": hours,
    }


@drawn("esr-staff.xlsx", "people", "ESR's staff in post: newcomers to the book", *_SAID)
def _staff(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Staff in Post")
    drawing.passed(*titled(page, "Staff in Post", "Printed on 18/12/2026"))
    page.add(*_HEADS.split("|"))
    for one in NEWCOMERS:
        fte = random.choice((1.0, 0.8, 0.6))
        started = date(2020, 5, 4)
        inks = page.add(
            one.id,
            "Mx",
            one.surname,
            one.forename,
            "204511|Paramedic|JRU",
            "NHS|XR06|Review Body Band 6",
            fte,
            37.5 * fte,
            "Permanent",
            "Active Assignment",
            started,
        )
        terms = _terms(one, 37.5 * fte)
        drawing.row("People", inks, **terms, from_=started)


@drawn("esr-staff-private.csv", "people", "addresses, births and NI numbers", *_SAID)
def _private(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    page.add(
        "Employee Number",
        "Full Name",
        "NI Number",
        "Date of Birth",
        "Home Address",
        "Personal Email",
        "Mobile",
        "Role",
        "Contracted Hours",
    )
    for turn, one in enumerate(NEWCOMERS):
        inks = page.add(
            one.id,
            one.name,
            f"QQ12345{turn}C",
            date(1980, 5, 1 + turn),
            f"{turn + 1} Orchard Way, Sittingbourne",
            f"someone{turn}@mail.example",
            f"07700 90012{turn}",
            "Paramedic",
            "37:30",
        )
        drawing.row("People", inks, **_terms(one, 37.5))


@drawn("esr-staff-two-posts.xlsx", "people", "two assignments of one person", *_SAID)
def _two_posts(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Staff in Post")
    page.add("Assignment Number", "Last Name", "First Name", "Role", "Contracted Hours")
    one, *others = NEWCOMERS
    for person in others:
        names = person.id, person.surname, person.forename
        inks = page.add(*names, "Paramedic", 37.5)
        drawing.row("People", inks, **_terms(person, 37.5))
    drawing.doubt(
        "person",
        *page.add(f"{one.id}-2", one.surname, one.forename, "Paramedic", 7.5),
    )
    drawing.doubt(
        "person",
        *page.add(f"{one.id}-3", one.surname, one.forename, "Paramedic", 30),
    )


@drawn(
    "esr-staff-leavers.xlsx", "people", "people who leave, and their last day", *_SAID
)
def _leavers(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Staff")
    page.add(
        "Employee Number",
        "Name",
        "Role",
        "Contracted Hours",
        "Latest Start Date",
        "Termination Date",
    )
    for turn, one in enumerate(NEWCOMERS):
        left = date(2027, 2, 28) if turn == 1 else None
        name = f"{one.surname}, {one.forename}"
        inks = page.add(one.id, name, "Paramedic", 30, date(2021, 6, 1), left)
        terms = _terms(one, 30)
        drawing.row("People", inks, **terms, from_=date(2021, 6, 1), to=left)


@drawn(
    "esr-staff-unsaid.xlsx",
    "people",
    "a job title that nobody has explained",
    *_SAID[:2],
)
def _unsaid(drawing: Drawing, random: Random) -> None:
    page = drawing.page("Staff")
    page.add("Employee Number", "Name", "Role", "Contracted Hours")
    for turn, one in enumerate(NEWCOMERS):
        is_plain = turn % 2 == 0
        role = "Paramedic" if is_plain else "Clinical Team Lead Ops 2"
        inks = page.add(one.id, one.name, role, 37.5)
        if is_plain:
            drawing.row("People", inks, **_terms(one, 37.5))
        else:
            drawing.doubt("role", *inks)


@drawn(
    "grs-station.csv",
    "people",
    "GRS's station list of people whom the book has",
    "fill employer = SECAmb",
    "skill PARA = nothing",
    "role PARA = paramedic",
)
def _known(drawing: Drawing, random: Random) -> None:
    page = drawing.page()
    page.add("Payroll No", "Surname", "Forename", "Role", "Callsign", "WTE")
    for one in PARAMEDICS:
        names = one.id, one.surname, one.forename
        inks = page.add(*names, "PARA", one.unit, "1.00")
        terms = {**_terms(one, 37.5), "units": one.unit}
        drawing.row("People", inks, **terms)


@drawn("dms-officers.xlsx", "people", "police officers with rank, section and collar")
def _officers(drawing: Drawing, random: Random) -> None:
    drawing.say = "fill employer = Kent Police", "role PC = regular"
    page = drawing.page("Officers")
    page.add("Collar No", "Rank", "Surname", "Forename", "Team", "Callsign")
    for one in REGULARS:
        names = one.id, "PC", one.surname, one.forename
        inks = page.add(*names, one.team, one.unit)
        drawing.row(
            "People",
            inks,
            id=one.id,
            name=one.name,
            role="regular",
            employer=one.employer,
            units=one.unit,
            team=one.team,
        )
