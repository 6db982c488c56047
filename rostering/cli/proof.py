"""`rota proof`: why no legal rota crews more, with the shifts that show it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.answer import answer_in_words
from rostering.cli.exits import say_json
from rostering.cli.options import AsJson, SavedRota
from rostering.cli.saved import OfBook, OpenedRota, open_saved, read_saved

if TYPE_CHECKING:
    from rostering.explain.proof import Certificate

EXAMPLE = "rota proof rota"


def proof(
    path: SavedRota = Path("rota"), *, book: OfBook = None, as_json: AsJson = False
) -> None:
    """Show why no legal rota crews more shifts than this one.

    Each open shift is traced to shifts of which not all can be crewed, whoever makes
    the rota: who could work them, what is against everybody else, and the rules that
    bind those who could. What is not proved is said too.
    """
    saved = open_saved(path, book=book, as_json=as_json)
    found = _certificate(saved)
    if as_json:
        from rostering.report.console.faults import fault_document
        from rostering.report.people import with_names
        from rostering.report.proof import certificate_document

        faults = [fault_document(fault) for fault in saved.faults]
        document = {**certificate_document(found), "faults": faults}
        say_json(with_names(document, saved.rota.problem))
    else:
        _show(found, saved)


def _certificate(saved: OpenedRota) -> "Certificate":
    from rostering.explain.proof import certificate

    return certificate(saved.rota, saved.opened.rules, _known(saved))


def _known(saved: OpenedRota) -> int | None:
    """What the search had proved when the rota was built, if its book is the same."""
    document = read_saved(saved.path).document
    said = document.get("shifts")
    most = said.get("most") if isinstance(said, Mapping) else None
    is_same = document.get("inputs") == dict(saved.opened.files)
    return most if isinstance(most, int) and is_same else None


def _show(found: "Certificate", saved: OpenedRota) -> None:
    from rostering.report.console.proof import proof_shown

    answer_in_words(saved, proof_shown(found, saved.rota.problem))
