"""The sheets of a planted book, row for row as its facts are numbered."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from rostering.domain import (
    Course,
    Crew,
    Duty,
    Leave,
    Offer,
    OffRoad,
    Pair,
    Person,
    Pin,
    Post,
    Problem,
    RuleSetting,
    Shift,
    SkillNeed,
    Span,
    Team,
    Training,
    Unit,
)
from tests.inputs.books import Sheets

Row = dict[str, object]


def sheets_of(problem: Problem) -> Sheets:
    """Every sheet that the problem needs, as texts."""
    crews = {shift.crew.name: shift.crew for shift in problem.shifts}.values()
    tables: dict[str, Iterable[Row]] = {
        sheet: map(row, getattr(problem, part)) for part, (sheet, row) in _ROWS.items()
    }
    tables["Crews"] = (_post(crew, post) for crew in crews for post in crew.posts)
    tables["Skills"] = [*tables["Skills"], *_taught(problem)]
    return {sheet: lines for sheet, rows in tables.items() if (lines := _lines(rows))}


def _lines(rows: Iterable[Row]) -> list[list[str]]:
    """A heading and the rows below it."""
    table = list(rows)
    heads = list(dict.fromkeys(head for row in table for head in row))
    below = [[str(row.get(head, "")) for head in heads] for row in table]
    return [heads, *below] if table else []


def _day(day: date | datetime | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _on(span: Span) -> Row:
    return {"date": _day(span.local_start), **_clocks(span)}


def _clocks(span: Span) -> Row:
    return {"start": f"{span.local_start:%H:%M}", "end": f"{span.local_end:%H:%M}"}


def _person(person: Person) -> Row:
    minutes, job = person.weekly_minutes, person.main_job or ()
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "employer": "trust",
        "units": ", ".join(person.units) or "any",
        "team": person.team,
        "weekly hours": "" if minutes is None else minutes / 60,
        "from": _day(person.employed.first),
        "to": _day(person.employed.last),
        "commute": person.commute or "",
        **{
            f"main job {end}": f"{at:%H:%M}"
            for end, at in zip(_ENDS, job, strict=False)
        },
    }


_ENDS = ("start", "end")


def _unit(unit: Unit) -> Row:
    return {
        "callsign": unit.callsign,
        "area": "north",
        "base": "base",
        "force": "force",
        "trust": "trust",
        "from": _day(unit.in_service.first),
    }


def _shift(shift: Shift) -> Row:
    return {
        "unit": shift.unit,
        "days": f"{shift.day:%a}",
        "turn": shift.turn,
        **_clocks(shift.span),
        "crew": shift.crew.name,
        "from": _day(shift.day),
        "to": _day(shift.day),
    }


def _post(crew: Crew, post: Post) -> Row:
    ranks = (" = ".join(sorted(rank)) for rank in post.roles)
    skills = [f"any: {skill}" for skill in crew.any_skills if post is crew.posts[0]]
    return {
        "crew": crew.name,
        "post": post.name,
        "roles": " > ".join(ranks),
        "least": post.least,
        "wanted": post.wanted,
        "most": post.most,
        "skills": ", ".join(skills),
    }


def _need(need: SkillNeed) -> Row:
    return {"role": need.role, "skill": need.skill, "posts": ", ".join(need.posts)}


def _taught(problem: Problem) -> Iterator[Row]:
    """Skills must be on their sheet; these nobody needs."""
    skills = {held.skill for held in problem.training}
    skills |= {skill for shift in problem.shifts for skill in shift.crew.any_skills}
    skills |= {"first aid"} if problem.courses else set()
    for skill in sorted(skills):
        yield {"role": "nobody", "skill": skill}


def _team(team: Team) -> Row:
    clocks = {
        f"{turn} {end}": f"{at:%H:%M}"
        for turn, *both in team.times
        for end, at in zip(_ENDS, both, strict=True)
    }
    return {
        "team": team.name,
        "district": "north",
        "anchor": _day(team.anchor),
        "pattern": " ".join(turn[0].upper() for turn in team.pattern),
        "least on duty": team.least_on_duty,
        **clocks,
    }


def _leave(leave: Leave) -> Row:
    day = _day(leave.span.local_start)
    row = {"person": leave.person, "kind": leave.kind, "from": day, "to": day}
    return {**row, **_clocks(leave.span)}


def _course(course: Course) -> Row:
    booked = {"places": course.places, "booked": "; ".join(course.booked)}
    return {"course": course.id, "skill": "first aid", **_on(course.span), **booked}


def _offer(offer: Offer) -> Row:
    row = _on(offer.span)
    return {
        "person": offer.person,
        "date": row["date"],
        "from": row["start"],
        "to": row["end"],
    }


def _record(duty: Duty) -> Row:
    return {"person": duty.person, **_on(duty.span)}


def _pair(pair: Pair) -> Row:
    return {"first": pair.first, "second": pair.second, "kind": pair.kind}


def _pin(pin: Pin) -> Row:
    return {
        "person": pin.person,
        "unit": pin.unit or "any",
        "date": _day(pin.day),
        "pin": pin.kind,
    }


def _off(off: OffRoad) -> Row:
    days = off.days
    return {"unit": off.unit, "from": _day(days.first), "to": _day(days.last)}


def _training(held: Training) -> Row:
    row = {"person": held.person, "skill": held.skill}
    return {**row, "from": "01/01/2020", "expires": "31/12/2030"}


def _setting(row: RuleSetting) -> Row:
    return {
        "code": row.code,
        "on": {None: "", True: "Y", False: "N"}[row.on],
        "mode": row.mode or "",
        "applies to": row.applies_to,
        "parameter": row.parameter,
        "value": row.value,
        "source": row.source,
    }


_ROWS: dict[str, tuple[str, Callable[[Any], Row]]] = {
    "units": ("Units", _unit),
    "shifts": ("Cover", _shift),
    "people": ("People", _person),
    "skill_needs": ("Skills", _need),
    "training": ("Training", _training),
    "courses": ("Courses", _course),
    "teams": ("Teams", _team),
    "leave": ("Leave", _leave),
    "offers": ("Availability", _offer),
    "pairs": ("Pairs", _pair),
    "off_road": ("Off road", _off),
    "pins": ("Pins", _pin),
    "history": ("History", _record),
    "settings": ("Rules", _setting),
}
"""By the fields of a problem: its sheet, and how a fact is written there."""
