"""`rota history`: everything published of a book."""

from typing import TYPE_CHECKING

from rostering.cli.exits import fail, say_json
from rostering.cli.ledgers import ledger_of, refusals_told
from rostering.cli.options import AsJson, Book

if TYPE_CHECKING:
    from rostering.ledger import Version

EXAMPLE = "rota history mybook"


def history(book: Book, *, as_json: AsJson = False) -> None:
    """List the published versions of a book's rotas.

    Each has its number, the days for which it stands, when it was published, by whom
    and why, how many shifts are crewed, and whether it stands, awaits signatures or was
    overtaken. A version is a rota like any other: `rota show mybook@2`.
    """
    ledger = ledger_of(book, as_json=as_json)
    with refusals_told(as_json=as_json):
        versions = ledger.versions()
        if as_json:
            from rostering.report.history import history_document

            say_json(history_document(versions))
            return
        if not versions:
            fail("Nothing is published yet.", "Publish a rota first: rota publish ROTA")
        _show(versions)


def _show(versions: "tuple[Version, ...]") -> None:
    from rostering.report.console import screen
    from rostering.report.console.history import history_shown

    console = screen()
    for part in history_shown(versions, console.width):
        console.print(part)
