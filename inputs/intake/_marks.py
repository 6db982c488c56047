"""How a marked file is marked, so that it is known when it comes back."""

import re

MARK_COLOUR = "FF7AC6"
"""Behind every doubtful cell. It stands as the first colour of a plain fill, and the
sender's own colour as the second, which no program shows but Excel keeps. No palette
of Excel's has it, so that no sender uses it by chance."""
AUTHOR = "rota"
SHEET = "Doubts"
HEADERS = (
    "no",
    "cell",
    "what stands there",
    "what is wanted",
    "we would take it for",
    "your answer",
    "text",
    "colour",
)
"""The last two columns are hidden: what the cell held and showed when it was marked."""
ADVICE = "Put the cell right, or answer on the sheet Doubts."

AGAIN = "Change the cell, then audit again."

_UNWRITABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]"
)
_LONGEST = 32_000
_NUMBER = re.compile(r"rota asks \((\d+)\)")
_ASKED = re.compile(
    rf"\s*(?:rota asks \(\d+\): .*?{re.escape(ADVICE)}"
    rf"|rota finds: .*?{re.escape(AGAIN)})",
    re.DOTALL,
)


def writable(text: str) -> str:
    """The text without what no workbook can hold, and no longer than a cell may be."""
    return _UNWRITABLE.sub("", text)[:_LONGEST]


def asking(number: int, found: str, wanted: str, likely: str) -> str:
    """The comment on a doubtful cell; the number is that of its row under Doubts."""
    guess = f" We would take it for {likely}." if likely else ""
    return writable(
        f"rota asks ({number}): found {found or 'nothing'}; wanted {wanted}."
        f"{guess} {ADVICE}"
    )


def finding(said: str) -> str:
    """The comment on a cell of a rota that was audited."""
    return f"{writable(f'rota finds: {said}')} {AGAIN}"


def numbers_in(note: str) -> list[int]:
    """The rows under Doubts that a comment belongs to."""
    return [int(number) for number in _NUMBER.findall(note)]


def without_asking(note: str) -> str:
    """What a comment holds besides what was asked in it."""
    return _ASKED.sub("", note).strip()
