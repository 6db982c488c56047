"""Books in which known rules, pins and facts clash, drawn piece by piece.

Ann is pinned to the late turn of Monday. A *forcing* rule asks somebody with her, and
each of the others who could come is kept away by one rule: a *killer*.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import Any

from constraints import RULES, Rule
from rostering.domain import Mode, PersonId, Problem
from rostering.drawing import parse
from tests.explain.test_clash import placed

HOURS = timedelta(hours=1)


@dataclass(frozen=True)
class Killer:
    """What keeps one person, drawn as `{who}`, from Monday's late turn."""

    person: str
    """The person's own line."""
    lines: str = ""
    cells: tuple[str, ...] = ()
    """The sheets whose cells must be named."""
    set_to: tuple[tuple[str, Any], ...] = ()
    """How the rule is set for this person."""


REGULAR = "{who}:regular -"
VOLUNTEER = "offer {who} L\nterms {who} status=IPS"
WORKED = "{who}:regular .L -"

KILLERS: dict[str, Killer] = {
    "AVAIL-01": Killer("{who}:special -", "terms {who} status=IPS", ("People",)),
    "CHANGE-03": Killer(REGULAR, "published {who} L2\ntold 2027-01-05"),
    "CLASH-01": Killer(REGULAR, "pin {who} on L2", ("Pins",)),
    "FATIGUE-06": Killer(REGULAR, "terms {who} commute=60", ("People",)),
    "FATIGUE-07": Killer(REGULAR, "terms {who} commute=130", ("People",)),
    "HOURS-01": Killer(WORKED, "", ("History",), (("most", 15 * HOURS),)),
    "HOURS-02": Killer(
        REGULAR, "", (), (("most", 1 * HOURS), ("weeks", 1), ("team_week", 0 * HOURS))
    ),
    "HOURS-04": Killer(REGULAR, "terms {who} hours=1"),
    "HOURS-05": Killer(
        REGULAR, "", (), (("most", 1 * HOURS), ("least", 1 * HOURS), ("weeks", 1))
    ),
    "HOURS-06": Killer("{who}:regular .S -", "", ("History",)),
    "HOURS-07": Killer(REGULAR, "", ("Cover",), (("most", 9 * HOURS),)),
    "LATE-01": Killer("{who}@{who} -", "team {who} - L", ("Teams",)),
    "LEAVE-01": Killer("{who}:regular A", "", ("Leave",)),
    "LEAVE-02": Killer("{who}:regular - T", "", ("Courses",)),
    "PAIR-01": Killer(REGULAR, "never {who} Ann", ("Pairs",)),
    "PAIR-02": Killer(REGULAR, "avoid {who} Ann", ("Pairs",)),
    "PAIR-04": Killer(REGULAR, "mentor Zed {who}", ("Pairs",)),
    "POST-01": Killer(REGULAR, "terms {who} employed=2-", ("People",)),
    "REST-01": Killer(REGULAR, "pin {who} on - M2", ("Pins",)),
    "REST-03": Killer(
        "{who}:regular .M+S -", "", ("History", "History"), (("within", 18 * HOURS),)
    ),
    "ROLE-02": Killer("{who}:special -", VOLUNTEER),
    "RUN-01": Killer(WORKED, "", ("History",), (("most", 1),)),
    "RUN-02": Killer(WORKED, "", ("History",), (("most", 1), ("begin", time(22)))),
    "RUN-03": Killer(WORKED, "", ("History",), (("most", 1),)),
    "RUN-04": Killer(WORKED, "", ("History",), (("most", 1), ("days", 2))),
    "SKILL-01": Killer(REGULAR, "asks regular radio", ("Skills",)),
    "TEAM-01": Killer("{who}@{who} -", "team {who}/1 L", ("Teams",)),
    "VOL-01": Killer(
        "{who}:special .L -", VOLUNTEER, ("History",), (("month", 15 * HOURS),)
    ),
    "VOL-03": Killer(
        "{who}:special -",
        f"{VOLUNTEER}\nterms {{who}} job=9-17",
        ("People",),
        (("most", 15 * HOURS),),
    ),
    "VOL-04": Killer(
        "{who}:special -", f"{VOLUNTEER}\nterms {{who}} job=9-17", ("People",)
    ),
    "WISH-02": Killer(REGULAR, "terms {who} units=J2,J1"),
}
"""How each rule that may be hard keeps one person away, and nobody else."""

NO_KILLERS = {
    "CREW-01": "it asks for people, and keeps nobody away",
    "CREW-02": "it asks for somebody itself: whoever is no help is not in its clash",
    "CREW-03": "it asks for somebody itself: whoever is no help is not in its clash",
    "PIN-01": "pins are what is planted",
    "REST-02": "as a book has it, one day breaks it never; contradictions set it",
    "REST-05": "one's own team's turn takes no rest day, and LATE-01 bars all others",
    "ROAD-01": "it stops the car, and so the pinned person too: it clashes alone",
    "ROAD-02": "it stops the car, and so the pinned person too: it clashes alone",
    **dict.fromkeys(
        (
            *("CREW-04", "CREW-05", "CREW-06", "FAIR-04", "FAIR-06", "FATIGUE-01"),
            *("FATIGUE-02", "FATIGUE-03", "FATIGUE-04", "FATIGUE-05", "PAIR-05"),
            *("PAIR-06", "REST-04", "RUN-05"),
        ),
        "a wish that is seldom made to hold; its drawings are pinned and tried",
    ),
    **dict.fromkeys(
        (
            *("FAIR-07", "FAIR-08", "HOURS-08", "RUN-06", "RUN-07", "TURN-01"),
            *("TURN-03", "TURN-04", "WISH-03"),
        ),
        "on only where a book asks for it; its drawings are pinned and tried",
    ),
}
"""Rules that may be hard and are no killers, with the reason."""

FORCING: dict[str, Callable[[Sequence[str]], str]] = {
    "CREW-01": lambda _: "",
    "CREW-02": lambda names: "\n".join(f"skill {name} driving" for name in names),
    "CREW-03": lambda _: "",
    "PAIR-04": lambda names: "\n".join(f"mentor {name} Ann" for name in names),
}
"""Rules that ask somebody with Ann, and what they need of those who could come."""


@dataclass(frozen=True)
class Planted:
    """A book, its rules, and the clash that is in it."""

    problem: Problem
    rules: tuple[Rule, ...]
    codes: frozenset[str]
    sheets: tuple[str, ...]
    """The sheets of its cells, in order, each as often as it has one."""


def planted(forcing: str, killers: Sequence[str]) -> Planted:
    """A book in which exactly these rules clash with Ann's pin."""
    names = [f"P{n}" for n, _ in enumerate(killers)]
    pieces = [KILLERS[code] for code in killers]
    lines = ["Ann:paramedic -", "Zed:paramedic -", "days 7", "pin Ann on L1"]
    for name, piece in zip(names, pieces, strict=True):
        text = f"{piece.person}\n{piece.lines}"
        lines += text.replace("{who}", name).splitlines()
    optional = "" if forcing == "CREW-01" else "*0-1"
    driving = " any:driving" if forcing == "CREW-02" else ""
    lines.append(f"crew p:paramedic o:regular>special{optional}{driving}")
    lines.append("need L1+L2 M2")
    lines.append(FORCING[forcing](names))
    lines += _held(names, killers)
    problem = placed(parse("\n".join(lines)).problem)
    rules = tuple(_rules({forcing, *killers}, names, killers))
    cells = [sheet for piece in pieces for sheet in piece.cells]
    if forcing == "PAIR-04":
        cells += ["Pairs"] * len(killers)
    sheets = tuple(sorted(["Pins", *cells]))
    return Planted(problem, rules, frozenset({forcing, *killers}), sheets)


def _held(names: Sequence[str], killers: Sequence[str]) -> list[str]:
    """The skill that those hold whom its lack is not to keep away."""
    if "SKILL-01" not in killers:
        return []
    others = zip(names, killers, strict=True)
    return [f"skill {name} radio" for name, code in others if code != "SKILL-01"]


def _rules(codes: set[str], names: Sequence[str], killers: Sequence[str]) -> list[Rule]:
    """Every rule that may be hard; a killer binds nobody but whom it keeps away.

    Rules that also ask for company, or that a drawing of one day breaks by the way,
    are on only where they are planted.
    """
    quiet = {*FORCING, "ROLE-02", "WISH-02", "VOL-01", "VOL-03", "PAIR-02", "HOURS-02"}
    rules: list[Rule] = []
    for code, kind in RULES.items():
        rule = replace(kind(), mode=Mode.HARD) if code in codes else kind()
        if code in killers:
            own = [n for n, c in zip(names, killers, strict=True) if c == code]
            changes = dict(KILLERS[code].set_to)
            rules.append(replace(rule, people=frozenset(map(PersonId, own)), **changes))
        elif code in codes or (kind.is_usual and code not in quiet):
            rules.append(rule)
    return rules
