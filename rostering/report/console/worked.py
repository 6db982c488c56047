"""What was understood of a file of what was worked, day by day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Fault, PersonId, Span
from rostering.domain.time import MINUTE, day_in_words, in_words
from rostering.memory.effects import Effect
from rostering.memory.understanding import Happening, Understood
from rostering.memory.worked import Worked
from rostering.report.console.faults import fault_table
from rostering.report.console.screen import DOUBTFUL, counted, heading, indented, table

Names = Mapping[PersonId, str]


def worked_shown(
    found: Sequence[Understood],
    effects: Sequence[Effect],
    doubts: Sequence[Fault],
    names: Names,
) -> Iterator[RenderableType]:
    """The days that are not as on record, what they change, and what is doubtful."""
    news = [each for each in found if each.is_news]
    same = len(found) - len(news)
    yield heading(f"{counted(len(news), 'day')} not as on record, {same} as on record.")
    if news:
        yield indented(_days(news, names))
    if effects:
        yield heading("What follows:")
        for effect in effects:
            yield indented(Text(_sentence(effect, names)))
    if doubts:
        yield Text(f"{counted(len(doubts), 'cell')} not understood:", style=DOUBTFUL)
        yield fault_table(doubts)
    yield Text()


def _days(news: Sequence[Understood], names: Names) -> Table:
    made = table("date", "name", "on record", "worked", "", "cell")
    for each in news:
        made.add_row(
            day_in_words(each.day),
            Text(names[each.person]),
            Text("; ".join(_clock(was.unit, was.duty.span) for was in each.was)),
            Text("; ".join(_now(now) for now in each.now if now.absence is None)),
            Text(_what(each, names)),
            Text(f"{each.place.sheet}!{each.place.cell}"),
        )
    return made


def _clock(unit: str, span: Span) -> str:
    return f"{unit} {span.local_start:%H:%M}–{span.local_end:%H:%M}".strip()


def _now(now: Worked) -> str:
    return _clock(now.unit, now.span) if now.span else ""


def _what(each: Understood, names: Names) -> str:
    """`2 h longer`, `did not come; Bob Day came`."""
    if each.happening is Happening.OTHER_HOURS:
        return _longer(each.minutes_more) or "at other hours"
    if each.instead is not None:
        return f"{each.happening}; {names[each.instead]} came"
    return each.happening.value


def _longer(minutes: int) -> str:
    if not minutes:
        return ""
    word = "longer" if minutes > 0 else "shorter"
    return f"{in_words(abs(minutes) * MINUTE)} {word}"


def _sentence(effect: Effect, names: Names) -> str:
    each, parts = effect.understood, []
    if effect.minutes:
        word = "more" if effect.minutes > 0 else "fewer"
        length = in_words(abs(effect.minutes) * MINUTE)
        parts.append(f"{length} {word} worked than on record")
    if effect.before is not None and effect.owed > timedelta():
        owed = in_words(effect.owed)
        parts.append(f"{owed} of rest missing before {effect.before}")
    return f"{names[each.person]}, {day_in_words(each.day)}: {'; '.join(parts)}."
