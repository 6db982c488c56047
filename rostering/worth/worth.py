"""What a rota's cover is worth by published figures: estimates, and their reckoning.

Only shifts that are crewed count, and of these only shifts with an officer on them, of
whose cars the figures are. Police time is that of one car's year, day by day. Incidents
at the weekend are as many an hour as one crew was published to attend, which is the
most and not the usual; on other days the share `other_days` of that. Which days begin a
shift of the weekend is published too.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from rostering.domain import Rota, Shift
from rostering.worth.published import Figure, Figures, roles, weekend

PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Estimate:
    """One thing that cover is worth."""

    what: str
    amount: Fraction
    unit: str
    """Of the amount; empty where it is a number of what is named."""
    how: str
    """How it is reckoned, in a sentence."""
    figures: tuple[str, ...]
    """The names of the figures it rests on."""
    pounds: Fraction | None = None
    is_again: bool = False
    """Whether it values once more what an estimate above it does."""


@dataclass(frozen=True)
class Worth:
    """What a rota is worth, and what was counted."""

    weekend: tuple[Shift, ...]
    """The crewed shifts of the weekend."""
    others: tuple[Shift, ...]
    """The crewed shifts of other days."""
    without_officers: int
    """How many crewed shifts have nobody on them who makes the car a joint one."""
    figures: Figures
    estimates: tuple[Estimate, ...]

    @property
    def in_pounds(self) -> tuple[Estimate, ...]:
        """What is put in pounds, each thing once."""
        valued = (each for each in self.estimates if each.pounds is not None)
        return tuple(each for each in valued if not each.is_again)

    @property
    def pounds(self) -> Fraction:
        """All of it in pounds."""
        known = (each.pounds for each in self.in_pounds if each.pounds is not None)
        return sum(known, Fraction())

    @property
    def used(self) -> tuple[Figure, ...]:
        """The figures that the estimates rest on."""
        names = (name for each in self.estimates for name in each.figures)
        return tuple(self.figures[name] for name in dict.fromkeys(names))


def worth(
    rota: Rota,
    figures: Figures,
    officers: Collection[str] | None = None,
    units: Collection[str] | None = None,
) -> Worth:
    """Everything that can be estimated of the rota's cover.

    Args:
        rota: Who works what.
        figures: The published ones, or those that somebody gives.
        officers: The roles that make a car a joint one; None for those published.
        units: Only the cover of these cars; None for that of all.
    """
    shifts = [s for s in sorted(rota.problem.shifts) if not units or s.unit in units]
    crewed = [shift for shift in shifts if rota.is_crewed(shift)]
    joint = [s for s in crewed if _roles_on(rota, s) & set(officers or roles())]
    busy = tuple(s for s in joint if s.day.weekday() in weekend())
    others = tuple(s for s in joint if s.day.weekday() not in weekend())
    value = {name: figure.value for name, figure in figures.items()}
    hours = _hours(busy) + _hours(others) * value["other_days"] / PER_CENT
    incidents = hours * _ratio(value["weekend_incidents"], value["weekend_shift"])
    estimates = (
        Estimate(
            "joint incidents attended, at most",
            incidents,
            "",
            f"{_told(value['weekend_incidents'])} incidents in "
            f"{_told(value['weekend_shift'])} hours of a crewed weekend shift, "
            f"{_told(value['other_days'])}% of that on other days",
            ("weekend_incidents", "weekend_shift", "other_days"),
        ),
        _of_a_year(len({(shift.unit, shift.day) for shift in joint}), value),
        *_of_police(incidents, value),
        *_of_ambulances(incidents, value),
    )
    return Worth(busy, others, len(crewed) - len(joint), figures, estimates)


def _roles_on(rota: Rota, shift: Shift) -> frozenset[str]:
    person = rota.problem.person
    return frozenset(person[fill.person].role for fill in rota.crew_of(shift))


def _of_a_year(days: int, value: dict[str, Fraction]) -> Estimate:
    """What the year that was published comes to in so many days of cars."""
    hours = days * _ratio(value["police_hours"], value["year_days"])
    rate = _ratio(value["police_pounds"], value["police_hours"])
    return Estimate(
        "police time released",
        hours,
        "hours",
        f"one car released {_told(value['police_hours'])} hours in a year of "
        f"{_told(value['year_days'])} days, and a car is out on {days} here; "
        f"£{_told(rate)} an hour",
        ("police_hours", "year_days", "police_pounds"),
        hours * rate,
    )


def _of_police(incidents: Fraction, value: dict[str, Fraction]) -> Iterator[Estimate]:
    sooner = value["wait_alone"] - value["wait_jointly"]
    hours = incidents * value["officers"] * sooner / 60
    rate = _ratio(value["police_pounds"], value["police_hours"])
    yield Estimate(
        "the same by waiting times",
        hours,
        "hours",
        f"help is there {_told(sooner)} minutes sooner "
        f"({_told(value['wait_jointly'])} against {_told(value['wait_alone'])}), for "
        f"each of {_told(value['officers'])} waiting at an incident: another answer to "
        "the same question, not to be added",
        ("wait_alone", "wait_jointly", "officers", "police_pounds", "police_hours"),
        hours * rate,
        is_again=True,
    )
    yield Estimate(
        "the same by officers at Category 3 incidents",
        incidents * value["officers"],
        "",
        f"£{_told(value['officer_cost'])} for each: a third answer, not to be added",
        ("officers", "officer_cost"),
        incidents * value["officers"] * value["officer_cost"],
        is_again=True,
    )


def _of_ambulances(
    incidents: Fraction, value: dict[str, Fraction]
) -> Iterator[Estimate]:
    shorter = value["job_alone"] - value["job_jointly"]
    yield Estimate(
        "ambulance time saved",
        incidents * shorter / 60,
        "hours",
        f"a job takes {_told(shorter)} minutes less ({_told(value['job_jointly'])} "
        f"against {_told(value['job_alone'])})",
        ("job_alone", "job_jointly"),
    )
    with_help = min(Fraction(1), _ratio(value["backed_up"], value["seen"]))
    without = incidents * (1 - with_help)
    yield Estimate(
        "ambulances not sent",
        without,
        "",
        f"{_told(value['backed_up'])} of {_told(value['seen'])} incidents needed one "
        f"all the same; £{_told(value['conveyance'])} each",
        ("backed_up", "seen", "conveyance"),
        without * value["conveyance"],
    )


def _hours(shifts: tuple[Shift, ...]) -> Fraction:
    return Fraction(sum(shift.span.minutes for shift in shifts), 60)


def _ratio(number: Fraction, of: Fraction) -> Fraction:
    """The one for each of the other; nothing of nothing."""
    return number / of if of else Fraction()


def _told(number: Fraction) -> str:
    """`7`, `31.31`."""
    return f"{float(number):.2f}".removesuffix(".00")
