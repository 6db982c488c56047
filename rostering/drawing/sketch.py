"""A drawing while it is being read."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from rostering.domain import DateRange, Person, Post, Unit
from rostering.drawing.tokens import REST, Token


@dataclass
class Sketch:
    """A drawing while it is being read."""

    first: date
    people: dict[str, Person] = field(default_factory=dict)
    posts: tuple[Post, ...] = ()
    any_skills: tuple[str, ...] = ()
    needs: list[tuple[date, Token]] = field(default_factory=list)
    parts: dict[str, list[Any]] = field(default_factory=dict)
    """Facts by the name of the problem's field that holds them."""
    bank_holidays: dict[date, str] = field(default_factory=dict)
    cars: dict[str, Unit] = field(default_factory=dict)
    """Cars of which more is drawn than their call sign."""
    priorities: dict[str, int] = field(default_factory=dict)
    """Cars by call sign; those that are not named come first, as 1."""
    rest_of_days: int = 0
    published: list[tuple[str, date, Token]] = field(default_factory=list)
    """Who was told of which turn on which day."""
    told: dict[str, date] = field(default_factory=dict)
    """When people were last told of a change; when they are told now, by no name."""

    def add(self, part: str, *facts: object) -> None:
        """Add facts to one of the problem's fields."""
        self.parts.setdefault(part, []).extend(facts)

    def days(self, marks: list[str]) -> Iterator[tuple[date, str]]:
        """Each marked day with its mark."""
        for offset, mark in enumerate(marks):
            if mark != REST:
                yield self.first + timedelta(days=offset), mark

    def change(self, name: str, **facts: object) -> None:
        """Give a person other terms."""
        self.people[name] = replace(self.people[name], **facts)  # type: ignore[arg-type]


def drawn_range(sketch: Sketch, text: str) -> DateRange:
    """`2-5`, the second to the fifth day drawn; either end may be left open."""
    first, _, last = text.partition("-")
    days = [
        sketch.first + timedelta(days=int(n) - 1) if n else None for n in (first, last)
    ]
    return DateRange(*days)
