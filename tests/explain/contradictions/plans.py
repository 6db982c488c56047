"""How rules can contradict a pin together.

A pin puts Ann on whatever car there is. Each shift by which it could be kept is barred:
by one rule alone, or by two or three together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from rostering.domain.time import HOUR
from tests.explain.contradictions.reasons import (
    APART,
    ASKING,
    BY_DAY,
    BY_RECORD,
    CHOOSY,
    ENDS,
    OF_CAR,
    OF_CREW,
    OF_EVENINGS,
    OF_LENGTH,
    SUMS,
    Codes,
    are_apart,
    shared_terms,
)
from tests.explain.contradictions.spots import Hours
from tests.explain.contradictions.stretches import DAYS, TURNS, TURNS_BEFORE, WEEKENDS

ALIKE = (OF_LENGTH, OF_EVENINGS | {"REST-02"}, BY_DAY)
"""Rules that bar the same shift, and so bar it to different people."""


@dataclass(frozen=True)
class Way:
    """One way to keep the pin, and the rules that bar it together."""

    codes: tuple[str, ...]
    kind: str = ""
    """What makes several of them bar it: empty where it is one."""
    is_back: bool = False
    """Whether the turn that they are about is on the day before."""

    @property
    def of_ann(self) -> Codes:
        """Those that look at Ann's own shifts."""
        is_of_two = self.kind in ("company", "apart")
        return frozenset(self.codes[:1] if is_of_two else self.codes)


@dataclass(frozen=True)
class Rest:
    """The day of a pin and what REST-02 must ask to bar an early shift on it."""

    day: int
    rest: timedelta
    hours: Hours = (8, 9)


THURSDAY = Rest(3, 81 * HOUR)
"""Where Friday is ridden too, for then no rest can follow."""
FRIDAY = Rest(4, 105 * HOUR)
SUNDAY = Rest(6, 145 * HOUR, (0, 0.75))
"""Where the day after is in the week after."""


@dataclass(frozen=True)
class Plan:
    """The ways to keep Ann's pin."""

    ways: tuple[Way, ...]
    rest: Rest | None = None
    day: int = 0
    """Which day of the period the pin is for."""

    @property
    def codes(self) -> Codes:
        """All the rules."""
        return frozenset(code for way in self.ways for code in way.codes)

    @property
    def of_ann(self) -> Codes:
        """The rules that look at Ann's own shifts."""
        return frozenset().union(*(way.of_ann for way in self.ways))

    @property
    def terms(self) -> str:
        """On what Ann works."""
        return shared_terms(self.of_ann)[0]


def plan_of(codes: Codes) -> Plan:
    """The first plan that there is for the rules."""
    return next(_plans(codes))


def _plans(codes: Codes) -> Iterator[Plan]:
    if len(codes) == 1 or _can_stand_alone(codes):
        yield _plan((), codes)
    yield from _weekends(codes)
    for way in _joint(codes):
        rest = codes - set(way.codes)
        if _can_stand_alone(rest) and shared_terms(way.of_ann | rest):
            yield _plan((way,), rest)


def _can_stand_alone(codes: Codes) -> bool:
    """Whether each can bar one shift of a day, and none of the others' shifts."""
    if codes & BY_DAY or len(codes & SUMS) > 1 or codes >= ENDS:
        return False
    if not are_apart(codes):
        return False
    if "REST-02" in codes and codes & ENDS and codes & BY_RECORD:
        return False
    if "WISH-02" in codes and len(codes) > 2:
        is_late = "ROAD-01" in codes and bool(codes & OF_EVENINGS)
        if codes & OF_CAR or is_late:
            return False
    return bool(shared_terms(codes))


def _weekends(codes: Codes) -> Iterator[Plan]:
    both = codes & SUMS
    if len(codes) == 3 and len(both) == 2:
        (third,) = codes - both
        if third in WEEKENDS and shared_terms(codes):
            yield Plan((Way((third, *sorted(both)), "weekend"),), day=6)
        if third == "TEAM-01" and shared_terms(codes):
            yield Plan((Way((*sorted(both), third), "members"),))


def _joint(codes: Codes) -> Iterator[Way]:
    """The ways that two or three of the rules can bar together."""
    yield from _two_days(codes)
    for head in sorted(codes & APART):
        for other in sorted(codes - {head} - BY_DAY - ASKING - APART):
            yield Way((head, other), "apart")
    for head in sorted(codes & ASKING):
        others = codes - {head}
        if any(len(others & alike) > 1 for alike in ALIKE):
            yield Way((head, *sorted(others)), "company")
        for other in sorted(others - ASKING, key=_choosiest):
            yield Way((head, other), "company")


def _choosiest(code: str) -> tuple[bool, bool, str]:
    """What needs a shift for itself comes first, what bars a whole car last."""
    return code in OF_CAR | OF_CREW, code not in CHOOSY, code


def _two_days(codes: Codes) -> Iterator[Way]:
    if codes & CHOOSY:
        return
    for head in sorted(codes, key=lambda code: (code not in BY_RECORD, code)):
        for other in sorted(codes - {head}):
            if head in TURNS and other == "TEAM-01":
                late = {"LEAVE-02"} if head == "REST-02" else ENDS
                is_back = head in TURNS_BEFORE and bool(codes & late)
                yield Way((head, other), "turn", is_back)
            elif head in DAYS and _can_be_another_day(head, other, codes):
                yield Way((head, other), "days")


def _can_be_another_day(head: str, other: str, codes: Codes) -> bool:
    """Whether the first can couple days, on the later of which the other bars."""
    if other in BY_DAY | BY_RECORD or len(codes & SUMS) > (head in SUMS):
        return False
    if "REST-02" in codes and codes - {head} & BY_RECORD:
        return False
    if "WISH-02" in codes and codes & OF_CAR:
        return False
    if head == "REST-02":
        return other == "LEAVE-02"
    return _is_right_day(head, other, codes)


def _is_right_day(head: str, other: str, codes: Codes) -> bool:
    """Whether the main job, which is on all weekdays, leaves the first day alone."""
    if "VOL-03" not in codes:
        return True
    if "REST-02" in codes:
        return other == "VOL-03"
    return head not in ("CLASH-01", "REST-01") and (
        other != "VOL-03" or "LEAVE-02" not in codes
    )


def _plan(joint: tuple[Way, ...], alone: Codes) -> Plan:
    ways = (*joint, *(Way((code,)) for code in sorted(alone)))
    coupled = [way for way in joint if way.kind in ("days", "turn")]
    if any(way.is_back for way in coupled):
        return Plan(ways, day=6 if "REST-02" in coupled[0].codes else 1)
    if any(way.codes[0] == "REST-02" for way in coupled):
        return Plan(ways, day=3)
    if "REST-02" in alone and coupled:
        rest = SUNDAY if "VOL-03" in coupled[0].codes else THURSDAY
        return Plan(ways, rest, rest.day)
    if "REST-02" in alone and (alone & ENDS or {"ROAD-01", "WISH-02"} <= alone):
        return Plan(ways, FRIDAY, FRIDAY.day)
    if "VOL-03" in alone and any("LEAVE-02" in way.codes for way in coupled):
        return Plan(ways, day=4)
    return Plan(ways)
