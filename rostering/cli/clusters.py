"""Where searches run: in this process, in others, or on other machines."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import Exit, fail

if TYPE_CHECKING:
    from rostering.solve.running import Runner

EXTRA = "distributed"
"""The library without which there is no cluster."""
_ADDRESS = re.compile(r"(tcp|tls)://[^\s/:]+:[0-9]{1,5}")
_BARE = re.compile(r"[^\s/:]+:[0-9]{1,5}")


def address(text: object) -> str:
    """A cluster as typed: tcp://host:8786, or `local`."""
    said = str(text).strip()
    if _BARE.fullmatch(said):
        said = f"tcp://{said}"
    if said and said != "local" and not _ADDRESS.fullmatch(said):
        raise typer.BadParameter(f"{text} is no address such as tcp://10.0.0.5:8786")
    return said


OnCluster = Annotated[
    str,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        parser=address,
        help="Let the workers of a Dask scheduler search, such as tcp://10.0.0.5:8786; "
        "`local` starts two processes here. The rota is the same.",
    ),
]


def is_installed() -> bool:
    """Whether what a cluster needs is installed."""
    return find_spec(EXTRA) is not None


@contextmanager
def running_on(cluster: str, *, as_json: bool) -> "Iterator[Runner]":
    """Whoever runs the searches; end where the cluster cannot be used."""
    from rostering.solve.running import Threads

    if not cluster:
        yield Threads()
        return
    if not is_installed():
        fail(
            "This rota was installed without what a cluster needs.",
            "Install it: pip install 'jru-rota[cluster]'; in a checkout, "
            ".venv/bin/pip install -e '.[cluster]'",
            as_json=as_json,
        )
    from rostering.cluster import ClusterRefusal
    from rostering.cluster.connection import workers_at

    try:
        with workers_at(cluster) as workers:
            yield workers
    except ClusterRefusal as refusal:
        fail(str(refusal), refusal.advice, code=Exit.FAILED, as_json=as_json)
