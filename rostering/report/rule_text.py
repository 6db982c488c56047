"""A rule's own words, taken apart: what it asks, why, and what its parameters mean."""

import inspect
import re
from dataclasses import dataclass, field

from constraints import Rule
from rostering.rulebook import write_parameter

_PARAMETER = re.compile(r"^ {4}(\w+): ", re.MULTILINE)


@dataclass(frozen=True)
class RuleText:
    """The parts of a rule's explanation."""

    sentence: str
    why: str = ""
    note: str = ""
    meanings: dict[str, str] = field(default_factory=dict)
    """What each parameter means."""


def text_of(rule: type[Rule]) -> RuleText:
    """Take a rule's docstring apart by its fixed headings."""
    text = inspect.cleandoc(rule.__doc__ or "")
    body, _, attributes = text.partition("\nAttributes:\n")
    sentence, *paragraphs = body.split("\n\n")
    parts = {"Why": "", "Note": ""}
    heading = ""
    for paragraph in paragraphs:
        word, colon, rest = paragraph.partition(": ")
        if colon and word in parts:
            heading, said = word, rest
        else:
            said = f"{parts.get(heading, '')}\n\n{paragraph}".strip()
        if heading:
            parts[heading] = _joined(said)
    return RuleText(
        _joined(sentence), parts["Why"], parts["Note"], _meanings(attributes)
    )


def parameters_in_words(rule: Rule) -> str:
    """`rest 11 h; overrun 30 min`: the parameters as they are set."""
    return "; ".join(
        f"{name.replace('_', ' ')} {write_parameter(getattr(rule, name)) or 'none'}"
        for name in rule.parameters()
    )


def _meanings(attributes: str) -> dict[str, str]:
    pieces = _PARAMETER.split(attributes)[1:]
    return {
        name: " ".join(meaning.split())
        for name, meaning in zip(pieces[::2], pieces[1::2], strict=True)
    }


def _joined(text: str) -> str:
    """Paragraphs without their line breaks."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))
