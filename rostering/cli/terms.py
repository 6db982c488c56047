"""Terms of pay that are decided locally, as the command line gives them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail

if TYPE_CHECKING:
    from rostering.pay import Figures

Terms = Annotated[
    list[str] | None,
    typer.Option(
        "--term",
        metavar="NAME=VALUE",
        help="A term of pay that is decided locally, such as half=yes. May be "
        "repeated; a wrong name lists them all.",
    ),
]


def terms_given(said: Sequence[str] | None) -> dict[str, str]:
    """The values by name, as typed."""
    parted = (words.partition("=") for words in said or ())
    return {name.strip().lower(): value.strip().lower() for name, _, value in parted}


def terms_meant(given: dict[str, str], *, as_json: bool) -> "Figures":
    """The figures of pay with these terms; end where one is not understood."""
    from rostering.pay.local import LOCAL_TERMS, with_local

    for name, value in given.items():
        try:
            with_local({name: value})
        except (KeyError, ValueError):
            known = (f"{name}: {term.about}" for name, term in LOCAL_TERMS.items())
            fail(
                f"--term {name}={value} sets nothing.",
                "The terms are\n" + "\n".join(f"  {said}" for said in known),
                as_json=as_json,
            )
    return with_local(given)
