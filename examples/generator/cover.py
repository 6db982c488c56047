"""The cars, the turns they want and the crews that ride them."""

from datetime import date, time

from examples.generator.book import Book
from examples.generator.plan import BookPlan, Car, County
from examples.generator.staff import PATTERN, Staff, Worker
from examples.generator.training import FILES

CREWS = (
    ("joint late", "paramedic", "paramedic", (1, 1, 1), "any: emergency driving"),
    ("joint late", "officer", "regular", (1, 1, 1), None),
    ("joint night", "paramedic", "paramedic", (1, 1, 1), "any: emergency driving"),
    ("joint night", "officer", "special", (1, 2, 2), None),
)
LEAST_ON_DUTY = 2
OPT_OUT_MONTHS = 12


def add_cars(book: Book, plan: BookPlan) -> None:
    """Write the cars, their turns and the crews that they want."""
    for county in plan.counties:
        for car in county.cars:
            _add_car(book, county, car)
    for car in plan.cars:
        for days, turn, start, end in (
            ("Mon-Thu, Sun", "late", "team", "team"),
            ("Fri, Sat", "specials", time(18), time(2)),
        ):
            book.add(
                "joint",
                "Cover",
                unit=car.callsign,
                days=days,
                turn=turn,
                start=start,
                end=end,
                crew="joint late" if turn == "late" else "joint night",
            )
    for crew, post, roles, (least, wanted, most), skills in CREWS:
        book.add(
            "joint",
            "Crews",
            crew=crew,
            post=post,
            roles=roles,
            least=least,
            wanted=wanted,
            most=most,
            skills=skills,
        )


def add_people(book: Book, plan: BookPlan, staff: Staff) -> None:
    """Write everybody, and the teams of the regulars."""
    for worker in staff.everybody:
        _add_person(book, worker, plan.first)
    for team in staff.teams:
        book.add(
            "police",
            "Teams",
            team=team.name,
            district=team.car.area,
            anchor=team.anchor,
            pattern=PATTERN,
            least_on_duty=LEAST_ON_DUTY,
            early_start=time(7),
            early_end=time(17),
            late_start=time(15),
            late_end=time(1),
            night_start=time(21),
            night_end=time(7),
        )


def _add_car(book: Book, county: County, car: Car) -> None:
    book.add(
        "trust",
        "Units",
        callsign=car.callsign,
        area=car.area,
        districts=car.area,
        base=car.base,
        force=county.force,
        trust=county.trust,
        priority=car.priority,
    )


def _add_person(book: Book, worker: Worker, first: date) -> None:
    begin, end = worker.main_job or (None, None)
    opted_out = first.replace(day=1) if worker.overtime else None
    book.add(
        FILES[worker.role],
        "People",
        id=worker.id,
        name=worker.name,
        role=worker.role,
        employer=worker.employer,
        units=", ".join(worker.units),
        team=worker.team or None,
        weekly_hours=worker.weekly_hours,
        overtime=("Y" if worker.overtime else "N") if worker.weekly_hours else None,
        status=worker.status or None,
        opt_out_from=opted_out,
        opt_out_to=opted_out.replace(year=opted_out.year + 1) if opted_out else None,
        main_job_start=begin,
        main_job_end=end,
    )
