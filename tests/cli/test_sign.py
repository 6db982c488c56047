from pathlib import Path

import pytest

from rostering.ledger import Ledger
from tests.cli.books import falls
from tests.inputs.books import write_csv

BOTH = [["employer", "names"], ["T", ""], ["H", "Hal Ray, Hew Roe"]]


def test_two_employers_sign_before_it_stands(folder, rota, publish):
    write_csv(folder / "book", {**falls(), "Signatures": BOTH})
    rota("build", "book", "--weeks", 1, "--from", "2027-01-04")
    shown = publish().stdout
    assert "It stands when T has signed: rota sign book --as T" in shown
    assert "awaits H and T" in rota("history", "book").stdout
    assert "It awaits the signature of H and T." in publish().stdout
    unsigned = rota("fairness", "book").stderr
    assert "book@1 awaits H and T: rota sign book --as EMPLOYER" in unsigned
    half = rota("sign", "book", "--as", "h", "--author", "Hal Ray")
    assert "Hal Ray has signed book@1 for H." in half.stdout
    assert "It still awaits T." in half.stdout
    whole = rota("sign", "book@1", "--as", "T", "--author", "Tam")
    assert "Everybody has signed: it stands." in whole.stdout
    (version,) = Ledger.beside(Path("book")).versions()
    assert version.is_published
    assert rota("verify", "book", "--quick").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "T"), "asks for no signature of T"),
        (("--as", "Navy"), "asks for no signature of Navy"),
    ],
)
def test_a_signature_nobody_asked_for_is_refused(built, rota, publish, words, said):
    publish()
    result = rota("sign", "book", *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "It stands without signatures." in result.stderr


def test_who_is_not_named_may_not_sign(folder, rota, publish):
    write_csv(folder / "book", {**falls(), "Signatures": BOTH})
    rota("build", "book", "--weeks", 1, "--from", "2027-01-04")
    publish()
    result = rota("sign", "book", "--as", "H", "--author", "Kim")
    assert "Kim may not sign for H." in result.stderr
    assert "Hal Ray, Hew Roe" in result.stderr


def test_nothing_can_be_signed_of_a_book_that_is_not_there(folder, rota):
    result = rota("sign", "nothing", "--as", "T")
    assert result.exit_code == 2
    assert "There is no book nothing." in result.stderr
