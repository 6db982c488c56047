"""Published figures that the command line gives anew."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail

if TYPE_CHECKING:
    from rostering.worth.published import Figures

Given = Annotated[
    list[str] | None,
    typer.Option(
        "--figure",
        metavar="NAME=VALUE",
        help="A figure of your own in place of a published one, such as officers=2. "
        "May be repeated.",
    ),
]

Officers = Annotated[
    list[str] | None,
    typer.Option(
        "--officer",
        metavar="ROLE",
        help="A role that makes a car a joint one, in place of regular and special. "
        "May be repeated.",
    ),
]


def figures_meant(said: Sequence[str] | None, *, as_json: bool) -> "Figures":
    """The published figures with those given; end where one is not understood."""
    from rostering.worth.published import published, with_given

    values: dict[str, Fraction] = {}
    for words in said or ():
        name, _, text = words.partition("=")
        value = _value(text)
        if name.strip() not in published() or value is None:
            fail(
                f"--figure {words} gives no figure that there is a value.",
                f"Give it as officers=2; the figures are {', '.join(published())}.",
                as_json=as_json,
            )
        values[name.strip()] = value
    return with_given(values)


def _value(text: str) -> Fraction | None:
    """A number that is not less than 0, as typed."""
    try:
        value = Fraction(text.strip().removeprefix("£"))
    except (ValueError, ZeroDivisionError):
        return None
    return value if value >= 0 else None
