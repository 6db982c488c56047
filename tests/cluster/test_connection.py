"""What keeps a cluster from being used, and what is done about it."""

import socket
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from distributed import LocalCluster

from rostering.cluster import ClusterRefusal, connection, remote
from rostering.cluster.connection import embedded, workers_at


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(
        n_workers=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", processes=True
    ) as found:
        yield found


@pytest.fixture
def refused(monkeypatch):
    """The refusal of an address, with little patience."""
    monkeypatch.setattr(connection, "PATIENCE", 0.5)

    def run(address):
        with pytest.raises(ClusterRefusal) as refusal, workers_at(address):
            pass
        return str(refusal.value), refusal.value.advice

    return run


def test_a_scheduler_of_the_same_version_is_taken(cluster):
    with workers_at(cluster.scheduler_address) as workers:
        assert workers


def test_nobody_answers(refused):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    said, advice = refused(address)
    assert said == f"No scheduler answers at {address}."
    assert "dask scheduler" in advice


def test_another_version_is_named(cluster, refused, monkeypatch):
    here = dict(remote.versions())
    monkeypatch.setattr(connection, "versions_here", lambda: here | {"rota": "9.9"})
    said, advice = refused(cluster.scheduler_address)
    assert f"has rota {here['rota']}; here it is 9.9" in said
    assert "Install the same on both" in advice


def test_a_scheduler_without_workers(refused):
    with LocalCluster(
        n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as idle:
        said, advice = refused(idle.scheduler_address)
        assert said.endswith("has no workers.")
        assert f"dask worker {idle.scheduler_address}" in advice


def test_an_embedded_cluster_listens_to_this_machine_alone_and_has_no_dashboard():
    with embedded() as found:
        assert found.scheduler_address.startswith("tls://127.0.0.1:")
        assert all(
            worker.worker_address.startswith("tls://127.0.0.1:")
            for worker in found.workers.values()
        )
        shown = f"http://127.0.0.1:{found.scheduler.http_server.port}/status"
        with pytest.raises(HTTPError, match="404"):
            urlopen(shown)
