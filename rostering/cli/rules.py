"""`rota rules`: every rule, and one rule's whole page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail, say_json
from rostering.cli.options import AsJson

if TYPE_CHECKING:
    from constraints import Rule
    from rostering.cli.opened import OpenedBook

EXAMPLE = "rota rules REST-01"


def rules(
    code: Annotated[
        str, typer.Argument(metavar="CODE", help="One rule's code, for its whole page.")
    ] = "",
    book: Annotated[
        Path | None,
        typer.Option(
            "--book", metavar="BOOK", help="The rules as this book sets them."
        ),
    ] = None,
    whom: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="ROLE",
            help="With --book: only what binds this role, person, employer or car.",
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List the rules, or explain one of them.

    One rule's page says what it asks, why, what its parameters mean, and draws rotas
    that keep it and that break it.
    """
    from rostering.report.document import rule_document

    found = _rules(book, whom, as_json=as_json)
    if code:
        _page(code, found, as_json=as_json)
    elif as_json:
        say_json([rule_document(rule) for rule in found])
    else:
        _list(found)


def _rules(book: Path | None, whom: str, *, as_json: bool) -> "tuple[Rule, ...]":
    from constraints import RULES

    if book is None:
        if whom:
            advice = f"Say which book: rota rules --book BOOK --for {whom}"
            fail("Whom a rule binds is set by a book.", advice, as_json=as_json)
        return tuple(rule() for rule in RULES.values())
    from rostering.cli.opened import open_book

    opened = open_book(book, as_json=as_json)
    if not whom:
        return opened.rules
    found = _binding(opened, whom)
    if not found:
        advice = "Name a person, role, employer or car of the book."
        fail(f"{whom} is not in the book.", advice, as_json=as_json)
    return found


def _binding(opened: "OpenedBook", whom: str) -> "tuple[Rule, ...]":
    """The rules that bind some of those meant; none where nobody is."""
    from rostering.rulebook.scopes import Scopes

    scopes = Scopes(opened.problem)
    people, units = scopes.people(whom), scopes.units(whom)
    return tuple(
        rule
        for rule in opened.rules
        if (people and (rule.people is None or rule.people & people))
        or (units and rule.binds_cars and (rule.units is None or rule.units & units))
    )


def _page(code: str, found: "tuple[Rule, ...]", *, as_json: bool) -> None:
    from rostering.report.console import screen
    from rostering.report.console.rules import rule_page, rule_page_document
    from rostering.report.document import rule_document

    versions = [rule for rule in found if rule.code.casefold() == code.casefold()]
    if not versions:
        _unknown(code, as_json=as_json)
    rule = versions[0]
    if as_json:
        say_json({**rule_document(rule), **rule_page_document(rule)})
        return
    console = screen()
    for part in rule_page(rule):
        console.print(part)


def _unknown(code: str, *, as_json: bool) -> None:
    from constraints import RULES
    from inputs import likely

    near = likely(code.upper(), RULES)
    advice = f"Did you mean {near}? " if near else ""
    fail(
        f"There is no rule {code}.",
        f"{advice}`rota rules` lists them all.",
        as_json=as_json,
    )


def _list(found: "tuple[Rule, ...]") -> None:
    from rostering.report.console import screen
    from rostering.report.console.rules import rule_table

    console = screen()
    console.print(rule_table(found))
    console.print("\nOne rule’s whole page: rota rules REST-01")
