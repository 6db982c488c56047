"""`rota rules`: every rule, and one rule's whole page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.binding import USUAL_ROLES, binding, usually_binding
from rostering.cli.exits import fail, say_json
from rostering.cli.options import AsJson, FirstDay, Weeks
from rostering.cli.prices import All, Asked, Price, Seconds, show_prices
from rostering.cli.weights import WithPresets, show_presets

if TYPE_CHECKING:
    from constraints import Rule
    from rostering.cli.opened import OpenedBook
    from rostering.domain import Problem

EXAMPLE = "rota rules REST-01"


def rules(
    code: Annotated[
        str, typer.Argument(metavar="CODE", help="One rule's code, for its whole page.")
    ] = "",
    *,
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
            metavar="WHOM",
            help="Only what binds this role; with --book, also a person, an "
            "employer or a car.",
        ),
    ] = "",
    with_presets: WithPresets = False,
    price: Price = None,
    first: FirstDay = None,
    weeks: Weeks = None,
    seconds: Seconds = None,
    is_all: All = False,
    as_json: AsJson = False,
) -> None:
    """List the rules, or explain one of them.

    One rule's page says what it asks, why, what its parameters mean and what law or
    agreement stands behind it, and draws rotas that keep it and that break it. With a
    book it also says who has set it otherwise, for whom, and in which cell.
    """
    if price is not None:
        asked = Asked(price, first, weeks, seconds, is_all=is_all, as_json=as_json)
        show_prices(asked)
        return
    if with_presets:
        show_presets(as_json=as_json)
        return
    opened = _opened(book, whom, as_json=as_json)
    problem = opened.problem if opened else None
    found = _rules(opened, whom, as_json=as_json)
    if code:
        if not any(rule.code.casefold() == code.casefold() for rule in found):
            _unknown(code, whom, as_json=as_json)
        _page(code, found, problem, as_json=as_json)
    elif as_json:
        _say_json(found, problem)
    else:
        _list(found, problem)


def _opened(book: Path | None, whom: str, *, as_json: bool) -> "OpenedBook | None":
    if book is not None:
        from rostering.cli.opened import open_book

        return open_book(book, as_json=as_json)
    if whom and whom.casefold() not in USUAL_ROLES:
        advice = (
            f"Say which book: rota rules --book BOOK --for {whom}. Without a book "
            f"rota knows the roles {', '.join(USUAL_ROLES)}."
        )
        fail("Whom a rule binds is set by a book.", advice, as_json=as_json)
    return None


def _rules(
    opened: "OpenedBook | None", whom: str, *, as_json: bool
) -> "tuple[Rule, ...]":
    if opened is None and whom:
        return usually_binding(whom.casefold())
    if opened is None:
        from constraints import RULES

        return tuple(rule() for rule in RULES.values())
    if not whom:
        return opened.rules
    found = binding(opened, whom)
    if not found:
        from inputs import likely
        from rostering.rulebook.scopes import Scopes

        scopes = Scopes(opened.problem)
        names = [*scopes.names(of_cars=False), *scopes.names(of_cars=True)]
        near = likely(whom, names)
        known = "Name a person, role, employer or car of the book."
        advice = f"Did you mean {near}?" if near else known
        fail(f"{whom} is not in the book.", advice, as_json=as_json)
    return found


def _page(
    code: str,
    found: "tuple[Rule, ...]",
    problem: "Problem | None",
    *,
    as_json: bool,
) -> None:
    from rostering.report.console import screen
    from rostering.report.console.rules import rule_page
    from rostering.report.document import rule_document
    from rostering.report.rule_document import rule_page_document

    versions = [rule for rule in found if rule.code.casefold() == code.casefold()]
    if as_json:
        document = {
            **rule_document(versions[0]),
            **rule_page_document(versions[0], problem),
            "versions": [rule_document(rule) for rule in versions],
        }
        say_json(document)
        return
    console = screen()
    for part in rule_page(versions, problem):
        console.print(part)


def _unknown(code: str, whom: str, *, as_json: bool) -> None:
    from constraints import RULES
    from inputs import likely

    if code.upper() in RULES:
        advice = f"`rota rules {code.upper()}` shows it as it is without a book."
        is_off = f"{code.upper()} is off here"
        said = f"{is_off}, or does not bind {whom}." if whom else f"{is_off}."
        fail(said, advice, as_json=as_json)
    near = likely(code.upper(), RULES)
    advice = f"Did you mean {near}? " if near else ""
    fail(
        f"There is no rule {code}.",
        f"{advice}`rota rules` lists them all.",
        as_json=as_json,
    )


def _say_json(found: "tuple[Rule, ...]", problem: "Problem | None") -> None:
    from rostering.report.document import rule_document
    from rostering.report.rule_settings import cells_of, whom_in_words

    say_json(
        [
            {
                **rule_document(rule),
                "kind": rule.kind.value,
                "for": whom_in_words(rule, problem),
                "set_by": list(cells_of(rule, problem)),
            }
            for rule in found
        ]
    )


def _list(found: "tuple[Rule, ...]", problem: "Problem | None") -> None:
    from rostering.report.console import screen
    from rostering.report.console.rules import rules_shown

    console = screen()
    for part in rules_shown(found, console.width, problem):
        console.print(part)
    console.print("One rule’s whole page: rota rules REST-01")
