import json
import time

import pytest

from rostering.cli import demo


@pytest.fixture(scope="module")
def kent(tmp_path_factory):
    """The Kent example, built once by the command itself."""
    from typer.testing import CliRunner

    from rostering.cli import app

    folder = tmp_path_factory.mktemp("kent")
    start = time.monotonic()
    result = CliRunner().invoke(app, ["demo", "--out", str(folder)])
    return folder, result, time.monotonic() - start


@pytest.mark.slow
def test_the_demo_builds_shows_and_writes_an_audited_rota(kent):
    folder, result, _ = kent
    assert result.exit_code == 0, result.output
    assert "Audit: 0 breaches of" in result.stdout
    assert "Week of Mon 4 Jan 2027" in result.stdout
    assert "▬ leave: " in result.stdout
    document = json.loads((folder / "rota.json").read_text())
    assert document["period"] == {"from": "2027-01-04", "to": "2027-02-28"}
    cover = document["tiers"][0]
    assert cover["proved"]
    # 168 shifts are asked; examples/kent/README.md names the 11 that nobody can crew.
    assert document["shifts"] == {"wanted": 168, "crewed": 157, "most": 157}


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [(), ("--by", "person"), ("--by", "week"), ("--by", "day"), ("--gaps",)]
)
def test_the_demo_rota_can_be_shown(kent, rota, words):
    folder, _, _ = kent
    result = rota("show", folder, *words)
    assert result.exit_code == 0
    assert "JR-0" in result.stdout


@pytest.mark.slow
def test_the_demo_rota_passes_its_audit_when_read_back(kent, rota):
    folder, _, _ = kent
    result = rota("audit", folder / "rota.csv")
    assert result.exit_code == 0, result.output


def test_the_demo_says_where_to_find_an_example_that_is_not_here(
    folder, rota, monkeypatch
):
    monkeypatch.setattr(demo, "EXAMPLES", folder)
    result = rota("demo")
    assert result.exit_code == 2
    assert "rota new" in " ".join(result.stderr.split())
