"""The rules as a list, and one rule's whole page."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.domain import Kind, Mode, Problem
from rostering.report.console.examples import examples_shown
from rostering.report.console.screen import FAINT, heading, indented, table
from rostering.report.rule_settings import (
    cells_of,
    limits_of,
    sources_of,
    whom_in_words,
)
from rostering.report.rule_text import parameters_in_words, text_of
from rostering.rulebook import write_parameter

NARROW = 72
"""A window of fewer columns has a rule's parameters under its title."""
_MUST = {
    Kind.LAW: "Must hold, unless the sheet Rules makes it a wish and names its source.",
    Kind.SAFETY: "Must hold: no row of the sheet Rules makes it a wish, and one that "
    "switches it off names who answers for it.",
    Kind.CONTRACT: "Must hold, unless the sheet Rules makes it a wish; every output "
    "tells of that.",
}


def rules_shown(
    rules: Sequence[Rule], width: int, problem: Problem | None = None
) -> Iterator[RenderableType]:
    """The rules by what they rest on, then the wishes by tier.

    With a book's problem also for whom each is set so, and where.
    """
    for title, group in _groups(rules, is_of_a_book=problem is not None):
        yield heading(title)
        yield indented(_list(group, width, problem))
        yield Text()


def _groups(
    rules: Sequence[Rule], *, is_of_a_book: bool
) -> Iterator[tuple[str, list[Rule]]]:
    on = [rule for rule in rules if is_of_a_book or rule.is_usual]
    for kind in Kind:
        hard = [rule for rule in on if rule.mode is Mode.HARD and rule.kind is kind]
        if hard:
            yield f"Must hold: {kind.in_words}", hard
    wishes = [rule for rule in on if rule.mode is Mode.WISH]
    for tier in sorted({rule.tier for rule in wishes}):
        title = f"Wishes, tier {tier.value}: {tier.title}"
        yield title, [rule for rule in wishes if rule.tier is tier]
    off = [rule for rule in rules if rule not in on]
    if off:
        yield "Off, unless a book switches them on", off


def _list(rules: Iterable[Rule], width: int, problem: Problem | None) -> Table:
    is_narrow = width < NARROW
    heads = ("code", "rule") if is_narrow else ("code", "rule", "parameters")
    made = table(*heads)
    made.columns[0].no_wrap = True
    for rule in rules:
        code = Text(rule.code, style="bold")
        under = [Text(each, style=FAINT) for each in _settings(rule, problem)]
        parameters = Text(parameters_in_words(rule))
        if is_narrow:
            said = [parameters] if parameters else []
            made.add_row(code, Group(rule.title, *said, *under))
        else:
            made.add_row(code, Group(rule.title, *under), parameters)
    return made


def _settings(rule: Rule, problem: Problem | None) -> Iterator[str]:
    """For whom the book sets the rule so, and the cells that do."""
    cells = cells_of(rule, problem)
    whom = whom_in_words(rule, problem)
    if problem is not None and (cells or whom not in ("everybody", "all cars")):
        yield f"for {whom}"
        yield from cells


def rule_page(
    versions: Sequence[Rule], problem: Problem | None = None
) -> Iterator[RenderableType]:
    """Everything about one rule, and how it is set for whom."""
    rule = versions[0]
    text = text_of(type(rule))
    yield heading(f"{rule.code}  {rule.title}")
    yield Text(text.sentence)
    yield Text(f"\n{_standing(rule)}", style=FAINT)
    if text.why:
        yield Text(f"\nWhy: {text.why}")
    if text.note:
        yield Text(f"\nNote: {text.note}")
    yield Text()
    if text.meanings:
        yield heading("Parameters, set on the sheet Rules")
        yield indented(_parameters(type(rule)(), text.meanings))
        yield Text()
    if problem is not None:
        yield heading("As the book sets it")
        yield indented(_versions(versions, problem))
        yield Text()
    yield from examples_shown(rule)
    yield Text()
    yield heading("What it serves")
    yield indented(_sources(rule))


def _standing(rule: Rule) -> str:
    kind = f"Rests on {rule.kind.in_words}."
    waived = (
        "A signed row of the sheet Waivers excepts one person on some days; a run, "
        "a week or a longer stretch is known by its last day."
        if rule.may_be_waived
        else "No signature waives it."
    )
    off = "" if rule.is_usual else " Off, unless a row of the sheet Rules has on = Y."
    if rule.mode is Mode.HARD:
        must = _MUST.get(
            rule.kind, "Must hold, unless the sheet Rules makes it a wish."
        )
        return f"{must} {kind} {waived}{off}"
    may_be_hard = "" if rule.may_be_hard else " It cannot be made to hold always."
    told = "" if rule.is_sought else " With weight 0 it is told of and not sought."
    return (
        f"A wish of the tier {rule.tier.title}, weight {rule.weight}; "
        f"an earlier tier always wins.{told}{may_be_hard} {kind} {waived}{off}"
    )


def _parameters(rule: Rule, meanings: dict[str, str]) -> Table:
    made = table("parameter", "default", "meaning")
    made.columns[0].no_wrap = True
    limits = limits_of(rule)
    for name, meaning in meanings.items():
        value = write_parameter(getattr(rule, name)) or "none"
        limit = f" Without a source {limits[name]}." if name in limits else ""
        made.add_row(name.replace("_", " "), Text(value), Text(f"{meaning}{limit}"))
    return made


def _versions(versions: Sequence[Rule], problem: Problem) -> Table:
    made = table("for", "set to", "where")
    for rule in versions:
        how = rule.mode.value
        if rule.mode is Mode.WISH:
            how = f"wish, tier {rule.tier.title}, weight {rule.weight}"
        said = "; ".join(part for part in (how, parameters_in_words(rule)) if part)
        where = "\n".join(cells_of(rule, problem)) or "as usual"
        made.add_row(Text(whom_in_words(rule, problem)), Text(said), Text(where))
    return made


def _sources(rule: Rule) -> Table:
    made = table("", "asks", "stands in")
    made.columns[0].no_wrap = True
    for entry in sources_of(rule):
        made.add_row(entry.id, Text(entry.title), Text(entry.reference))
    return made
