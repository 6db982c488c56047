"""Weights by name: checking the name, and finding it in a saved rota."""

from collections.abc import Mapping

import typer


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
