"""Two times in one cell: `1800x0200`, `6pm-2am`, `18-02`, or what Excel made of it."""

import re
from datetime import date, datetime, time

from inputs._cells import CellValue
from inputs._kinds import NotUnderstood
from inputs.intake.values._clock_pairs import (
    CLOCK_FORM,
    is_of_two_halves,
    shown_range,
    times_of,
)
from inputs.intake.values.clocks import read_clock, read_end_clock
from inputs.intake.values.code_names import Meaning
from inputs.intake.values.code_table import Times, known
from inputs.intake.values.words import plain, wanting

__all__ = ["range_within", "read_offers", "read_range", "shown_range"]

_APART = r"(?: ?(?:-|x|×|>) ?| (?:to|until|till|til) )"
_NEXT_DAY = r"(?: ?\(?\+ ?1\)?)?"
_WITHIN = re.compile(
    rf"(?<![\w:./+-])({CLOCK_FORM}){_APART}((?:{CLOCK_FORM}){_NEXT_DAY})(?![\w:./-])",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"\(?({CLOCK_FORM})(?:{_APART}| ?/ ?)((?:{CLOCK_FORM}){_NEXT_DAY})\)?"
)
_CALL_SIGN = re.compile("[A-Za-z]{1,4}[- ]?[0-9]{1,3}")
_UNTIL = re.compile(
    rf"(?:available |free )?(?:until|till|til|before|to|up to) ({CLOCK_FORM})",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:available |free )?(?:from|after|post) ({CLOCK_FORM})(?: on(?:wards)?)?"
    rf"|({CLOCK_FORM}) ?(?:on|onwards|\+)",
    re.IGNORECASE,
)
_ALL_DAY = re.compile("all day|any ?time|24 ?(?:hours|hrs|h)", re.IGNORECASE)
_AND = re.compile(r" ?[,;&] ?| (?:\+|and|or) ")
_SMALL_HOURS = frozenset("123456")
_MIDNIGHT = time()
_EMPTY = re.compile(r"\( *\)|\[ *\]")


@wanting("a start and an end such as 18:00-02:00")
def read_range(value: CellValue, number_format: str = "General") -> Times:
    """The start and the end; an end that is not after the start is the next day's.

    Excel makes the 18th of February out of `18-02`; a date that shows no year is read
    as it was typed. A call sign or a code of work beside the times is passed over.

    Args:
        value: What stands in the cell.
        number_format: How the cell shows it.

    Raises:
        NotUnderstood: It is no range, or could be two: `6-2`.
    """
    value = plain(value)
    if isinstance(value, date):
        value = _as_typed(value, number_format)
    if not isinstance(value, str):
        raise NotUnderstood
    if whole := _WHOLE.fullmatch(value.lower()):
        return times_of(whole[1], whole[2])
    times, beside = range_within(value)
    if times is None:
        raise NotUnderstood
    if beside and not _is_work(beside):
        raise NotUnderstood("times alone", shown_range(times))
    return times


def range_within(text: str) -> tuple[Times | None, str]:
    """The one range in a text, and what is left of the text.

    Raises:
        NotUnderstood: The range could be two.
    """
    found = _WITHIN.search(text)
    if found is None:
        return None, text
    rest = _EMPTY.sub(" ", f"{text[: found.start()]} {text[found.end() :]}")
    times = times_of(found[1].lower(), found[2].lower())
    return times, " ".join(rest.split()).strip(" ,;:-")


def _is_work(beside: str) -> bool:
    """Whether it is a call sign or a code of work, which the times only make exact."""
    meanings = {alias.code.meaning for alias in known(beside) if alias.code}
    return Meaning.WORK in meanings or _CALL_SIGN.fullmatch(beside) is not None


def _as_typed(value: date, number_format: str) -> str:
    """What was typed where Excel shows a day and a month without a year."""
    shows_its_year = "y" in number_format.lower() or number_format == "General"
    typed = f"{value.day}-{value.month}"
    if isinstance(value, datetime) and value.time() != time():
        raise NotUnderstood
    if shows_its_year:
        raise NotUnderstood("a range of times, not a date")
    return typed


@wanting("the time offered, such as 18:00-02:00")
def read_offers(text: str) -> tuple[Times, ...]:
    """The stretches of one day that an answer offers.

    `until 0000` begins with the day; `after 1900` ends with it.

    Raises:
        NotUnderstood: It tells no times, or a time that is morning or evening: after 7.
    """
    value = plain(text)
    if not isinstance(value, str):
        raise NotUnderstood
    if _ALL_DAY.fullmatch(value):
        return ((_MIDNIGHT, _MIDNIGHT),)
    if match := _UNTIL.fullmatch(value):
        half = "am" if match[1] in _SMALL_HOURS else "pm"
        return ((_MIDNIGHT, read_end_clock(_told(match[1], half))),)
    if match := _FROM.fullmatch(value):
        return ((read_clock(_told(match[1] or match[2], "pm")), _MIDNIGHT),)
    return tuple(read_range(part) for part in _AND.split(value))


def _told(clock: str, half: str) -> str:
    """The time, if it tells morning from evening.

    Raises:
        NotUnderstood: It does not; likely is the half of the day that is told.
    """
    if is_of_two_halves(clock):
        raise NotUnderstood("a time with am or pm, or of 24 hours", clock + half)
    return clock.lower()
