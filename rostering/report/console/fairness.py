"""The fairness ledger in the terminal: role by role, and one person in full."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from fractions import Fraction

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import PersonId
from rostering.domain.time import MINUTE, day_in_words, in_words
from rostering.memory.balances import Balance
from rostering.memory.bank import Bank, Line
from rostering.memory.fairness import Fairness
from rostering.memory.parts import Part
from rostering.report.console.bars import bar
from rostering.report.console.screen import FAINT, counted, heading, indented, table

ROOM = 24
"""The width of a bar."""
WIDE = 130
"""How wide a window has room for bars beside all figures."""


def fairness_shown(found: Fairness, width: int) -> Iterator[RenderableType]:
    """Each role's people, how far apart they are, and two years of bank holidays."""
    yield heading(
        f"{day_in_words(found.first)} to {day_in_words(found.last)}: "
        "what each had/what would have been fair"
    )
    yield Text()
    for role in dict.fromkeys(each.role for each in found.people):
        yield heading(role)
        yield _role(found, role, width)
        yield indented(_spreads(found, role))
        yield Text()
    yield from _holidays(found)
    for measure in found.measures:
        yield Text(f"{measure.name}: {measure.means}.", style=FAINT)


def balance_shown(
    found: Fairness, person: str, bank: Bank | None
) -> Iterator[RenderableType]:
    """Everything that one person had, with bars, and the bank line by line."""
    (each,) = (x for x in found.people if x.person == person)
    names = {x.person: x.name for x in found.people}
    yield heading(f"{each.name}, {each.role}, {_hours(each.minutes)} on cars")
    yield indented(_parts(each))
    for said in _facts(each, names):
        yield indented(Text(said))
    worked = [x for x in found.holidays if person in x.people]
    days = ", ".join(f"{x.name} ({day_in_words(x.day)})" for x in worked)
    yield indented(
        Text(f"Bank holidays worked, with the sheet History: {days or 'none'}.")
    )
    if bank is not None:
        yield Text()
        yield heading(f"Hours in the bank: {_signed(Fraction(bank.minutes))}")
        yield indented(_lines(bank))


def _role(found: Fairness, role: str, width: int) -> Table:
    """Hours and bars only where there is room; no word is ever broken."""
    is_wide = width >= WIDE
    heads = [measure.name.replace(" ", "\n") for measure in found.measures]
    wide = ("hours", "") if is_wide else ()
    made = table("name", *heads, "changes", "requests", *wide)
    people = [each for each in found.people if each.role == role]
    words = " ".join(each.name for each in people).split()
    for column in made.columns[1 : len(heads) + 3]:
        column.justify, column.no_wrap = "right", True
    made.columns[0].min_width = max(map(len, words))
    most = max(each.minutes for each in people)
    for each in people:
        made.add_row(
            Text(each.name),
            *(_part(each.parts[measure.name]) for measure in found.measures),
            str(each.changes.under_four_weeks),
            f"{each.granted} of {each.asked}" if each.asked else "",
            *((_hours(each.minutes), bar(each.minutes, most, ROOM)) if is_wide else ()),
        )
    return made


def _part(part: Part) -> str:
    return f"{part.had}/{float(part.fair):.1f}"


def _spreads(found: Fairness, role: str) -> Text:
    """How far apart people are, and whether the last version has changed that."""
    said = []
    for measure in found.measures:
        spread = found.spreads[role, measure.name]
        before, after = float(spread.before), float(spread.after)
        said.append(f"{measure.name} {before:.1f} → {after:.1f}")
    return Text(
        "Apart, before and after the last version: " + "; ".join(said), style=FAINT
    )


def _holidays(found: Fairness) -> Iterator[RenderableType]:
    names = {each.person: each.name for each in found.people}
    yield heading("Bank holidays")
    made = table("date", "holiday", "worked by")
    for each in found.holidays:
        people = ", ".join(names.get(person, person) for person in each.people)
        made.add_row(day_in_words(each.day), Text(each.name), Text(people or "nobody"))
    yield indented(made)


def _parts(each: Balance) -> Table:
    made = table("", "had", "fair", "", "")
    most = max((max(p.had, float(p.fair)) for p in each.parts.values()), default=0)
    for name, part in each.parts.items():
        over = f"{float(part.over):+.1f}"
        made.add_row(
            name,
            str(part.had),
            f"{float(part.fair):.1f}",
            over,
            bar(part.had, most, ROOM),
        )
    return made


def _facts(each: Balance, names: Mapping[PersonId, str]) -> Iterator[str]:
    changes = each.changes
    yield (
        f"Changes suffered: {changes.under_four_weeks} with less than 28 days' notice, "
        f"{changes.under_a_week} with less than 7, {changes.under_a_day} within 24 h."
    )
    yield (
        f"Requests: {each.asked} asked, {each.granted} granted, {each.refused} refused."
    )
    yield f"Cover: asked {counted(each.offered, 'time')}, taken {each.taken}."
    cars = ", ".join(f"{unit} {n}" for unit, n in sorted(each.cars.items()))
    yield f"Cars: {cars or 'none'}."
    ranked = sorted(each.partners.items(), key=lambda x: (-x[1], names.get(x[0], "")))
    partners = ", ".join(f"{names.get(who, who)} {n}" for who, n in ranked)
    yield f"Partners: {partners or 'none'}."


def _lines(bank: Bank) -> Table:
    heads = ("version", "from", "to", "cars", "other work", "leave", "contract", "bank")
    made = table(*heads)
    for column in made.columns[3:]:
        column.justify = "right"
    for line in bank.lines:
        made.add_row(*_line(line))
    return made


def _line(line: Line) -> Iterator[str]:
    yield line.version
    yield day_in_words(line.first)
    yield day_in_words(line.last)
    yield _hours(line.worked)
    yield _hours(line.other)
    yield _hours(line.credited)
    yield _hours(line.asked)
    yield _signed(line.change)


def _hours(minutes: int | Fraction) -> str:
    return in_words(timedelta(minutes=round(minutes)))


def _signed(minutes: Fraction) -> str:
    sign = "−" if minutes < 0 else "+"
    return f"{sign}{in_words(abs(round(minutes)) * MINUTE)}"
