"""The rules as a list, and one rule's whole page."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.domain import Mode
from rostering.drawing.reading import FIRST_DAY
from rostering.drawing.tokens import TURNS
from rostering.report.console.screen import FAINT, heading, indented, table
from rostering.report.rule_text import parameters_in_words, text_of
from rostering.rulebook import write_parameter


def rule_table(rules: Sequence[Rule]) -> Table:
    """One row a rule: how strictly it is meant and how it is set."""
    made = table("code", "rule", "kind", "tier", "parameters")
    made.columns[0].no_wrap = True
    made.columns[2].no_wrap = True
    for rule in rules:
        is_hard = rule.mode is Mode.HARD
        made.add_row(
            Text(rule.code, style="bold"),
            Text(rule.title),
            "must hold" if is_hard else "wish",
            "" if is_hard else rule.tier.title,
            Text(parameters_in_words(rule)),
        )
    return made


def rule_page(rule: Rule) -> Iterator[RenderableType]:
    """Everything about one rule."""
    text = text_of(type(rule))
    yield heading(f"{rule.code}  {rule.title}")
    yield Text(text.sentence)
    yield Text(f"\n{_standing(rule)}", style=FAINT)
    if text.why:
        yield Text(f"\nWhy: {text.why}")
    if text.note:
        yield Text(f"\nNote: {text.note}")
    if text.meanings:
        yield Text()
        yield heading("Parameters, set on the Rules sheet")
        yield indented(_parameters(rule, text.meanings))
    yield Text()
    yield from _drawings(rule)
    yield Text(f"Sources: {', '.join(rule.sources)}", style=FAINT)


def rule_page_document(rule: Rule) -> dict[str, object]:
    """A rule's words and drawings for other programs."""
    text = text_of(type(rule))
    return {
        "sentence": text.sentence,
        "why": text.why,
        "note": text.note,
        "meanings": text.meanings,
        "sources": list(rule.sources),
        "kept": list(rule.kept),
        "broken": list(rule.broken),
        "charged": [
            {"drawing": drawing, "charge": cost} for drawing, cost in rule.charged
        ],
    }


def _standing(rule: Rule) -> str:
    if rule.mode is Mode.HARD:
        return "Must hold, unless the Rules sheet makes it a wish."
    may_be_hard = "" if rule.may_be_hard else " It cannot be made to hold always."
    return (
        f"A wish of the tier {rule.tier.title}, weight {rule.weight}; "
        f"an earlier tier always wins.{may_be_hard}"
    )


def _parameters(rule: Rule, meanings: dict[str, str]) -> Table:
    made = table("parameter", "default", "meaning")
    made.columns[0].no_wrap = True
    for name, meaning in meanings.items():
        value = write_parameter(getattr(rule, name)) or "none"
        made.add_row(name, Text(value), Text(meaning))
    return made


def _drawings(rule: Rule) -> Iterator[RenderableType]:
    """The examples: a line a person, a token a day."""
    made = table("example", "drawn")
    made.show_lines = True
    made.columns[0].no_wrap = True
    groups = [("kept", text) for text in rule.kept]
    groups += [("broken", text) for text in rule.broken]
    groups += [(f"charge {cost}", text) for text, cost in rule.charged]
    for title, drawing in groups:
        made.add_row(title, Text(drawing))
    yield heading("Drawn examples")
    yield indented(made)
    yield Text(_KEY, style=FAINT)
    yield Text()


_TURNS = ", ".join(
    f"{letter} {turn} {start:%H:%M}-{end:%H:%M}"
    for letter, (turn, start, end) in TURNS.items()
)
_KEY = (
    f"A line a person, a mark a day from Monday {FIRST_DAY.day} {FIRST_DAY:%B %Y} on: "
    f"{_TURNS}, with the car’s number if there are several and + between two on one "
    "day; - rest, A leave, T training 08:00-16:00; a dot before a mark for days before "
    "the period. Bob@A is of team A. Lines in lower case give facts."
)
"""How a drawing is read."""
