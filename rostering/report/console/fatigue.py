"""Who a rota tires most, and who of each crew is fit to drive."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.fatigue import CAVEAT, Score
from rostering.report.console.cars import short_day
from rostering.report.console.screen import (
    DOUBTFUL,
    FAINT,
    counted,
    heading,
    table,
    whole_words,
)
from rostering.report.fatigue import Crew, Tiredness, gives_warning


def fatigue_shown(
    people: Sequence[Tiredness], crews: Sequence[Crew], most: int | None
) -> Iterator[RenderableType]:
    """People and crews, the most tired first; at most so many of each."""
    yield Text(CAVEAT, style=FAINT)
    yield Text()
    yield heading("People")
    yield _people(people[:most])
    yield from _left_out(len(people), most, "person")
    yield Text()
    yield heading("Crews")
    yield _crews(crews[:most])
    yield from _left_out(len(crews), most, "crew")
    warned = sum(len(each.warnings) for each in people)
    yield Text()
    yield _sum(warned)


def _people(people: Sequence[Tiredness]) -> Table:
    made = table(
        *("name, role", "shifts", "risk", "most", "on", "fatigue", "on"),
        *("short\nrests", "days\non end"),
    )
    for number in (1, 2, 3, 5, 7, 8):
        made.columns[number].justify = "right"
    named = [f"{each.person.name}, {each.person.role}" for each in people]
    whole_words(made.columns[0], named)
    for name, each in zip(named, people, strict=True):
        risk, fatigue = each.riskiest, each.sleepiest
        made.add_row(
            Text(name),
            str(len(each.scores)),
            f"{each.mean_risk:.2f}",
            _marked(risk, f"{risk.risk:.2f}"),
            _day(risk.duty.day),
            _marked(fatigue, f"{fatigue.fatigue:.0f}"),
            _day(fatigue.duty.day),
            str(each.short_gaps),
            str(each.longest_run),
        )
    return made


def _day(day: date) -> str:
    """`9 Jan`."""
    return f"{day.day} {day:%b}"


def _crews(crews: Sequence[Crew]) -> Table:
    made = table("date", "car", "turn", "risk", "drives", "crew")
    made.columns[3].justify = "right"
    for crew in crews:
        members = ", ".join(f"{p.name} {score.risk:.2f}" for p, score in crew.members)
        driver = crew.driver.name if crew.driver else "nobody may"
        shift = crew.shift
        facts = (short_day(shift.day), shift.unit, shift.turn, f"{crew.risk:.2f}")
        made.add_row(*map(Text, facts), Text(driver), Text(members))
    return made


def _marked(score: Score, text: str) -> Text:
    return Text(f"! {text}", style=DOUBTFUL) if gives_warning(score) else Text(text)


def _left_out(number: int, most: int | None, thing: str) -> Iterator[Text]:
    left = number - (most or number)
    if left > 0:
        yield Text(f"and {counted(left, thing)} less tired: --all", style=FAINT)


def _sum(warned: int) -> Text:
    line = "A risk index of 1.0 is average; the fatigue index is a chance in per cent. "
    if not warned:
        return Text(f"{line}No shift reaches what the railways look into.", style=FAINT)
    those = f"{counted(warned, 'shift')} of somebody, marked !,"
    verb = "reaches" if warned == 1 else "reach"
    return Text(f"{line}{those} {verb} what the railways look into.", style=FAINT)
