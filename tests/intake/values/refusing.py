"""What a reader says of a value that it does not take."""

import pytest

from inputs._kinds import NotUnderstood


def refusal_of(read, *values, **named):
    """The refusal; the test fails where the value is taken."""
    with pytest.raises(NotUnderstood) as caught:
        read(*values, **named)
    assert caught.value.wanted
    return caught.value


def wanted_by(read, value):
    """What the reader wants in place of the value; None where it takes it."""
    try:
        read(value)
    except NotUnderstood as refusal:
        return refusal.wanted
    return None
