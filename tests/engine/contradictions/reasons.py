"""Why some rules cannot contradict each other over pins."""

from collections.abc import Collection

from tests.engine.contradictions.situations import SITUATIONS
from tests.engine.contradictions.spots import BOTH, CONTRACT, TEAM, TERMS, VOLUNTEER
from tests.engine.contradictions.stretches import ANYWHERE, DAYS, TURNS, WEEKENDS

Codes = frozenset[str]
ASKING = frozenset({"CREW-01", "CREW-02", "CREW-03", "PAIR-04"})
"""Rules that ask for company."""
APART = frozenset({"PAIR-01", "PAIR-02"})
"""Rules that keep two people out of one crew."""
BY_DAY = frozenset({"RUN-01", "TEAM-01"})
"""Rules that look at the days on which somebody rides, whatever the shift."""
BY_RECORD = frozenset({"CLASH-01", "RUN-01", "RUN-02", "RUN-03"})
"""Rules of which the situation needs a record of the day before the period."""
SUMS = frozenset({"HOURS-01", "HOURS-02", "VOL-01"})
"""Rules on the plain sum of hours: of two shifts they prefer the same one."""
ENDS = frozenset({"LEAVE-02", "VOL-03"})
"""Rules on how late a shift of a day ends: they prefer the same one too."""
OF_CAR = frozenset({"PIN-01", "POST-01"})
"""Rules that bar a car for a whole day."""


def shared_terms(codes: Collection[str]) -> list[str]:
    """On what somebody can work whom all the rules bind."""
    known = [SITUATIONS[code](ANYWHERE).terms for code in codes] or [TERMS]
    return [t for t in (CONTRACT, TEAM, VOLUNTEER, BOTH) if all(t in k for k in known)]


def why_not(codes: Codes) -> str:
    """Why the rules cannot contradict pins so that each is needed; or nothing."""
    if codes & ASKING:
        return ""
    if "RUN-01" in codes:
        return "the pins alone say on which days anybody works"
    if "TEAM-01" in codes and not codes & TURNS.keys():
        return "the pins alone say who leaves the team, unless its turns are broken"
    if codes & APART:
        return ""
    if not shared_terms(codes):
        return "no one person is bound by all, and none of them is about two people"
    return _why_not_one_person(codes)


def _why_not_one_person(codes: Codes) -> str:
    third = codes - SUMS
    if len(codes & SUMS) > 1 and not third & {*WEEKENDS, "TEAM-01"}:
        return "the shorter shifts are the better ones for both sums of hours"
    if codes >= ENDS and not codes & (DAYS.keys() - {"CLASH-01", "REST-01"}):
        return "the shifts that end earlier are the better ones for both"
    if "WISH-02" in codes and len(codes) > 2:
        if codes & OF_CAR:
            return "one leaves the home car, one bars it all day: no third is needed"
        if "ROAD-01" in codes and codes & ENDS:
            return "on the home car both prefer the shifts that end earlier"
    return ""
