"""Weights by name: checking the name, showing them, finding it in a saved rota."""

from collections.abc import Mapping
from typing import Annotated

import typer

from rostering.cli.exits import say_json

WithPresets = Annotated[
    bool,
    typer.Option("--presets", help="What each of the named weights changes."),
]


def preset_name(text: object) -> str:
    """The name of a preset as typed; empty for none."""
    said = str(text).strip().lower()
    if not said:
        return ""
    from rostering.rulebook.presets import presets

    if said not in presets():
        known = ", ".join(presets())
        raise typer.BadParameter(f"{text} is none of {known}")
    return said


def weights_of(document: Mapping[str, object]) -> str:
    """The name of the weights by which a saved rota was built; empty for none."""
    from rostering.rulebook.presets import presets

    said = document.get("weights")
    return said if isinstance(said, str) and said in presets() else ""


def show_presets(*, as_json: bool) -> None:
    """Show what each preset is for and which wishes it sets otherwise."""
    from rostering.report.console import screen
    from rostering.report.console.presets import presets_document, presets_shown
    from rostering.rulebook.presets import presets

    if as_json:
        say_json(presets_document(presets()))
        return
    console = screen()
    for part in presets_shown(presets()):
        console.print(part)
