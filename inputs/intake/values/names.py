"""Names and numbers of people, in any order and with anything written around them."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from inputs._cells import CellValue, shown
from inputs._kinds import NotUnderstood
from inputs.intake.values._name_marks import stripped
from inputs.intake.values._name_order import initials_of, parted
from inputs.intake.values.nicknames import is_same_forename
from inputs.intake.values.words import collapsed, folded, or_none, plain, wanting

_SCIENTIFIC = re.compile(r"[0-9.]+E\+?[0-9]+", re.IGNORECASE)
_ID = re.compile(r"(?:[A-Z]/)?[A-Z]{0,6}[0-9]{2,12}(?:[-/][0-9]{1,2})?[A-Z]?")
_WEIGHT = 0.65
"""How much of a likeness, of 1, is the surname's."""
_NICKNAME, _INITIAL, _NOTHING_SAID, _OTHER = 0.95, 0.9, 0.8, 0.3
"""How much a forename counts that is short, an initial, left out, or another."""
_PART_OF = 0.85
"""How much a surname counts that is one half of a double-barrelled one."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart, each part as it was written."""

    surname: str
    forenames: str = ""
    """Empty where only initials are written."""
    initials: str = ""
    rank: str = ""
    """In capitals: PC, SC, A/PS, PARA; empty for none."""
    number: str = ""
    """A pay or collar number beside the name."""
    is_reversed_possible: bool = False
    """Whether the surname may have been written first."""
    marks: tuple[str, ...] = ()
    """What else stood there: stars, and what was in brackets."""


def read_name(text: str) -> NameParts:
    """The parts of a name; a single word is a surname. Nothing is raised."""
    value = or_none(plain, text)
    around = stripped(value if isinstance(value, str) else "")
    surname, given, is_certain = parted(around.text)
    letters = [initials_of(word, surname) for word in given]
    return NameParts(
        surname,
        "" if all(letters) else " ".join(given),
        "".join(
            found or word[0].upper() for found, word in zip(letters, given, strict=True)
        ),
        around.rank,
        around.number,
        not is_certain,
        around.marks,
    )


def likeness(one: NameParts, other: NameParts) -> float:
    """How alike two names are, from 0 to 1; 1 only where all that is said agrees.

    Ranks, numbers and marks do not count; accents, capitals and signs do not either.
    """
    pairs = [(one, other)]
    if one.is_reversed_possible:
        pairs.append((_reversed(one), other))
    if other.is_reversed_possible:
        pairs.append((one, _reversed(other)))
    return max(_likeness(*pair) for pair in pairs)


def _reversed(name: NameParts) -> NameParts:
    """The same words with the surname first: of `Smith John` the John Smith."""
    first, _, rest = name.forenames.partition(" ")
    forenames = f"{rest} {name.surname}".strip()
    return NameParts(first, forenames, "".join(word[0] for word in forenames.split()))


def _likeness(one: NameParts, other: NameParts) -> float:
    return _WEIGHT * _surnames(one.surname, other.surname) + (1 - _WEIGHT) * _given(
        one, other
    )


def _surnames(one: str, other: str) -> float:
    first, second = collapsed(one), collapsed(other)
    alike = OSA.normalized_similarity(first, second)
    halves = [set(re.split("[- ]", folded(name))) for name in (one, other)]
    is_half = bool(halves[0] & halves[1]) and first != second
    return max(alike, _PART_OF if is_half else 0.0)


def _given(one: NameParts, other: NameParts) -> float:
    """How alike forenames are, or the initials that stand for them."""
    if not (one.initials and other.initials):
        return 1.0 if one.initials == other.initials else _NOTHING_SAID
    first, second = one.forenames, other.forenames
    if not (first and second):
        agree = one.initials[0] == other.initials[0]
        same = one.initials == other.initials and first == second
        return 1.0 if same else _INITIAL if agree else _OTHER
    if collapsed(first) == collapsed(second):
        return 1.0
    called = [name.split()[0] for name in (first, second)]
    if is_same_forename(*called):
        return _NICKNAME
    return OSA.normalized_similarity(*map(collapsed, called)) * _INITIAL


@wanting("a pay or collar number")
def read_id(value: CellValue) -> str:
    """A person's number as text: in capitals, without spaces, its noughts kept.

    Raises:
        NotUnderstood: It is no number, or a spreadsheet has rounded it (`1.23E+07`).
    """
    value = plain(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise NotUnderstood
    text = re.sub(r"[\s.]|^#", "", re.sub(r"\.0+$", "", shown(value))).upper()
    if _SCIENTIFIC.fullmatch(shown(value)):
        raise NotUnderstood("a number with all its digits; this one was rounded")
    if not _ID.fullmatch(text):
        raise NotUnderstood
    return text
