"""The lines of a drawing that give the terms of a person or a car."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from rostering.domain import DateRange, Unit
from rostering.drawing.sketch import Sketch, drawn_range


def terms(sketch: Sketch, words: list[str]) -> None:
    """`terms Ann hours=20 overtime status=APS units=J1,J2 job=9-17 employed=1-3`.

    So too `optout`, `employer=Trust`, `other=12` hours elsewhere, `same_as=Bob`,
    `commute=45` minutes from home to work.
    """
    for word in words[1:]:
        name, _, value = word.partition("=")
        sketch.change(words[0], **_term(sketch, name, value))


def _term(sketch: Sketch, name: str, value: str) -> dict[str, object]:
    if name in _PLAIN:
        return {name: _PLAIN[name](value)}
    if name in _MINUTES:
        return {_MINUTES[name]: int(float(value) * 60)}
    if name == "units":
        return {"units": tuple(value.split(","))}
    if name == "employed":
        return {"employed": drawn_range(sketch, value)}
    if name == "job":
        start, end = (time.fromisoformat(clock.zfill(2)) for clock in value.split("-"))
        return {"main_job": (start, end)}
    if name in _MARKS:
        return _MARKS[name]
    raise ValueError(f"{name!r} is no term of a drawn person")


_PLAIN: dict[str, Callable[[str], object]] = {
    "status": str,
    "employer": str,
    "same_as": str,
    "commute": int,
}
_MINUTES = {"hours": "weekly_minutes", "other": "other_minutes"}
_MARKS: dict[str, dict[str, object]] = {
    "overtime": {"overtime": True},
    "optout": {"opt_out": DateRange()},
}


def car(sketch: Sketch, words: list[str]) -> None:
    """`car J1 districts=North,South service=2-`: more than its call sign."""
    drawn = Unit(words[0])
    for word in words[1:]:
        name, _, value = word.partition("=")
        if name == "districts":
            drawn = replace(drawn, districts=tuple(value.split(",")))
        elif name == "service":
            drawn = replace(drawn, in_service=drawn_range(sketch, value))
        else:
            raise ValueError(f"{name!r} is no term of a drawn car")
    sketch.cars[drawn.callsign] = drawn
