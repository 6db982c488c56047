"""The named weights, and what each sets otherwise."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.report.console.screen import FAINT, heading, indented, table
from rostering.rulebook.presets import Preset


def presets_shown(presets: Mapping[str, Preset]) -> Iterator[RenderableType]:
    """Each preset with its purpose and its differences."""
    for preset in presets.values():
        yield heading(preset.name)
        yield Text(preset.about)
        yield indented(_table(preset))
        yield Text()
    said = "Pick one: rota build BOOK --weights NAME. The sheet Rules still wins."
    yield Text(said, style=FAINT)


def presets_document(presets: Mapping[str, Preset]) -> list[dict[str, object]]:
    """The same for other programs."""
    return [
        {
            "name": preset.name,
            "about": preset.about,
            "rules": [
                {"rule": then.code, "was": _terms(usual), "now": _terms(then)}
                for usual, then in preset.differences()
            ],
        }
        for preset in presets.values()
    ]


def _table(preset: Preset) -> Table:
    made = table("code", "rule", "usually", "then")
    made.columns[0].no_wrap = True
    for usual, then in preset.differences():
        code = Text(then.code, style="bold")
        made.add_row(code, then.title, _in_words(usual), _in_words(then))
    return made


def _terms(rule: Rule) -> dict[str, object]:
    return {"tier": rule.tier.title, "weight": rule.weight}


def _in_words(rule: Rule) -> str:
    return f"{rule.tier.title}, weight {rule.weight}"
