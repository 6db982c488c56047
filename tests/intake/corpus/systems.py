"""The exports that managers have, column by column (domain: realistic columns)."""

from datetime import time

from tests.intake.corpus.lists import (
    System,
    clock,
    day,
    days_lost,
    fixed,
    hours_worked,
    name,
    number,
    of_person,
    weekday,
    word,
)

_RANK = {"regular": "PC", "special": "SC", "paramedic": "Paramedic"}
ABSENCE_WORDS = {
    "annual": "Annual Leave",
    "sick": "Sickness",
    "maternity": "Maternity",
    "study": "Study Leave",
    "court": "Jury Service",
    "compassionate": "Special Leave Paid",
    "unpaid": "Special Leave Unpaid",
    "time back": "TOIL",
}
CODES = {
    "annual": "AL",
    "sick": "SICK",
    "study": "STL",
    "court": "CRT",
    "time back": "TOIL",
    "training": "TRG",
    "maternity": "MAT",
    "parental": "SPL",
}
COMPETENCES = {
    "registration": "registration",
    "officer safety": "NHS|LOCAL|Officer Safety Training|1 Year|",
    "police radio": "NHS|LOCAL|Airwave Handset|3 Years|",
}

ESR_ABSENCE = System(
    "ESR absence",
    {
        "Employee Number": number,
        "Name": name,
        "Absence Category": word("kind", ABSENCE_WORDS),
        "Level 1 Reason": fixed("S98 Other", "S10 Anxiety/stress", "S25 Migraine"),
        "Absence Start Date": day("from"),
        "Absence End Date": day("to"),
        "Calendar Days Lost": days_lost,
        "Occurrences": fixed(1),
    },
)
ESR_LABELLED = System(
    "ESR absence with weekdays",
    {
        "Employee Number": number,
        "Name": name,
        "Absence Type": word("kind", ABSENCE_WORDS),
        "Day": weekday,
        "Absence Start Date": day("from"),
        "Absence End Date": day("to"),
    },
)
ESR_ORACLE = System(
    "ESR absence, Oracle's own",
    {
        "Assignment Number": number,
        "Last Name": of_person(lambda one: one.surname),
        "First Name": of_person(lambda one: one.forename),
        "Absence Type": word("kind", ABSENCE_WORDS),
        "Absence Start Date": day("from"),
        "Absence End Date": day("to", "31-DEC-4712"),
    },
)
ESR_COMPETENCE = System(
    "ESR competence",
    {
        "Employee Number": number,
        "Last Name": of_person(lambda one: one.surname),
        "First Name": of_person(lambda one: one.forename),
        "Competence": word("skill", COMPETENCES),
        "Date From": day("from"),
        "Date To": day("expires"),
        "Meets Requirement": fixed("Yes"),
    },
)
GRS = System(
    "GRS duties",
    {
        "Payroll No": number,
        "Surname": of_person(lambda one: one.surname),
        "Forename": of_person(lambda one: one.forename),
        "Station": fixed("Medway Make Ready"),
        "Skill": fixed("PARA"),
        "Date": day("date"),
        "Start": clock("start"),
        "Finish": clock("end"),
        "Hours": hours_worked,
        "Callsign": word("unit"),
    },
)
HEALTH_ROSTER = System(
    "HealthRoster unavailability",
    {
        "Unit": fixed("JRU Kent"),
        "Staff": name,
        "Assignment No.": number,
        "Unavailability Type": word("kind", ABSENCE_WORDS),
        "Start Date": day("from"),
        "End Date": day("to"),
        "Booked By": fixed("eroster", "self"),
        "Status": fixed("Approved", "Finalised"),
    },
)
DMS = System(
    "DMS duties",
    {
        "Collar No": number,
        "Rank": of_person(lambda one: _RANK[one.role]),
        "Surname": of_person(lambda one: one.surname),
        "Forename": of_person(lambda one: one.forename),
        "Section": of_person(lambda one: one.team),
        "Date": day("date"),
        "Actual Start": clock("start"),
        "Actual End": clock("end"),
        "Duty Type": fixed("JRU"),
        "Callsign": word("unit"),
    },
    {"kind": "worked"},
)
DMS_ABSENCE = System(
    "DMS abstractions",
    {
        "Collar No": number,
        "Rank": of_person(lambda one: _RANK[one.role]),
        "Surname": of_person(lambda one: one.surname),
        "Abstraction": word("kind", CODES),
        "From": day("from"),
        "To": day("to"),
        "Notified on": fixed(None),
    },
)
DUTY_SHEET = System(
    "DutySheet duties",
    {
        "Duty ID": of_person(lambda one: "D" + one.digits),
        "Officer": name,
        "Collar": number,
        "Rank": of_person(lambda one: _RANK[one.role]),
        "Duty Type": fixed("JRU"),
        "Date": day("date"),
        "Start": clock("start"),
        "End": clock("end"),
        "Hours": hours_worked,
        "Status": fixed("Completed"),
        "Supervisor": fixed("Sgt Keeper"),
    },
    {"kind": "worked"},
)
OFFERS = System(
    "offers of time",
    {
        "Collar": number,
        "Officer": name,
        "Date": day("date"),
        "Available from": clock("from"),
        "Available to": clock("to"),
    },
)
SYSTEMS = (
    ESR_ABSENCE,
    ESR_ORACLE,
    HEALTH_ROSTER,
    GRS,
    DMS,
    DMS_ABSENCE,
    DUTY_SHEET,
    OFFERS,
)
NIGHT = time(18), time(2)
