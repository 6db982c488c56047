"""A menu of repairs on the screen: what each option covers, and whom it tells what."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from rostering.domain import Shift, Tier
from rostering.domain.time import day_in_words
from rostering.report.console.cars import short_day
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    OPEN,
    counted,
    heading,
    indented,
)
from rostering.report.console.told import told_shown
from rostering.report.gains import worth_in_words

if TYPE_CHECKING:
    from rostering.repair.news import BookRow, News
    from rostering.repair.options import Menu, Option

MOST_SHIFTS = 6
"""How many shifts a line names before it says how many more there are."""


def menu_shown(menu: "Menu", happened: "Sequence[News]") -> Iterator[RenderableType]:
    """What has happened, what is lost, then each option from fewest told to most."""
    situation = menu.situation
    for each in happened:
        yield heading(each.words(situation.facts))
    yield Text(f"Told on {day_in_words(situation.today)}.", style=FAINT)
    yield Text()
    yield _as_it_is(menu)
    for number, option in enumerate(menu.options, start=1):
        yield Text()
        yield from _option(number, option, len(situation.facts.shifts))
    yield Text()
    yield _proof(menu)


def rows_shown(rows: "Sequence[BookRow]") -> Iterator[RenderableType]:
    """The rows that would say it in the book."""
    if rows:
        yield Text()
        yield Text("In the book this would be (--write adds it):")
    for row in rows:
        said = ", ".join(f"{name} {cell}" for name, cell in row.values.items())
        yield indented(Text(f"{row.sheet}: {said}"))


def _as_it_is(menu: "Menu") -> Text:
    lost = menu.situation.lost
    if not lost:
        return Text("As it is, no published shift loses its crew.", style=DONE)
    said = f"As it is, {counted(len(lost), 'shift')} would lose the crew: "
    return Text(said + _shifts(lost), style=OPEN)


def _shifts(shifts: Sequence[Shift]) -> str:
    """`JR-04 late Mon 4 Jan and 2 more`."""
    said = [f"{s.unit} {s.turn} {short_day(s.day)}" for s in shifts[:MOST_SHIFTS]]
    more = len(shifts) - len(said)
    return ", ".join(said) + (f" and {more} more" if more else "")


def _option(number: int, option: "Option", wanted: int) -> Iterator[RenderableType]:
    told = counted(len(option.people), "person") if option.people else "nobody"
    crewed = f"{option.crewed} of {wanted} shifts crewed"
    proved = "" if option.is_proved else " (not proved)"
    yield heading(f"{number}  {told} told: {crewed}{proved}")
    problems = (option.rota.problem, option.situation.before.problem)
    yield from told_shown(option.news, problems)
    if option.open_again:
        yield _line(f"open again: {_shifts(option.open_again)}", OPEN)
    wishes = (each for each in option.charges if each.tier is not Tier.COVER)
    if said := worth_in_words(wishes):
        yield _line(f"wishes: {said}", FAINT)
    if said := _worth(option):
        yield _line(f"pay at plain time: {said}", FAINT)
    for breach in option.unmended:
        words = f"gone by, and against {breach.rule}: {breach.because}"
        yield _line(words, DOUBTFUL)


def _worth(option: "Option") -> str:
    problem = option.rota.problem
    return ", ".join(
        f"{problem.person[person].name} {_signed(float(hours))} h"
        for person, hours in option.worth
        if hours
    )


def _signed(number: float) -> str:
    """`+3`, `−2.5` with a minus as long as the plus."""
    return f"{number:+.6g}".replace("-", "−")


def _proof(menu: "Menu") -> Text:
    if not menu.is_complete:
        return Text("More cover is possible if still more people are told.", FAINT)
    if menu.is_proved:
        said = (
            "Proved: nobody fewer can be told for as much cover, and no rota covers "
            "more."
        )
        return Text(said, style=DONE)
    said = "Not all of this is proved the best; --effort 10 looks ten times as long."
    return Text(said, style=DOUBTFUL)


def _line(text: str, style: str) -> RenderableType:
    return indented(Text(text, style=style))
