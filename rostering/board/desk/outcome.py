"""The effect of what is tried in words: in a few lines, and in full."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.board.desk.effect import Burden, Effect
from rostering.board.desk.tries import Tries
from rostering.domain import Breach, Problem, Tier
from rostering.domain.time import in_words
from rostering.repair.changes import people_told
from rostering.report.console.differences import differences_shown
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
from rostering.report.console.told import notice_in_words
from rostering.report.edits import breach_in_words
from rostering.report.gains import worth_by_tier
from rostering.report.people import names_in
from rostering.report.swap import in_hours, on_top

MOST_WISHES = 12
"""How many wishes that are missed anew are told one by one."""


def effect_in_brief(effect: Effect, rules: Sequence[Rule]) -> Text:
    """What is broken and mended, cover, wishes by tier, who is told, and hours."""
    return Text("\n").join(_brief(effect, rules))


def _brief(effect: Effect, rules: Sequence[Rule]) -> Iterator[Text]:
    problem = effect.after.problem
    yield from broken_in_words(effect.breaks, rules, problem)
    if not effect.breaks:
        yield Text("✓ breaks nothing that must hold", style=DONE)
    if effect.mends:
        yield Text(f"✓ mends {counted(len(effect.mends), 'breach')}", style=DONE)
    was, now = effect.crewed
    if was != now:
        style = DONE if now > was else OPEN
        yield Text(f"cover {was} → {now} of {len(problem.shifts)} shifts", style=style)
    for said, codes in worth_by_tier(effect.charges):
        style = DONE if said.endswith("better") else DOUBTFUL
        yield Text(f"{said} ({codes})", style=style)
    yield from _told_briefly(effect)
    for burden in effect.burdens:
        yield Text(_hours(burden, problem))


def _told_briefly(effect: Effect) -> Iterator[Text]:
    """`tell 2 people; least notice 3 (under 28) clear days`."""
    told = [change for change in effect.changes if change.is_told]
    if told:
        first = min(told, key=lambda change: change.notice or 0)
        people = counted(len(people_told(told)), "person")
        notice = notice_in_words(first)
        owed = sum(len(change.owed) for change in told)
        said = f"tell {people}; least notice, in clear days: {notice}"
        yield Text(said + (f"; {counted(owed, 'claim')}" if owed else ""))


def _hours(burden: Burden, problem: Problem) -> str:
    name = problem.person[burden.person].name
    was, then = burden.was, burden.then
    shifts = _from_to(str(was.shifts), str(then.shifts))
    average = _from_to(in_words(was.average), in_words(then.average))
    return f"{name}: {shifts} shifts, {average} a week"


def _from_to(was: str, then: str) -> str:
    """`20 → 21`; once only where they are the same."""
    return then if was == then else f"{was} → {then}"


def broken_in_words(
    breaches: Sequence[Breach], rules: Sequence[Rule], problem: Problem
) -> Iterator[Text]:
    """A sentence for each breach of what must hold."""
    titles = {rule.code: rule.title for rule in rules}
    for breach in breaches:
        yield Text(f"✗ {breach_in_words(breach, problem, titles)}", style=OPEN)


def effect_in_full(
    effect: Effect, tries: Tries, rules: Sequence[Rule]
) -> Iterator[RenderableType]:
    """Everything that is tried, and all that it does."""
    problem = effect.after.problem
    yield heading(counted(len(tries.done), "try"))
    yield from (indented(Text(said)) for said in tries.words)
    yield Text()
    yield Text("\n").join([*_broken(effect, rules)])
    yield Text()
    yield _tiers(effect)
    yield from _missed(effect, problem)
    yield Text()
    yield _loads(effect, problem)
    yield Text()
    before, after = effect.before, effect.after
    yield from differences_shown(effect.changes, before, after, told_on=effect.told_on)


def _broken(effect: Effect, rules: Sequence[Rule]) -> Iterator[Text]:
    """What it breaks and mends, and what was broken before and still is."""
    problem = effect.after.problem
    yield from broken_in_words(effect.breaks, rules, problem)
    if not effect.breaks:
        yield Text("✓ It breaks nothing that must hold.", style=DONE)
    for breach in effect.mends:
        who = names_in(breach.subject, problem)
        yield Text(f"✓ Mends {breach.rule}: {who}: {breach.because}.", style=DONE)
    left = len(effect.finds.hard) - len(effect.breaks)
    if left:
        still = f"{counted(left, 'breach')} of the rota as it was opened"
        yield Text(f"✗ Still there: {still} (`rota audit`).", style=OPEN)


def _tiers(effect: Effect) -> Table:
    """Cover, and every tier's charge; then the rules whose charge is otherwise."""
    made = table("", "as opened", "as tried", "")
    for column in made.columns[1:3]:
        column.justify = "right"
    made.add_row("shifts crewed", *map(str, effect.crewed))
    for tier in Tier:
        was, now = effect.tier(tier)
        codes = ", ".join(
            f"{charge.rule} {charge.now} → {charge.then}"
            for charge in effect.charges
            if charge.tier is tier
        )
        style = "" if was == now else DOUBTFUL if now > was else DONE
        made.add_row(tier.title, str(was), Text(str(now), style=style), codes)
    return made


def _missed(effect: Effect, problem: Problem) -> Iterator[RenderableType]:
    """The wishes that are missed only now."""
    if effect.missed:
        yield Text("Wishes missed anew:", style=FAINT)
    for breach in effect.missed[:MOST_WISHES]:
        who = names_in(breach.subject, problem)
        yield indented(Text(f"{breach.rule} {who}: {breach.because} ({breach.cost})"))
    more = len(effect.missed) - MOST_WISHES
    if more > 0:
        yield indented(Text(f"and {more} more", style=FAINT))


def _loads(effect: Effect, problem: Problem) -> Table:
    made = table("who", "shifts", "paid hours", "earned on top", "hours a week")
    for each in effect.burdens:
        was, then = each.was, each.then
        made.add_row(
            Text(problem.person[each.person].name),
            _from_to(str(was.shifts), str(then.shifts)),
            _from_to(in_hours(was.pay.basic_hours), in_hours(then.pay.basic_hours)),
            _from_to(on_top(was.pay), on_top(then.pay)),
            _from_to(in_words(was.average), in_words(then.average)),
        )
    return made
