"""What a board asks first of a rota, in three lines."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from rostering.worth.cost import Cost, GroupCost
from rostering.worth.cover import CarCover, together
from rostering.worth.worth import Worth


def headline_shown(
    costs: Sequence[Cost], cars: Sequence[CarCover], found: Worth
) -> Iterator[RenderableType]:
    """How much is crewed, what it costs and what it is worth."""
    car = together(cars)
    asked, crewed = car.asked.total(), car.crewed.total()
    if asked:
        yield Text(
            f"Crewed: {car.crewed_shifts} of {car.shifts} shifts, "
            f"{100 * crewed / asked:.1f}% of the hours."
        )
    yield Text(_cost(GroupCost("", "", tuple(costs))))
    if found.pounds:
        parts = (f"{x.what} £{float(x.pounds or 0):,.0f}" for x in found.in_pounds)
        yield Text(
            f"Worth: £{float(found.pounds):,.0f}, an estimate: {', '.join(parts)}."
        )
    yield Text()


def _cost(whole: GroupCost) -> str:
    hours = (
        f"{float(whole.basic_hours):,.1f} h paid, and "
        f"{float(whole.extra_hours):,.1f} h of plain time on top"
    )
    pounds = "" if whole.pounds is None else f": £{whole.pounds:,.2f}"
    return f"Cost: {hours}{pounds}."
