"""Finding a cluster, or starting one here, and seeing that it can be used."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dask
from distributed import Client, LocalCluster
from distributed.security import Security

from rostering.cluster import LOCAL, remote
from rostering.cluster.refusal import ClusterRefusal
from rostering.cluster.remote import versions as versions_here
from rostering.cluster.runner import Workers

PROCESSES = 2
"""Workers of an embedded cluster, as many as there are threads without one."""
PATIENCE = 5
"""Seconds in which a scheduler must answer, and have a worker."""
_CLOSED: dict[str, Any] = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}
"""No dashboard, and nothing else for a browser."""


@contextmanager
def workers_at(address: str) -> Iterator[Workers]:
    """The workers of a scheduler, or of an embedded cluster for the word `local`.

    Raises:
        ClusterRefusal: There is no such cluster, or it has another version.
    """
    if address == LOCAL:
        with embedded() as cluster, _client_of(cluster) as client:
            yield Workers(client)
        return
    with _client_of(address) as client:
        _see_workers(client, address)
        _see_versions(client, address)
        yield Workers(client)


@contextmanager
def embedded() -> Iterator[LocalCluster]:
    """Two processes of this machine, to which nobody else can speak.

    They listen to this machine alone, on ports that the system picks, and answer only
    to a certificate that was made for this run.
    """
    with (
        dask.config.set(_CLOSED),
        LocalCluster(
            n_workers=PROCESSES,
            threads_per_worker=1,
            host="127.0.0.1",
            protocol="tls",
            security=Security.temporary(),
            dashboard_address="127.0.0.1:0",
            worker_dashboard_address=None,
            scheduler_kwargs={"dashboard": False},
            memory_limit=0,
            silence_logs=50,
        ) as cluster,
    ):
        yield cluster


@contextmanager
def _client_of(cluster: "str | LocalCluster") -> Iterator[Client]:
    try:
        client = Client(cluster, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as missing:
        raise ClusterRefusal(
            f"No scheduler answers at {cluster}.",
            "See that it runs (`dask scheduler` on that machine) and that its port can "
            "be reached from here, or leave --cluster out.",
        ) from missing
    with client:
        client.register_plugin(remote.Unstirred())
        yield client


def _see_workers(client: Client, address: str) -> None:
    """See that there is somebody to work."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as idle:
        raise ClusterRefusal(
            f"The scheduler at {address} has no workers.",
            f"Start some where rota is installed: dask worker {address}",
        ) from idle


def _see_versions(client: Client, address: str) -> None:
    """See that every worker finds the rota that would be found here."""
    here = versions_here()
    try:
        told = client.run(remote.versions)
    except ImportError as missing:
        raise ClusterRefusal(
            f"The workers at {address} cannot run rota: {missing}.",
            f"Install rota {here['rota']} where they run, and start them there.",
        ) from missing
    for worker, there in told.items():
        for name in here:
            if there.get(name) != here[name]:
                raise ClusterRefusal(
                    f"The worker {worker} has {name} {there.get(name)}; here it is "
                    f"{here[name]}, and another version may find another rota.",
                    "Install the same on both, and start the worker again.",
                )
