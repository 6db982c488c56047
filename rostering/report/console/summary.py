"""How a build ended: what is crewed, how good it is known to be, what is open."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.domain import Audit, Mode, Problem
from rostering.report.built import BuiltRota
from rostering.report.console.gaps import gap_table
from rostering.report.console.periods import period_in_words
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
from rostering.report.exceptions import exceptions
from rostering.saved.lines import State

if TYPE_CHECKING:
    from rostering.report.writing import Written
    from rostering.solve.result import Result, TierResult


def built_shown(built: BuiltRota) -> Iterator[RenderableType]:
    """The summary of a build."""
    yield heading(f"Rota for {period_in_words(built.rota.problem.period)}")
    yield Text()
    yield _crewed(built)
    yield certificate(built)
    yield Text()
    yield indented(tier_table(built.result))
    yield Text(f"  {_effort(built)}", style=FAINT)
    yield Text()
    yield from _open(built)
    yield audit_line(built.result.audit, built.rules)
    yield from exceptions_shown(built.result.audit, built.rota.problem)
    yield from (Text(note, style=DOUBTFUL) for note in built.notes)


def tier_table(result: "Result") -> Table:
    """Each tier with its charge, what was proved, the gap and the time."""
    made = table("tier", "charge", "least possible", "gap", "time")
    for column in made.columns[1:]:
        column.justify = "right"
    for tier in result.tiers:
        made.add_row(
            tier.tier.title,
            str(tier.value),
            str(tier.bound),
            gap_left(tier),
            f"{tier.seconds:.1f} s",
        )
    return made


def audit_line(audit: Audit, rules: Sequence[Rule]) -> Text:
    """`Audit: 0 breaches of 24 rules that must hold; 37 wishes not met.`."""
    style = OPEN if audit.hard else DONE
    hard = len({rule.code for rule in rules if rule.mode is Mode.HARD})
    text = (
        f"Audit: {counted(len(audit.hard), 'breach')} of "
        f"{counted(hard, 'rule')} that must hold; "
        f"{counted(len(audit.wishes), 'wish')} not met."
    )
    return Text(text, style=style)


def exceptions_shown(audit: Audit, problem: Problem) -> Iterator[Text]:
    """A line for each rule that was set aside with a signature."""
    yield from (Text(each, style=DOUBTFUL) for each in exceptions(audit, problem))


def gap_left(tier: "TierResult") -> Text:
    """`proved`, or how far from the least possible the tier may be."""
    if tier.is_proved:
        return Text("proved", style=DONE)
    return Text(f"{tier.gap:.1%}", style=DOUBTFUL)


def _effort(built: BuiltRota) -> str:
    result = built.result
    parts = counted(result.components, "part")
    weights = f", weights {built.weights}" if built.weights else ""
    return f"{parts} solved in {result.seconds:.1f} s, seed {result.seed}{weights}"


def _crewed(built: BuiltRota) -> Text:
    crewed, wanted = built.crewed, built.wanted
    text = Text.assemble(
        ("  Shifts crewed  ", FAINT),
        (f"{crewed.total()} of {wanted.total()}", "bold"),
    )
    each = ", ".join(f"{u} {crewed[u]} of {wanted[u]}" for u in sorted(wanted))
    return text.append(f"   {each}", style=FAINT)


def certificate(built: BuiltRota) -> Text:
    """Whether more could be crewed by anybody who keeps the rules."""
    most, crewed = built.most_crewed, built.crewed.total()
    if crewed == built.wanted.total():
        return Text("  Every shift is crewed.", style=DONE)
    if not built.is_searched:
        said = "  Whether more could be crewed was not looked into; `rota proof` tells."
        return Text(said, style=FAINT)
    if crewed == most:
        said, style = "  Proved: no legal rota crews more", DONE
    else:
        said, style = f"  No legal rota crews more than {most}", DOUBTFUL
    return Text(f"{said}; `rota proof` shows why.", style=style)


def _open(built: BuiltRota) -> Iterator[RenderableType]:
    gaps = built.open_gaps
    if not gaps:
        return
    places = sum(gap.places for gap in gaps)
    shifts = len({gap.shift for gap in gaps})
    title = f"{counted(places, 'open place')} in {counted(shifts, 'shift')}"
    yield Text(title, style=OPEN)
    told = {(gap.shift.id, gap.post.name) for gap in built.telling_gaps}
    lines = [line for line in built.lines if line.state is State.OPEN]
    shown = [line for line in lines if (line.shift_id, line.post) in told]
    yield gap_table(shown)
    if left := len(lines) - len(shown):
        said = f"And {counted(left, 'open place')} for want of the rest of the crew."
        yield Text(said, style=FAINT)
    yield Text()


def written_shown(
    written: "Written | None", *, to_publish: bool = False
) -> Iterator[RenderableType]:
    """What was written and what is kept, and what to do next.

    Args:
        written: The files; None where none were.
        to_publish: Whether it is what stood, changed, and is now to stand itself.
    """
    if written is None:
        yield Text("Nothing was written.")
        return
    yield Text(f"Written: {', '.join(map(str, written.files))}")
    if written.kept is not None:
        yield Text(f"The rota that was there is kept in {written.kept}")
    folder = written.files[0].parent
    look = f"rota show {folder}, or rota gaps {folder}"
    yield Text(f"Next: {f'rota publish {folder}' if to_publish else look}", style=FAINT)
