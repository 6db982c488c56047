"""What some tests look at rotas with; whoever tests in CI has all of it."""

import os

import pytest


def needs(found, what):
    """Leave a test out where there is no such thing, except in CI."""
    is_left_out = not found and "CI" not in os.environ
    return pytest.mark.skipif(is_left_out, reason=f"needs {what}")
