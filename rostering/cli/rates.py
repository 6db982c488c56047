"""Pounds an hour by role, as the command line gives them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail

if TYPE_CHECKING:
    from rostering.domain import Problem

Rates = Annotated[
    list[str] | None,
    typer.Option(
        "--rate",
        metavar="ROLE=£",
        help="Pounds an hour at plain time for a role, such as paramedic=21.40; a "
        "person's own rate in the book comes first. May be repeated.",
    ),
]


Expenses = Annotated[
    list[str] | None,
    typer.Option(
        "--expense",
        metavar="ROLE=£",
        help="Pounds of expenses for each shift on a car, such as special=7.50. May "
        "be repeated.",
    ),
]


def rates_meant(
    said: Sequence[str] | None,
    problems: "Sequence[Problem]",
    *,
    as_json: bool,
    option: str = "--rate",
    of: str = "an hour",
) -> Mapping[str, Decimal]:
    """The sums by role; end where one is no sum, or no role of the books is meant.

    Args:
        said: What the option was given.
        problems: Whose roles there are.
        as_json: Whether what is wrong is told to other programs.
        option: Which option it is.
        of: What each sum is for.
    """
    roles = sorted({person.role for each in problems for person in each.people})
    found: dict[str, Decimal] = {}
    for words in said or ():
        role, _, pounds = words.partition("=")
        rate = _pounds(pounds)
        if role.strip() not in roles or rate is None:
            fail(
                f"{option} {words} gives no role of the book its pounds {of}.",
                f"Give it as ROLE=21.40; the roles are {', '.join(roles)}.",
                as_json=as_json,
            )
        found[role.strip()] = rate
    return found


def _pounds(text: str) -> Decimal | None:
    try:
        pounds = Decimal(text.strip().removeprefix("£"))
    except InvalidOperation:
        return None
    return pounds if pounds.is_finite() and pounds > 0 else None
