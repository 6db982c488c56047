"""Invented people with awkward names, and the small book that knows them."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TRUST, FORCE = "SECAmb", "Kent Police"

_PATTERN = "EELLNN----"
_ANCHORS = {"Red": date(2027, 1, 4), "Blue": date(2027, 1, 6)}


@dataclass(frozen=True)
class Person:
    """Somebody of the book."""

    id: str
    forename: str
    surname: str
    role: str
    unit: str
    team: str = ""

    @property
    def name(self) -> str:
        """As the rota shows it."""
        return f"{self.forename} {self.surname}"

    @property
    def employer(self) -> str:
        """Trust or force."""
        return TRUST if self.role == "paramedic" else FORCE

    def has_turn(self, day: date) -> bool:
        """Whether the pattern of the team has a turn on the day."""
        anchor = _ANCHORS.get(self.team)
        return anchor is not None and _PATTERN[(day - anchor).days % 10] != "-"

    @property
    def digits(self) -> str:
        """The number without letters before it."""
        return self.id.lstrip("PCS")


_ROLES = {"2": "paramedic", "0": "paramedic", "P": "regular", "S": "special"}
_CAST = """
20413377 Shanice|Kalsi|JR-01
00417782 Oisin|Ismail|JR-01
20413451 Grace|O'Brien|JR-04
20413502 Patryk|Kovacs|JR-04
20413596 Kamila|Smith-Jones|JR-07
20413610 John|Smith|JR-07
20413644 Jane|Smith|JR-01
20413688 William|McDonald|JR-04
PC12345 John|Smith|JR-01|Red
PC12382 Deepak|Finnegan|JR-01|Red
PC12419 Leon|Sandhu|JR-04|Red
PC12456 Tess|Craddock|JR-04|Red
PC12493 Aaron|Langridge|JR-07|Blue
PC12530 Maria|de la Cruz|JR-07|Blue
PC12567 Thanh|Bui|JR-01|Blue
PC12604 Niamh|Ormerod|JR-04|Blue
SC70118 Mairi|Grewal|JR-01
SC70147 Fiona|Sahota|JR-01
SC70176 Jamal|Pillai|JR-04
SC70205 Elizabeth|Brannigan|JR-04
SC70234 Zoë|Cobbold|JR-07
SC70263 Wes|Keeble|JR-07
"""


def _person(line: str) -> Person:
    number, rest = line.split(" ", 1)
    forename, surname, unit, *team = rest.split("|")
    return Person(number, forename, surname, _ROLES[number[0]], unit, "".join(team))


CAST = tuple(map(_person, _CAST.strip().splitlines()))
PARAMEDICS = tuple(one for one in CAST if one.role == "paramedic")
REGULARS = tuple(one for one in CAST if one.role == "regular")
SPECIALS = tuple(one for one in CAST if one.role == "special")
BY_NAME = {one.id: one for one in CAST}
NEWCOMERS = tuple(
    map(
        _person,
        (
            "20419001 Bryn|Tatlock|JR-01",
            "20419018 Ines|Adeyemi|JR-04",
            "00419025 Marek|Fenwick|JR-07",
            "20419049 Uche|Oyelaran|JR-07",
        ),
    )
)
"""People whom the book does not know yet."""

SKILLS = {
    "paramedic": ("registration", "officer safety", "police radio"),
    "regular": ("personal safety", "first aid"),
    "special": ("personal safety", "first aid"),
}

_SHEETS = {
    "Units": """
callsign|area|districts|base|force|trust|priority
JR-01|Dartford|Northtown|Dartford|Kent Police|SECAmb|1
JR-04|Medway|Northtown|Medway|Kent Police|SECAmb|2
JR-07|Thanet|Northtown|Thanet|Kent Police|SECAmb|3
""",
    "Crews": """
crew|post|roles|least|wanted|most|skills
late crew|paramedic|paramedic|1|1|1|
late crew|officer|regular|1|1|1|
night crew|paramedic|paramedic|1|1|1|
night crew|officer|special|1|2|2|
""",
    "Teams": """
team|district|anchor|pattern|least on duty|early start|early end|late start|late end|night start|night end
Red|Northtown|04/01/2027|E E L L N N - - - -|1|07:00|17:00|15:00|01:00|21:00|07:00
Blue|Northtown|06/01/2027|E E L L N N - - - -|1|07:00|17:00|15:00|01:00|21:00|07:00
""",  # noqa: E501
}


def sheets() -> dict[str, list[list[str]]]:
    """The small book: cars, crews, teams, people and skills."""
    drawn = {
        name: [line.split("|") for line in text.strip().splitlines()]
        for name, text in _SHEETS.items()
    }
    drawn["Cover"] = [["unit", "days", "turn", "start", "end", "crew"]]
    for unit in ("JR-01", "JR-04", "JR-07"):
        late = [unit, "Mon-Thu, Sun", "late", "team", "team", "late crew"]
        night = [unit, "Fri, Sat", "night", "18:00", "02:00", "night crew"]
        drawn["Cover"] += [late, night]
    drawn["People"] = [
        ["id", "name", "role", "employer", "units", "team", "weekly hours", "status"]
    ]
    drawn["People"] += map(_line, CAST)
    drawn["Skills"] = [["role", "skill", "posts", "valid months", "warn days"]]
    drawn["Skills"] += (
        [role, skill, "", "12", "90"]
        for role, skills in SKILLS.items()
        for skill in skills
    )
    return drawn


def _line(one: Person) -> list[str]:
    hours = "37.5" if one.role == "paramedic" else ""
    status = "IPS" if one.role == "special" else ""
    team = [one.unit, one.team, hours, status]
    return [one.id, one.name, one.role, one.employer, *team]


def write_book(folder: Path) -> Path:
    """Write the book as CSV files into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in sheets().items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)
    return folder
