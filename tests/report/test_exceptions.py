"""What was set aside with a signature is in every output."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rostering.audit import audit
from rostering.domain import Place, Rota, RuleSetting
from rostering.drawing import parse
from rostering.report.exceptions import exceptions, exceptions_document
from rostering.rulebook import rulebook
from tests.cli.books import falls
from tests.inputs.books import write_csv

SIGNED = "Ann L E\ndays 7\nwaive Ann REST-01 - x"
USED = "Signed exception used: RUN-01 for Ann Lee, "
LOOSER = "Set looser: REST-01 rest 10 h"


def told(drawing, *settings):
    rota = parse(drawing)
    problem = replace(rota.problem, settings=settings)
    found = audit(Rota(problem, rota.fills), rulebook(problem)[0])
    return exceptions(found, problem)


def test_nothing_is_told_where_nothing_was_set_aside():
    assert told("Ann L E\ndays 7") == ()
    assert told("Ann L - E\ndays 7\nwaive Ann REST-01") == ()


def test_a_signed_exception_that_is_used_is_told_with_what_it_excuses():
    (sentence,) = told(SIGNED)
    assert sentence.startswith("Signed exception used: REST-01 for Ann, Tue 5 Jan 2027")
    assert "6 h rest with 30 min overrun between J1 late" in sentence


def test_a_law_that_is_set_looser_is_told_with_its_source_and_cell():
    cell = Place("joint.xlsx", "Rules", "H2")
    row = RuleSetting(
        "REST-01", parameter="rest", value="10 h", source="Agreement", value_place=cell
    )
    (sentence,) = told("Ann L", row)
    assert sentence.startswith(LOOSER)
    assert sentence.endswith("set looser by: Agreement ([joint.xlsx]Rules!H2)")


def test_other_programs_are_told_who_signed():
    rota = parse(SIGNED)
    found = audit(rota, rulebook(rota.problem)[0])
    (waived,) = exceptions_document(found, rota.problem)["waived"]
    assert (waived["rule"], waived["person"]) == ("REST-01", "Ann")
    assert waived["date"] == "2027-01-05"


@pytest.fixture
def signed_rota(tmp_path, monkeypatch):
    """A book in which Ann works three days in a row, as signed, and its rota."""
    from typer.testing import CliRunner

    from rostering.cli import app

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "400")
    sheets = falls()
    sheets["People"] = [row for row in sheets["People"] if row[0] != "P2"]
    sheets["Rules"] = [
        ["code", "parameter", "value", "source"],
        ["RUN-01", "most", "1", ""],
        ["REST-01", "rest", "10 h", "Agreement 4"],
    ]
    head = ["person", "rule", "from", "to", "approver", "reason", "expires"]
    days = ["04/01/2027", "10/01/2027", "J Lee", "long course", "31/01/2027"]
    rows = [[person, "RUN-01", *days] for person in ("P1", "X1")]
    sheets["Waivers"] = [head, *rows]
    write_csv(tmp_path / "book", sheets)

    def run(*words):
        return CliRunner().invoke(app, list(words))

    result = run("build", "book", "--weeks", "1", "--from", "2027-01-04")
    assert result.exit_code == 0, result.output
    return run, result.stdout


def test_every_output_of_a_build_shows_it(signed_rota):
    run, summary = signed_rota
    book = load_workbook("rota/rota.xlsx")
    sheet = "\n".join(str(row) for row in book["Audit"].iter_rows(values_only=True))
    html = Path("rota/rota.html").read_text("utf-8")
    outputs = [
        summary,
        sheet,
        html,
        run("audit", "rota").stdout,
        run("show", "rota").stdout,
    ]
    for output in outputs:
        assert USED in output
        assert (
            "approved by J Lee, until Sun 31 Jan 2027; [Waivers.csv]Waivers!B" in output
        )
        assert "long course" not in output
        assert LOOSER in output
    kept = Path("rota/rota.json").read_text("utf-8")
    assert "long course" not in kept
    document = json.loads(kept)
    assert [each["rule"] for each in document["audit"]["waived"]] == ["RUN-01"] * 2
    assert document["audit"]["breaches"] == 0
    assert run("audit", "rota").exit_code == 0
    said = json.loads(run("audit", "rota", "--json").stdout)
    assert said["audit"]["exceptions"] == document["audit"]["exceptions"]
