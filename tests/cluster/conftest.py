"""One cluster for the tests of this folder."""

import pytest

from rostering.cluster.connection import PROCESSES, workers_at


@pytest.fixture(scope="package")
def workers():
    with workers_at("local") as found:
        yield found


@pytest.fixture
def all_workers(workers):
    """The cluster once whoever was killed in an earlier test has been replaced."""
    workers._client.wait_for_workers(PROCESSES, timeout=60)
    return workers
