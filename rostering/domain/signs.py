"""Signs that are no part of any text: what would command a screen or spoil a file."""

import re

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
"""Control characters, but for tabs and new lines."""
_NEVER_TEXT = r"\ud800-\udfff\ufffe\uffff"
"""Halves of pairs, and what Unicode keeps for programs: few files can hold them."""
_TURNING = r"\u202a-\u202e\u2066-\u2069"
"""What makes the signs after it read backwards, names of others too."""
_UNSEEN = re.compile(f"[{_CONTROLS}{_NEVER_TEXT}]")
_COMMANDING = re.compile(f"[{_CONTROLS}{_NEVER_TEXT}{_TURNING}]")
_INSTEAD = "\N{REPLACEMENT CHARACTER}"


def seen(text: str) -> str:
    """The text with a sign that people see for each that no file should hold."""
    return _UNSEEN.sub(_INSTEAD, text)


def plain(text: str) -> str:
    """The text without signs that would command a screen or turn it round."""
    return _COMMANDING.sub("", text)


def encoded(text: str) -> bytes:
    """The text in UTF-8, with a sign that people see for each half of a pair."""
    return re.sub(f"[{_NEVER_TEXT}]", _INSTEAD, text).encode()
