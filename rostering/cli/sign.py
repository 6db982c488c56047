"""`rota sign`: an employer's word that a published rota may stand."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.author import author_named
from rostering.cli.exits import fail, say_json
from rostering.cli.ledgers import refusals_told, version_named
from rostering.cli.options import AsJson

if TYPE_CHECKING:
    from rostering.ledger import Version

EXAMPLE = 'rota sign mybook --as "North Ambulance"'

ToSign = Annotated[
    Path,
    typer.Argument(
        metavar="BOOK", help="The book, for its last version; or one of them: BOOK@3."
    ),
]
Employer = Annotated[
    str, typer.Option("--as", metavar="EMPLOYER", help="The employer who signs.")
]
Signer = Annotated[
    str,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who signs for it; without it, the user of this computer.",
    ),
]


def sign(
    path: ToSign, *, employer: Employer, author: Signer = "", as_json: AsJson = False
) -> None:
    """Sign a published version for an employer.

    A version stands when every employer on the book's sheet Signatures has signed it,
    each by another person. Until then what was published before stands.
    """
    from rostering.ledger import Ledger, Signature

    version = _version(path, as_json=as_json)
    with refusals_told(as_json=as_json):
        signature = Signature(_employer(version, employer), author_named(author))
        ledger = Ledger.beside(version.book)
        signed = ledger.sign(version.number, signature)
        versions = ledger.versions()
    _tell(signed, versions, as_json=as_json)


def _version(path: Path, *, as_json: bool) -> "Version":
    """The version that is meant: of a book its last."""
    if path.exists():
        path = Path(f"{path}@")
    version = version_named(path, as_json=as_json)
    if version is None:
        fail(
            f"There is no book {path}.",
            "Give the path of the book, or one of its versions: BOOK@3",
            as_json=as_json,
        )
    return version


def _employer(version: "Version", said: str) -> str:
    """The employer as the version has it, whatever the letters are like."""
    known = {each.employer.casefold(): each.employer for each in version.signatories}
    return known.get(said.strip().casefold(), said.strip())


def _tell(signed: "Version", versions: "tuple[Version, ...]", *, as_json: bool) -> None:
    from rostering.ledger import status_of
    from rostering.report.console import screen
    from rostering.report.history import version_document

    status = status_of(signed, versions)
    if as_json:
        say_json(version_document(signed, status))
        return
    last = signed.signatures[-1]
    console = screen()
    console.print(f"{last.author} has signed {signed.name} for {last.employer}.")
    if signed.awaited:
        console.print(f"It still awaits {' and '.join(signed.awaited)}.")
    else:
        console.print("Everybody has signed: it stands.")
