"""A menu of repairs on the screen: what each option covers, and whom it tells what."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Fill, PersonId, Problem, Shift, Tier
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
    table,
)
from rostering.report.differences import name_in

if TYPE_CHECKING:
    from rostering.repair.changes import Change
    from rostering.repair.news import BookRow, News
    from rostering.repair.options import Menu, Option
    from rostering.repair.owed import Owed

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
    if option.news:
        yield indented(_changes(option))
    for words in _owed(option):
        yield _line(f"owed: {words}", "")
    if option.open_again:
        yield _line(f"open again: {_shifts(option.open_again)}", OPEN)
    if said := _wishes(option):
        yield _line(f"wishes: {said}", FAINT)
    if said := _worth(option):
        yield _line(f"pay at plain time: {said}", FAINT)
    for breach in option.unmended:
        words = f"gone by, and against {breach.rule}: {breach.because}"
        yield _line(words, DOUBTFUL)


def _changes(option: "Option") -> Table:
    made = table("who", "when", "was", "will be", "notice")
    for change in option.news:
        made.add_row(*map(Text, _cells(change, option)))
    return made


def _cells(change: "Change", option: "Option") -> tuple[str, ...]:
    problems = (option.rota.problem, option.situation.before.problem)
    return (
        name_in(change.person, problems),
        short_day(change.day),
        _duties(change.was) or _own(change, problems[0]) or "free",
        _duties(change.now) or _then(change, problems[0]),
        _notice(change),
    )


def _owed(option: "Option") -> Iterator[str]:
    """`Gwen Wynn, Fri 22 Jan and Sun 24 Jan: time and a half (POL-RD-WORK)`."""
    problems = (option.rota.problem, option.situation.before.problem)
    days: defaultdict[tuple[PersonId, Owed], list[str]] = defaultdict(list)
    for change in option.news:
        for owed in change.owed:
            days[change.person, owed].append(short_day(change.day))
    for (person, owed), when in days.items():
        name = name_in(person, problems)
        yield f"{name}, {' and '.join(when)}: {owed.words} ({owed.source})"


def _own(change: "Change", problem: Problem) -> str:
    """What somebody has that day without a place on a car."""
    fixed = problem.fixed_on(change.person, change.day)
    return next((duty.what for duty in fixed if duty.is_work), "")


def _then(change: "Change", problem: Problem) -> str:
    is_off = change.kind.value == "stands down"
    return change.kind.value if is_off else _own(change, problem)


def _notice(change: "Change") -> str:
    if change.notice is not None and change.notice < 0:
        return "the day itself"
    return change.notice_class


def _duties(fills: Sequence[Fill]) -> str:
    """`JR-04 late as officer`."""
    return ", ".join(f"{f.shift.unit} {f.shift.turn} as {f.post}" for f in fills)


def _wishes(option: "Option") -> str:
    """`contract +12 (HOURS-03 +12)`; nothing where they are as before."""
    told = []
    for tier in Tier:
        its = [c for c in option.charges if c.tier is tier]
        if its and tier is not Tier.COVER:
            rules = ", ".join(f"{c.rule} {_signed(c.then - c.now)}" for c in its)
            told.append(f"{tier.title} {_signed(sum(c.then - c.now for c in its))}")
            told[-1] += f" ({rules})"
    return "; ".join(told)


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
