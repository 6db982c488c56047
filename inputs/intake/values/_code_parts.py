"""Taking a cell of a rota apart: codes, times, marks and the words beside them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from inputs._kinds import NotUnderstood
from inputs.intake.values._code_senses import Sense
from inputs.intake.values.code_table import Mark, Times
from inputs.intake.values.ranges import range_within
from rostering.domain import AbsenceKind

_LONGEST = 5
"""How many words a code may have."""
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WORD = re.compile(r"[^\s/]+")
_APART = re.compile(r" ?[,;:+] ?| & ")
"""Signs across which no two words make one code."""
_HOURS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})? ?(?:hours|hrs|hr|h)\b", re.IGNORECASE)
_SIGNS = "*?† "
_MARKS = {"*": Mark.CHANGED, "†": Mark.CHANGED, "?": Mark.PROVISIONAL}
_TURNING = frozenset(
    {"no", "not", "never", "until", "till", "til", "from", "after", "before", "only"}
)
"""Words that turn what stands before the brackets into something else."""

SenseOf = Callable[[str], Sense | None]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a cell is made of."""

    senses: tuple[Sense, ...] = ()
    span: Times | None = None
    signs: frozenset[Mark] = frozenset()
    """What its signs say: `*`, `?`, brackets around the whole."""
    note: str = ""
    is_certain: bool = True
    """Whether everything in it was understood."""

    @property
    def marks(self) -> frozenset[Mark]:
        """What its signs and its words say of the code."""
        return self.signs.union(*(sense.marks for sense in self.senses))


def parts_of(text: str, sense_of: SenseOf) -> Parts:
    """The cell's parts; what is known as a whole is not taken apart."""
    whole = sense_of(text)
    if whole is not None:
        return Parts((whole,))
    inner, signs = _without_signs(text)
    if signs and inner:
        parts = parts_of(inner, sense_of)
        return replace(parts, signs=parts.signs | signs)
    return _taken_apart(text, sense_of)


def _without_signs(text: str) -> tuple[str, frozenset[Mark]]:
    """The text without the signs around it, and what these say."""
    if match := _IN_BRACKETS.fullmatch(text):
        return match[1].strip(), frozenset({Mark.CANCELLED})
    inner = text.strip(_SIGNS)
    start = text.find(inner)
    around = text[:start] + text[start + len(inner) :]
    return inner, frozenset(_MARKS[sign] for sign in around if sign in _MARKS)


def _taken_apart(text: str, sense_of: SenseOf) -> Parts:
    try:
        span, rest = range_within(text)
    except NotUnderstood:
        return Parts(note=text, is_certain=False)
    hours = _HOURS.findall(rest)
    rest = _HOURS.sub(" ", rest)
    found = list(_worded(_IN_BRACKETS.sub(" ", rest), sense_of))
    found += [_bracketed(inner, sense_of) for inner in _IN_BRACKETS.findall(rest)]
    senses = tuple(sense for sense, _ in found if isinstance(sense, Sense))
    words = [word for _, word in found if word]
    is_known = all(sense is not None for sense, _ in found)
    is_partly = hours and any(map(_is_absence, senses))
    note = " ".join([*words, *hours])
    return Parts(senses, span, note=note, is_certain=is_known and not is_partly)


Found = tuple[Sense | None, str]
"""What a word means, None if nobody knows, and what of it is to be noted."""


def _bracketed(inner: str, sense_of: SenseOf) -> Found:
    """What stands in brackets beside a code: a code, a mark, or a remark."""
    sense = sense_of(inner)
    if sense is not None:
        return sense, ""
    words = inner.casefold().split()
    senses = [sense_of(word) for word in words]
    if any(sense and sense.codes for sense in senses) or _TURNING & set(words):
        return None, inner
    marks = [sense for sense in senses if sense]
    return (marks[0] if marks else Sense()), inner


def _worded(text: str, sense_of: SenseOf) -> Iterator[Found]:
    """The longest words that are known, one after another, and those that are not."""
    for part in _APART.split(text):
        words = [word for word in _WORD.finditer(part) if word[0].strip("-")]
        while words:
            count, sense = _longest(part, words, sense_of)
            yield sense, "" if sense else words[0][0]
            words = words[count:]


def _longest(
    part: str, words: Sequence[re.Match[str]], sense_of: SenseOf
) -> tuple[int, Sense | None]:
    """How many of the first words are known together, and as what."""
    start = words[0].start()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        sense = sense_of(part[start : words[count - 1].end()])
        if sense is not None:
            return count, sense
    return 1, None


def _is_absence(sense: Sense) -> bool:
    return any(isinstance(code.meaning, AbsenceKind) for code in sense.codes)
