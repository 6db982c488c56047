"""The sheet Pins: decisions that the rota may not change."""

from dataclasses import dataclass
from datetime import date

from inputs._book import Book
from inputs._columns import Reference, Row, SheetForm, required
from inputs._dates import DATE
from inputs._faults import Faults
from inputs._kinds import Kind
from inputs._repeats import collisions, grouped
from inputs._values import NAME, choice
from inputs.people import ANY, PERSON
from rostering.domain import Period, PersonId, Pin, PinKind, Shift

PIN: Kind[PinKind] = choice(PinKind)


@dataclass(frozen=True, kw_only=True)
class PinRow(Row):
    """One decision."""

    person: str = required("person", NAME, "An id from People.", refers=PERSON)
    unit: str = required(
        "unit",
        NAME,
        "The car's call sign; `any` for whichever there is that day.",
        refers=Reference("Units", "callsign", besides=(ANY,)),
    )
    day: date = required("date", DATE, "The date on which the shift starts.")
    pin: PinKind = required("pin", PIN, "on: is on the car; off: is kept off it.")


PINS = SheetForm("Pins", "Decisions that the rota may not change.", PinRow)


def pins_in(
    book: Book, shifts: tuple[Shift, ...], period: Period, faults: Faults
) -> tuple[Pin, ...]:
    """The pins of the period by person and day."""
    rows = book.rows(PINS)
    for earlier, later in collisions(
        rows, lambda row: (row.person, row.day), _contradict
    ):
        other = f"{earlier.pin.value} for {earlier.unit} in {earlier.place('pin')}"
        faults.add(later.error("pin", f"a pin that agrees with {other}"))
    covered = {(unit, s.day) for s in shifts for unit in (s.unit, ANY)}
    firsts = grouped(rows, lambda row: (row.person, row.day, row.unit, row.pin))
    pins = []
    for row, *others in firsts.values():
        if row.day not in period:
            wanted = f"a date from {period.first:%d/%m/%Y} to {period.last:%d/%m/%Y}"
            faults.add(row.warning("date", f"{wanted}; the pin has no use"))
            continue
        is_covered = (row.unit, row.day) in covered or faults.has_errors
        if row.pin is PinKind.ON and not is_covered:
            car = "some car" if row.unit == ANY else row.unit
            wanted = f"a date on which {car} has a shift; the pin has no use"
            faults.add(row.warning("date", wanted))
        person, place = PersonId(row.person), row.place("pin")
        repeats = tuple(other.place("pin") for other in others)
        unit = "" if row.unit == ANY else row.unit
        pins.append(Pin(person, unit, row.day, row.pin, place, repeats))
    return tuple(sorted(pins, key=lambda pin: (pin.person, pin.day, pin.unit)))


def _contradict(one: PinRow, other: PinRow) -> bool:
    """Whether one is on and off a car, or on two; `any` may be one of them."""
    if one.unit == other.unit:
        return one.pin is not other.pin
    if ANY in (one.unit, other.unit):
        return False
    return one.pin is other.pin is PinKind.ON
