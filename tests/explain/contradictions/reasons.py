"""Why some rules cannot contradict each other over pins."""

from collections.abc import Collection

from tests.explain.contradictions.situations import SITUATIONS
from tests.explain.contradictions.spots import BOTH, CONTRACT, TEAM, TERMS, VOLUNTEER
from tests.explain.contradictions.stretches import ANYWHERE, DAYS, TURNS, WEEKENDS

Codes = frozenset[str]
ASKING = frozenset({"CREW-01", "CREW-02", "CREW-03", "PAIR-04"})
"""Rules that ask for company."""
APART = frozenset({"PAIR-01", "PAIR-02"})
"""Rules that keep two people out of one crew."""
BY_DAY = frozenset({"REST-05", "RUN-01", "RUN-04", "TEAM-01"})
"""Rules that look at the days on which somebody rides, whatever the shift."""
BY_RECORD = frozenset({"CLASH-01", "RUN-01", "RUN-02", "RUN-03"})
"""Rules of which the situation needs a record of the day before the period."""
SUMS = frozenset({"HOURS-01", "HOURS-02", "VOL-01"})
"""Rules on the plain sum of hours: of two shifts they prefer the same one."""
ENDS = frozenset({"LEAVE-02", "VOL-03"})
"""Rules on how late a shift of a day ends: they prefer the same one too."""
OF_CAR = frozenset({"PIN-01", "POST-01"})
"""Rules that bar a car for a whole day."""
OF_CREW = frozenset({"ROAD-01", "ROAD-02"})
"""Rules that bar a car to everybody."""
AWAY = frozenset({"AVAIL-01", "LEAVE-01"})
"""Rules on who is there at all."""
SIMPLE = ASKING | APART | OF_CAR | OF_CREW | {"AVAIL-01", "CHANGE-03", "LATE-01"}
SIMPLE |= {"LEAVE-01", "ROLE-02", "SKILL-01", "WISH-02"}
"""Rules that bar a shift whatever its hours are, and by no record."""
CHOOSY = frozenset({"FATIGUE-03", "FATIGUE-07", "HOURS-05", "HOURS-06", "HOURS-07"})
CHOOSY |= {"REST-03", "REST-04", "VOL-04"}
"""Rules of which the situation needs hours or a record that others would not leave."""
OF_LENGTH = SUMS | {"FATIGUE-07", "HOURS-05", "HOURS-06", "HOURS-07"}
"""Rules that bar the long shift of a day."""
OF_EVENINGS = ENDS | {"REST-04", "VOL-04"}
"""Rules that bar the late shift of a day."""


def shared_terms(codes: Collection[str]) -> list[str]:
    """On what somebody can work whom all the rules bind."""
    known = [SITUATIONS[code](ANYWHERE).terms for code in codes] or [TERMS]
    return [t for t in (CONTRACT, TEAM, VOLUNTEER, BOTH) if all(t in k for k in known)]


def why_not(codes: Codes) -> str:
    """Why the rules cannot contradict pins so that each is needed; or nothing."""
    if "CHANGE-03" in codes and codes & AWAY:
        return "whoever is away now keeps no place in what is published"
    if codes & ASKING:
        return ""
    if codes & BY_DAY - {"TEAM-01"}:
        return "the pins alone say on which days anybody works"
    if "TEAM-01" in codes and not codes & TURNS.keys():
        return "the pins alone say who leaves the team, unless its turns are broken"
    return "" if codes & APART else _why_not_one_person(codes)


def are_apart(codes: Codes) -> bool:
    """Whether a choosy rule has none beside it that looks at hours or records."""
    return not codes & CHOOSY or len(codes - SIMPLE) == 1


def _why_not_one_person(codes: Codes) -> str:
    if not shared_terms(codes):
        return "no one person is bound by all, and none of them is about two people"
    if not are_apart(codes):
        return "no shift of one person is left that only one of them bars"
    return _why_not_one_shift(codes)


def _why_not_one_shift(codes: Codes) -> str:
    third = codes - SUMS
    if len(codes & SUMS) > 1 and not third & {*WEEKENDS, "TEAM-01"}:
        return "the shorter shifts are the better ones for both sums of hours"
    if codes >= ENDS and not codes & (DAYS.keys() - {"CLASH-01", "REST-01"}):
        return "the shifts that end earlier are the better ones for both"
    if "WISH-02" in codes and len(codes) > 2:
        if codes & OF_CAR:
            return "one leaves the home car, one bars it all day: no third is needed"
        if "ROAD-01" in codes and codes & OF_EVENINGS:
            return "on the home car both prefer the shifts that end earlier"
    return ""
