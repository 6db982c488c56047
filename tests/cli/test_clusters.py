"""`--cluster`: what is typed, and what is missing."""

import json

import pytest

from rostering.cli import clusters


@pytest.mark.parametrize("typed", ["10.0.0.5", "http://10.0.0.5:8786", "tcp://here"])
def test_what_is_no_address_is_refused_before_anything_is_read(rota, typed):
    result = rota("build", "nobook", "--cluster", typed)
    assert result.exit_code == 2
    assert "is no address such as tcp://10.0.0.5:8786" in result.output


def test_a_host_and_its_port_are_enough():
    assert clusters.address("10.0.0.5:8786") == "tcp://10.0.0.5:8786"
    assert clusters.address("local") == "local"


def test_without_the_extra_it_says_how_to_install_it(rota, book, monkeypatch):
    monkeypatch.setattr(clusters, "is_installed", lambda: False)
    result = rota("build", book, "--weeks", "1", "--cluster", "local", "--json")
    assert result.exit_code == 2
    assert "jru-rota[cluster]" in json.loads(result.output)["advice"]


def test_a_scheduler_that_is_not_there_ends_the_build(rota, book, folder, monkeypatch):
    from rostering.cluster import connection

    monkeypatch.setattr(connection, "PATIENCE", 0.3)
    result = rota("build", book, "--weeks", "1", "--cluster", "127.0.0.1:9", "--json")
    assert result.exit_code == 1
    assert json.loads(result.output)["error"] == (
        "No scheduler answers at tcp://127.0.0.1:9."
    )
    assert not (folder / "rota" / "rota.csv").exists()
