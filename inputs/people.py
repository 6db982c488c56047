"""The sheet People: who can be put on the rota, and on what terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from inputs._book import Book
from inputs._clocks import CLOCK, END_CLOCK, WEEKLY_HOURS
from inputs._columns import Reference, Row, SheetForm, optional, required
from inputs._dates import DATE, LAST_DATE
from inputs._faults import Faults
from inputs._imported import imported
from inputs._pay import BAND, RATE, SCHEME
from inputs._repeats import collisions, once
from inputs._values import NAME, NAMES, TEXT, WORD, YES_NO, whole
from inputs.teams import TEAM
from inputs.units import UNITS
from rostering.domain import DateRange, Person, PersonId
from rostering.domain.pay_terms import PayScheme, PayTerms

ANY = "any"
PERSON = Reference("People", "id")


@dataclass(frozen=True, kw_only=True)
class PersonRow(Row):
    """One person."""

    id: str = required("id", NAME, "Pay or collar number; each person has another.")
    name: str = required("name", TEXT, "As the rota shall show it.")
    role: str = required(
        "role",
        WORD,
        "paramedic, regular, special, or any word that Crews uses.",
        refers=Reference("Crews", "roles", strict=False),
    )
    employer: str = required("employer", NAME, "Trust or force.")
    units: tuple[str, ...] = required(
        "units",
        NAMES,
        "Call signs of the cars to ride, the home car first; `any` for all others.",
        refers=Reference("Units", "callsign", besides=(ANY,)),
    )
    team: str = optional(
        "team", NAME, "A regular officer's team.", default="", refers=TEAM
    )
    weekly_minutes: int | None = optional(
        "weekly hours",
        WEEKLY_HOURS,
        "Contracted hours a week on the cars; blank for police and for volunteers.",
    )
    overtime: bool = optional(
        "overtime", YES_NO, "Whether overtime may be planned.", default=False
    )
    status: str = optional(
        "status", NAME, "A Special Constable's standing: APS, DPS or IPS.", default=""
    )
    opt_out_first: date | None = optional(
        "opt-out from", DATE, "First day of an agreement to pass 48 hours a week."
    )
    opt_out_last: date | None = optional("opt-out to", LAST_DATE, "Its last day.")
    main_job_start: time | None = optional(
        "main job start", CLOCK, "When a volunteer's working day starts."
    )
    main_job_end: time | None = optional("main job end", END_CLOCK, "When it ends.")
    first: date | None = optional("from", DATE, "First day in this work.")
    last: date | None = optional("to", LAST_DATE, "Last day in this work.")
    other_minutes: int | None = optional(
        "other hours", WEEKLY_HOURS, "Hours worked each week in another job."
    )
    commute: int | None = optional(
        "commute", whole(0, 300), "Minutes from home to work."
    )
    same_as: str = optional(
        "same as",
        NAME,
        "The id of another row of the same human being, who has two roles.",
        default="",
        refers=PERSON,
    )
    scheme: PayScheme | None = optional(
        "unsocial scheme",
        SCHEME,
        "S2, A5, police or none; blank goes by team and weekly hours.",
    )
    band: int | None = optional("band", BAND, "Agenda for Change pay band.")
    hourly_rate: Decimal | None = optional(
        "hourly rate", RATE, "Pounds at plain time; without it no sums of money."
    )
    imported: str = imported()


PEOPLE = SheetForm(
    "People",
    "Everybody who can be put on the rota.",
    PersonRow,
    required=True,
    ordered=(("from", "to"), ("opt-out from", "opt-out to")),
)


def people_in(book: Book, faults: Faults) -> tuple[Person, ...]:
    """The people by id."""
    rows = once(book.rows(PEOPLE), lambda row: row.id.casefold(), "id", faults)
    for earlier, later in collisions(
        rows, lambda row: row.name.casefold(), _are_strangers
    ):
        wanted = f"another person than {earlier.place('name')}, one row for both, "
        wanted += f"or {earlier.id} in the column same as"
        faults.add(later.warning("name", wanted))
    callsigns = sorted({row.callsign for row in book.rows(UNITS)})
    whole = [row for row in rows if _has_whole_job(row, faults)]
    people = [_person(row, callsigns) for row in whole if _is_another(row, faults)]
    return tuple(sorted(people, key=lambda person: person.id))


def _has_whole_job(row: PersonRow, faults: Faults) -> bool:
    """Whether the main job has both its times, or neither."""
    if (row.main_job_start is None) is (row.main_job_end is None):
        return True
    lacking = "main job start" if row.main_job_start is None else "main job end"
    wanted = "a clock time: the main job has only one of its times"
    faults.error(row.place(lacking), "nothing", wanted)
    return False


def _are_strangers(one: PersonRow, other: PersonRow) -> bool:
    """Whether the rows do not say that they are of the same human being."""
    ends = [{row.id, row.same_as} - {""} for row in (one, other)]
    return ends[0].isdisjoint(ends[1])


def _is_another(row: PersonRow, faults: Faults) -> bool:
    """Whether `same as` names another row than its own."""
    if row.same_as == row.id:
        faults.add(row.error("same as", "the id of another row, or nothing"))
    return row.same_as != row.id


def _person(row: PersonRow, callsigns: Sequence[str]) -> Person:
    opt_out = DateRange(row.opt_out_first, row.opt_out_last)
    main_job = None
    if row.main_job_start is not None and row.main_job_end is not None:
        main_job = row.main_job_start, row.main_job_end
    return Person(
        id=PersonId(row.id),
        name=row.name,
        role=row.role,
        employer=row.employer,
        units=_units(row.units, callsigns),
        team=row.team,
        weekly_minutes=row.weekly_minutes,
        overtime=row.overtime,
        status=row.status.upper(),
        opt_out=None if opt_out == DateRange() else opt_out,
        main_job=main_job,
        other_minutes=row.other_minutes or 0,
        commute=row.commute,
        same_as=PersonId(row.same_as) if row.same_as else None,
        employed=DateRange(row.first, row.last),
        place=row.place("id"),
        pay=PayTerms(row.scheme, row.band, row.hourly_rate),
    )


def _units(named: Sequence[str], callsigns: Sequence[str]) -> tuple[str, ...]:
    """The cars by name: `any` alone leaves no name, after others it is the rest."""
    own = tuple(unit for unit in named if unit != ANY)
    if ANY not in named or not own:
        return own
    return (*own, *(unit for unit in callsigns if unit not in own))
