"""How much is asked of people by each way of closing a gap: the order of repairs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One way in which facts may be otherwise, and how unkind it is.

    What a repair asks for adds up, so that two offers come before one leave asked back.
    """

    name: str
    unkindness: int
    why: str
    """Why it stands where it stands in the order."""


OFFER = Kind("offer", 10, "whoever is asked can say no, and loses nothing")
OVERTIME = Kind("overtime", 20, "it is agreed and paid, but it tires")
SPARE_CAR = Kind("spare car", 25, "nobody's days change, but a car must be found")
RENEWAL = Kind("training renewed", 30, "it is due in any case, only sooner")
BOOKING = Kind("booking moved", 40, "the place may be lost, and others were told")
NEW_CAR = Kind("another car", 50, "it is further from home, and a car to get to know")
DISTRICT = Kind("another district", 55, "a district lends to a car that is not its own")
FIRST_TICKET = Kind("first training", 60, "it takes a course that nobody has asked for")
TEAM = Kind("team below strength", 65, "colleagues do the same work with one fewer")
OTHER_TURN = Kind("duty changed", 70, "a day's duty changes, and is paid back")
WAIVER = Kind("rule waived", 80, "a rule that protects people gives way once")
PIN = Kind("pin taken off", 90, "somebody was promised it")
LEAVE = Kind("leave asked back", 100, "time off was granted; the last thing to ask")
MOVE = Kind("duty moved", 5, "somebody who has a duty already is told of another")
"""For each person whose planned duties change."""

KINDS = (
    MOVE,
    OFFER,
    OVERTIME,
    SPARE_CAR,
    RENEWAL,
    BOOKING,
    NEW_CAR,
    DISTRICT,
    FIRST_TICKET,
    TEAM,
    OTHER_TURN,
    WAIVER,
    PIN,
    LEAVE,
)
"""All of them, the kindest first."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What must be agreed and by whom, before a rule that is no law gives way."""

    what: str
    by: str


BOTH = "the person and the manager"
CONSENTS = {
    "CHANGE-03": Consent("a change so late", "the person"),
    "FAIR-04": Consent("no weekend off", "the person"),
    "FAIR-08": Consent("half of a weekend at work", "the person"),
    "FATIGUE-01": Consent("a tiring run of work", BOTH),
    "FATIGUE-03": Consent("a quick return", "the person"),
    "FATIGUE-04": Consent("work by day soon after nights", "the person"),
    "FATIGUE-05": Consent("an earlier turn after a later one", "the person"),
    "FATIGUE-06": Consent("a long way home at night", "the person"),
    "FATIGUE-07": Consent("a long day from door to door", "the person"),
    "HOURS-01": Consent("more hours in seven days", BOTH),
    "HOURS-04": Consent("more overtime than is usual", BOTH),
    "HOURS-07": Consent("a longer shift than is usual", BOTH),
    "LATE-01": Consent(
        "a change of duty, paid or given back", "the officer and whoever leads the team"
    ),
    "LEAVE-02": Consent("a late finish before an early start", "the person"),
    "REST-04": Consent("a weekly rest of the least length", BOTH),
    "RUN-01": Consent("one more day in a row", BOTH),
    "RUN-02": Consent("one more night in a row", BOTH),
    "RUN-03": Consent("one more long late in a row", BOTH),
    "RUN-04": Consent("one more turn in a fortnight", BOTH),
    "RUN-05": Consent("a single day off, or a single one at work", "the person"),
    "RUN-06": Consent("fewer days at work on end", "the person"),
    "RUN-07": Consent("fewer days off on end", "the person"),
    "TURN-03": Consent("a turn that may not follow", "the person"),
    "TURN-04": Consent("two shifts on one day", "the person"),
    "VOL-01": Consent("more hours than are usual", "the volunteer"),
    "VOL-03": Consent("a long day", "the volunteer"),
    "VOL-04": Consent("little sleep before the next day's work", "the volunteer"),
}
"""Rules that may give way for one person. No other does: what rests on law, on safety,
on training or on who may not be together is never waived."""
