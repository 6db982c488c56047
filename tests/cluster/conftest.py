"""One cluster for the tests of this folder."""

import pytest

from rostering.cluster.connection import workers_at


@pytest.fixture(scope="package")
def workers():
    with workers_at("local") as found:
        yield found
