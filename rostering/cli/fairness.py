"""`rota fairness`: who had how much of what over two years, and what was fair."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from rostering.cli.exits import fail, say_json
from rostering.cli.ledgers import ledger_of, refusals_told
from rostering.cli.meant import Unknown, person_meant
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.options import AsJson, Book

if TYPE_CHECKING:
    from rostering.memory import Record
    from rostering.memory.fairness import Fairness

EXAMPLE = "rota fairness mybook --person 'Ann Lee'"


def fairness(
    book: Book = Path(),
    *,
    person: Annotated[
        str, typer.Option("--person", metavar="NAME", help="Only this person, or id.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show how fairly two years of rotas were shared.

    For everybody: weekends, late Fridays and Saturdays, nights, late finishes and bank
    holidays, each beside the fair part of whoever could have worked it; changes at
    short notice, requests, cover asked for; and who worked which bank holiday. With
    --person also the cars, the partners, and the hours in the bank line by line.
    """
    opened = _opened(book, as_json=as_json)
    found = _found(opened, as_json=as_json)
    chosen = ""
    if person:
        names = {str(each.person): each.name for each in found.people}
        unknown = Unknown("is nobody in the book.", "The sheet People lists everybody.")
        chosen = person_meant(person, names, unknown, as_json=as_json)
    if as_json:
        _say_json(opened, found, chosen)
    else:
        _show(opened, found, chosen)


def _opened(book: Path, *, as_json: bool) -> OpenedBook:
    """The book for the weeks after all that is published, whatever it asks for then."""
    from rostering.memory import first_day_after, record

    ledger = ledger_of(book, as_json=as_json)
    with refusals_told(as_json=as_json):
        after = first_day_after(record(ledger))
    return open_book(book, first=after, as_json=as_json)


def _found(opened: OpenedBook, *, as_json: bool) -> "Fairness":
    from rostering.memory.fairness import fairness as found_in

    assert opened.remembered is not None, "a book with a ledger has a record"
    known = opened.remembered.record
    with refusals_told(as_json=as_json):
        found = found_in(known, opened.problem, opened.rules)
    if found is None:
        _end_on_nothing(known, as_json=as_json)
    return found


def _end_on_nothing(known: "Record", *, as_json: bool) -> NoReturn:
    """End where no version stands: none was published, or signatures are missing."""
    advice = "Publish a rota first: rota publish ROTA"
    with refusals_told(as_json=as_json):
        versions = known.ledger.versions()
    if versions and (awaited := versions[-1].awaited):
        name, book = versions[-1].name, versions[-1].book
        advice = (
            f"{name} awaits {' and '.join(awaited)}: rota sign {book} --as EMPLOYER"
        )
    fail("No version of this book stands yet.", advice, as_json=as_json)


def _show(opened: OpenedBook, found: "Fairness", person: str) -> None:
    from rostering.domain import PersonId
    from rostering.report.console import screen
    from rostering.report.console.fairness import balance_shown, fairness_shown

    console = screen()
    if person:
        assert opened.remembered is not None
        bank = opened.remembered.banks.get(PersonId(person))
        parts = balance_shown(found, person, bank)
    else:
        parts = fairness_shown(found, console.width)
    for part in parts:
        console.print(part)


def _say_json(opened: OpenedBook, found: "Fairness", person: str) -> None:
    from rostering.report.fairness import fairness_document
    from rostering.report.people import with_names

    assert opened.remembered is not None
    document = fairness_document(found, opened.remembered.banks, person)
    say_json(with_names(document, opened.problem))
