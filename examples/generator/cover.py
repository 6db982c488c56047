"""The cars, the turns they want and the crews that ride them."""

from collections.abc import Iterator, Mapping
from datetime import date, time

from examples.generator.book import Book
from examples.generator.plan import BookPlan, Car, County
from examples.generator.scheme import Clock
from examples.generator.staff import Staff, Worker
from examples.generator.training import FILES

LEAST_ON_DUTY = 2


def add_cars(book: Book, plan: BookPlan) -> None:
    """Write the cars, their turns and the crews that they want."""
    for county in plan.counties:
        for car in county.cars:
            _add_car(book, county, car)
    for car in plan.cars:
        for turn in plan.county_of[car].scheme.turns:
            start, end = turn.clock
            book.add(
                "joint",
                "Cover",
                unit=car.callsign,
                days=turn.days,
                turn=turn.name,
                start="team" if turn.is_team_turn else start,
                end="team" if turn.is_team_turn else end,
                crew=turn.crew,
                from_=plan.first,
                to=plan.last,
            )
    schemes = dict.fromkeys(county.scheme.posts for county in plan.counties)
    for post in (post for posts in schemes for post in posts):
        least, wanted, most = post.numbers
        book.add(
            "joint",
            "Crews",
            crew=post.crew,
            post=post.name,
            roles=post.roles,
            least=least,
            wanted=wanted,
            most=most,
            skills=post.skills,
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
            pattern=team.pattern,
            least_on_duty=LEAST_ON_DUTY,
            **dict(_clocks(plan.county_of[team.car].scheme.clocks)),
        )


def _clocks(clocks: Mapping[str, Clock]) -> Iterator[tuple[str, time]]:
    for turn, (start, end) in clocks.items():
        yield f"{turn}_start", start
        yield f"{turn}_end", end


def _add_car(book: Book, county: County, car: Car) -> None:
    book.add(
        "trust",
        "Units",
        callsign=car.callsign,
        area=car.area,
        districts=car.area if county.scheme.teams else None,
        base=car.base,
        force=county.force,
        trust=county.trust,
        priority=car.priority,
    )


def _add_person(book: Book, worker: Worker, first: date) -> None:
    begin, end = worker.main_job or (None, None)
    opted_out = first.replace(month=1, day=1) if worker.overtime else None
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
        opt_out_to=opted_out.replace(month=12, day=31) if opted_out else None,
        main_job_start=begin,
        main_job_end=end,
        unsocial_scheme=worker.unsocial_scheme or None,
        band=worker.band,
    )
