"""What a column of a skill tells: when it was taken, until when it holds, its state."""

import re
from functools import lru_cache

from inputs.intake.fields import Field
from inputs.intake.shapes.headers import plain

_FIRST = (
    r"(?:date )?(?:taken|passed|attended|completed|achieved|issued|obtained|trained"
    r"|awarded|gained|undertaken)(?: on| date)?|(?:course|training|issue|completion)"
    r" date|date of (?:course|training|issue)|last (?:done|taken|completed|attended)"
    r"|valid from"
)
_LAST = (
    r"expir(?:y|es|ed|ation)(?: date| on)?|date of expiry|valid (?:to|until|till)"
    r"|(?:refresher |renewal |next )?due(?: date| by| on)?|next date|renewal(?: date)?"
    r"|re(?:new|fresh|cert) ?(?:by|date)|in date (?:to|until|till)"
)
_STATUS = r"status|state|in date|compliant|compliance|result|rag"
_SHORT = {"from": Field.FIRST, "date from": Field.FIRST, "start": Field.FIRST} | {
    "date": Field.FIRST,
    "done": Field.FIRST,
    "to": Field.EXPIRES,
    "date to": Field.EXPIRES,
    "until": Field.EXPIRES,
    "end": Field.EXPIRES,
}
"""Words that tell a part of a skill only beside another column of it."""
_LONGEST = 30
_DIGIT = re.compile("[0-9]")
_PARTS = {Field.FIRST: _FIRST, Field.EXPIRES: _LAST, Field.STATUS: _STATUS}
_WHOLE = {part: re.compile(words) for part, words in _PARTS.items()}
_ENDS = {
    part: re.compile(rf"(?P<title>.*\w)\W+(?:{words})\W*", re.IGNORECASE)
    for part, words in _PARTS.items()
}
_SHORT_END = re.compile(
    rf"(?P<title>.*\w)\W+(?P<part>{'|'.join(_SHORT)})\W*", re.IGNORECASE
)


def may_be_either(text: str) -> bool:
    """Whether it may be the day of a course as well as the last day in date."""
    return plain(text) == "date"


@lru_cache(4096)
def part_of(text: str) -> Field | None:
    """The part that a heading below a skill's tells; None for any other heading."""
    if len(text) > _LONGEST or not text.isascii() or _DIGIT.search(text):
        return None
    words = plain(text)
    if words in _SHORT:
        return _SHORT[words]
    found = (part for part, form in _WHOLE.items() if form.fullmatch(words))
    return next(found, None)


def parted_title(text: str) -> tuple[str, Field | None]:
    """The skill and the part of `First aid - expires`; no part where it names none."""
    for part, form in _ENDS.items():
        if match := form.fullmatch(text):
            return match["title"].strip(), part
    return text, None


def short_part(text: str) -> tuple[str, Field] | None:
    """The skill and the part of `First aid to`, which may be a skill's name too."""
    match = _SHORT_END.fullmatch(text)
    if match is None:
        return None
    return match["title"].strip(), _SHORT[plain(match["part"])]
