"""Who gives a command, for what is kept for good."""

from getpass import getuser


def author_named(said: str) -> str:
    """The name that was given; else the one by which the system knows the user."""
    if said.strip():
        return said.strip()
    try:
        return getuser()
    except (ImportError, KeyError, OSError):
        return "unknown"
