"""Private reasons stay in the book, whatever is asked and however it ends."""

import zipfile

import pytest

from tests.cli.books import falls
from tests.inputs.books import more, put, write_csv

PERIOD = ("--from", "2027-01-04", "--weeks", 1)
SECRETS = ("sick", "maternity", "compassionate", "grievance", "tribunal")
KINDS = ("sick", "maternity", "compassionate")


def book(*pins, kind="sick", rules=()):
    """The small book with private absences and a pair that has a private reason."""
    sheets = put(falls(), "Leave", {"kind": kind})
    sheets["Pairs"] = [["first", "second", "kind", "reason"]]
    more(sheets, "Pairs", "P1 | X1 | never | grievance, see tribunal")
    sheets["Pins"] = [["person", "unit", "date", "pin"]]
    more(sheets, "Pins", *pins)
    sheets["Rules"] = [["code", "on", "mode", "source"], ["PAIR-02", "", "hard", ""]]
    more(sheets, "Rules", *rules)
    return sheets


ON_LEAVE = "X1 | F-1 | 06/01/2027 | on"
TOGETHER = ("P1 | F-1 | 05/01/2027 | on", "X1 | F-1 | 05/01/2027 | on")
BOOKS = {
    "a gap": book(),
    **{f"a pin on {kind} leave": book(ON_LEAVE, kind=kind) for kind in KINDS},
    "leave that bars nobody": book(ON_LEAVE, rules=["LEAVE-01 | N | | Agreed"]),
    "a pair": book(*TOGETHER),
}


@pytest.mark.parametrize("name", BOOKS)
def test_no_text_and_no_file_tells_a_private_reason(folder, rota, name):
    write_csv(folder / "book", BOOKS[name])
    told = ""
    for words in (("check", "book", *PERIOD, "--all"), ("build", "book", *PERIOD)):
        told += rota(*words).output + rota(*words, "--json").output
    if (folder / "rota").exists():
        for words in (("proof", "rota"), ("audit", "rota"), ("gaps", "rota")):
            told += rota(*words).output + rota(*words, "--json").output
        for path in sorted((folder / "rota").iterdir()):
            if path.suffix == ".xlsx":
                with zipfile.ZipFile(path) as parts:
                    told += "".join(parts.read(n).decode() for n in parts.namelist())
            elif path.is_file():
                told += path.read_text(encoding="utf-8")
    assert "Traceback" not in told
    assert [secret for secret in SECRETS if secret in told.casefold()] == []


def test_leave_of_a_private_kind_is_never_asked_back(folder, rota):
    write_csv(folder / "book", book(ON_LEAVE))
    told = rota("build", "book", *PERIOD).output
    assert "Cat Fox: away Wed 6 Jan 2027" in told
    assert "asked" not in told
    assert "clear row 2 of [Pins.csv]Pins" in told
