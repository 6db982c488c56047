"""The sheets Units and Off road: the cars, and the days without them."""

from dataclasses import dataclass
from datetime import date

from inputs._book import Book
from inputs._columns import Reference, Row, SheetForm, optional, required
from inputs._dates import DATE, LAST_DATE
from inputs._faults import Faults
from inputs._kinds import Kind
from inputs._repeats import collisions, once
from inputs._values import NAME, NAMES, TEXT, whole
from rostering.domain import DateRange, OffRoad, Unit

PRIORITY: Kind[int] = whole(1, 99)
UNIT = Reference("Units", "callsign")


@dataclass(frozen=True, kw_only=True)
class UnitRow(Row):
    """One car."""

    callsign: str = required("callsign", NAME, "What the car is called: JR-04.")
    area: str = required("area", TEXT, "Where it works.")
    districts: tuple[str, ...] = optional(
        "districts",
        NAMES,
        "Whose response teams' turns it matches.",
        default=(),
        refers=Reference("Teams", "district", strict=False),
    )
    base: str = optional("base", TEXT, "Where it starts from.", default="")
    force: str = required("force", TEXT, "The police force.")
    trust: str = required("trust", TEXT, "The ambulance trust.")
    priority: int = optional(
        "priority", PRIORITY, "Which car is crewed first: 1 before 2.", default=1
    )
    first: date | None = optional("from", DATE, "First day in service.")
    last: date | None = optional("to", LAST_DATE, "Last day in service.")


UNITS = SheetForm("Units", "The cars that are crewed.", UnitRow, required=True)


@dataclass(frozen=True, kw_only=True)
class OffRoadRow(Row):
    """Days without one car."""

    unit: str = required("unit", NAME, "The car's call sign.", refers=UNIT)
    first: date = required("from", DATE, "First day without it.")
    last: date = required("to", DATE, "Last day without it.")
    reason: str = optional("reason", TEXT, "Why: service, repair.", default="")

    @property
    def days(self) -> DateRange:
        """The days without it."""
        return DateRange(self.first, self.last)


OFF_ROAD = SheetForm("Off road", "Days on which a car cannot be crewed.", OffRoadRow)


def units_in(book: Book, faults: Faults) -> tuple[Unit, ...]:
    """The cars by call sign."""
    rows = once(
        book.rows(UNITS), lambda row: row.callsign.casefold(), "callsign", faults
    )
    return tuple(sorted(map(_unit, rows), key=lambda unit: unit.callsign))


def _unit(row: UnitRow) -> Unit:
    return Unit(
        callsign=row.callsign,
        area=row.area,
        districts=row.districts,
        base=row.base,
        force=row.force,
        trust=row.trust,
        priority=row.priority,
        in_service=DateRange(row.first, row.last),
        place=row.place("callsign"),
    )


def off_road_in(book: Book, faults: Faults) -> tuple[OffRoad, ...]:
    """The days without a car, by car and day."""
    rows = book.rows(OFF_ROAD)
    for earlier, later in collisions(
        rows, lambda row: row.unit, lambda one, other: one.days.overlaps(other.days)
    ):
        wanted = f"days that {earlier.place('from')} does not name already"
        faults.add(later.warning("from", wanted))
    ordered = sorted(rows, key=lambda row: (row.unit, row.first, row.last, row.reason))
    return tuple(
        OffRoad(row.unit, row.days, row.reason, row.place("from")) for row in ordered
    )
