"""Words, numbers, answers and lists: every value that is no date or time."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import TypeVar

from inputs._cells import CellValue, shown
from inputs._dates import WEEKDAYS, weekday_of
from inputs._faults import likely
from inputs._kinds import Kind, NotUnderstood
from rostering.domain import REST, Tier

E = TypeVar("E", bound=Enum)

_YES = frozenset({"y", "yes", "true", "1", "x"})
_NO = frozenset({"n", "no", "false", "0"})
_DAY_LISTS = {
    "daily": range(7),
    "every day": range(7),
    "all": range(7),
    "weekdays": range(5),
    "weekends": range(5, 7),
}
_RANK = ">"


def _read_name(value: CellValue) -> str:
    if isinstance(value, bool | datetime | date | time | timedelta):
        raise NotUnderstood("a name or code; format the cell as text and type it anew")
    return shown(value)


def _read_word(value: CellValue) -> str:
    return _read_name(value).lower()


def _read_names(value: CellValue) -> tuple[str, ...]:
    names = tuple(_listed(_read_name(value)))
    if not names:
        raise NotUnderstood
    if len({name.lower() for name in names}) < len(names):
        raise NotUnderstood("a list with each name once")
    return names


def _listed(text: str) -> list[str]:
    return [part for piece in re.split("[,;]", text) if (part := piece.strip())]


def _read_words(value: CellValue) -> tuple[str, ...]:
    return tuple(name.lower() for name in _read_names(value))


def _read_ranked_roles(value: CellValue) -> tuple[frozenset[str], ...]:
    ranks = [re.split("[,/]", rank) for rank in _read_name(value).lower().split(_RANK)]
    roles = [[role.strip() for role in rank] for rank in ranks]
    named = [role for rank in roles for role in rank]
    if not all(named):
        raise NotUnderstood
    if len(set(named)) < len(named):
        raise NotUnderstood("each role once, such as regular > special")
    return tuple(map(frozenset, roles))


def _read_days(value: CellValue) -> frozenset[int]:
    if not isinstance(value, str):
        raise NotUnderstood
    days: set[int] = set()
    for part in re.split(r"[,;&+]| and ", value.lower()):
        days |= _days_of(part.strip())
    return frozenset(days)


def _days_of(part: str) -> set[int]:
    if part in _DAY_LISTS:
        return set(_DAY_LISTS[part])
    ends = [weekday_of(end.strip()) for end in re.split("-| to ", part)]
    match ends:
        case [int(day)]:
            return {day}
        case [int(first), int(last)]:
            length = (last - first) % len(WEEKDAYS) + 1
            return {(first + step) % len(WEEKDAYS) for step in range(length)}
    raise NotUnderstood


def _read_pattern(value: CellValue) -> tuple[str, ...]:
    """Letters of turns, one a day, with or without spaces between them."""
    if not isinstance(value, str):
        raise NotUnderstood
    letters = re.sub("[ ,]", "", value).upper()
    if not letters or not all(sign.isalpha() or sign == REST for sign in letters):
        raise NotUnderstood
    return tuple(letters)


def _read_yes_no(value: CellValue) -> bool:
    answer = shown(value).lower()
    if answer in _YES:
        return True
    if answer in _NO:
        return False
    raise NotUnderstood


def _read_setting(value: CellValue) -> str:
    """A rule's value in one spelling, however the cell was typed."""
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if type(value) is date else shown(value)


def _read_tier(value: CellValue) -> Tier:
    text = shown(value).lower()
    for tier in Tier:
        if text in (str(tier.value), tier.title, tier.name.lower()):
            return tier
    raise NotUnderstood(likely=likely(text, [tier.title for tier in Tier]))


def whole(low: int, high: int) -> Kind[int]:
    """A whole number from low to high."""
    wanted = f"a whole number from {low} to {high}"

    def read(value: CellValue) -> int:
        text = "" if isinstance(value, bool) else shown(value)
        if not re.fullmatch("-?[0-9]{1,9}", text) or not low <= int(text) <= high:
            raise NotUnderstood
        return int(text)

    return Kind("whole number", wanted, read, example=str(max(1, low)))


def choice(options: type[E], aliases: Mapping[str, E] | None = None) -> Kind[E]:
    """One of a closed set, by its value or by another name that people use for it."""
    words = tuple(str(option.value) for option in options)
    named = {_bare(str(option.value)): option for option in options}
    named |= {_bare(alias): option for alias, option in (aliases or {}).items()}

    def read(value: CellValue) -> E:
        text = _read_name(value)
        if _bare(text) not in named:
            raise NotUnderstood(likely=likely(text, words))
        return named[_bare(text)]

    wanted = f"one of {', '.join(words)}"
    return Kind("choice", wanted, read, example=words[0], choices=words)


def _bare(text: str) -> str:
    return re.sub("[ ./_-]", "", text.casefold())


TEXT: Kind[str] = Kind("text", "text", shown)
NAME: Kind[str] = Kind("name", "a name or code", _read_name, number_format="@")
WORD: Kind[str] = Kind("word", "a word", _read_word, number_format="@")
NAMES: Kind[tuple[str, ...]] = Kind(
    "names", "names with commas between them", _read_names, number_format="@"
)
WORDS: Kind[tuple[str, ...]] = Kind(
    "words", "words with commas between them", _read_words, number_format="@"
)
RANKED_ROLES: Kind[tuple[frozenset[str], ...]] = Kind(
    "roles in order",
    "roles in order of preference, such as regular > special",
    _read_ranked_roles,
    example="regular > special",
    number_format="@",
)
DAYS: Kind[frozenset[int]] = Kind(
    "weekdays",
    "days of the week, such as Mon-Thu, Sun or daily",
    _read_days,
    example="Mon-Thu, Sun",
    number_format="@",
)
PATTERN: Kind[tuple[str, ...]] = Kind(
    "pattern",
    "first letters of turns, one a day, and - for rest, such as E E L L N N - - - -",
    _read_pattern,
    example="E E L L N N - - - -",
    number_format="@",
)
YES_NO: Kind[bool] = Kind("Y or N", "Y or N", _read_yes_no, "Y", choices=("Y", "N"))
SETTING: Kind[str] = Kind("value", "a value", _read_setting, number_format="@")
TIER: Kind[Tier] = Kind(
    "choice",
    f"one of {', '.join(tier.title for tier in Tier)}, or 1 to {len(Tier)}",
    _read_tier,
    example=Tier.FAIRNESS.title,
    choices=tuple(tier.title for tier in Tier),
)
