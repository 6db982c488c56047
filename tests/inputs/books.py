"""A small book without a fault, and ways to spoil, write and read it."""

import csv
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import Workbook

import inputs
from inputs._cells import letters
from rostering.domain import Fault, Place, Problem

FIRST = date(2027, 1, 4)

SMALL_BOOK = """
Units
callsign | area  | districts | base | force | trust | priority | from       | to
JR-01    | North | Northtown | A    | F     | T     | 1        | 01/01/2026 |
JR-02    | South |           | B    | F     | T     | 2        |            |

Cover
unit  | days     | turn  | start | end   | crew | from       | to         | priority
JR-01 | Mon-Thu  | late  | team  | team  | pair | 04/01/2027 | 17/01/2027 | 1
JR-01 | Fri, Sat | night | 18:00 | 02:00 | pair | 04/01/2027 | 17/01/2027 |
JR-02 | Sun      | late  | 15:00 | 01:00 | pair |            |            |

Crews
crew | post      | roles             | least | wanted | most | skills
pair | paramedic | paramedic         | 1     | 1      | 1    | any: driving
pair | police    | regular > special | 1     | 1      | 2    | first aid

People
id|name|role|employer|units|team|weekly hours|overtime|status|opt-out from|opt-out to\
|main job start|main job end|from|to|imported|unsocial scheme|band\
|hourly rate|commute|other hours|same as
P01 | Ann Ash | paramedic | T | JR-01, JR-02 |     | 37.5 | Y |     | 01/04/2026 \
| 31/03/2027 |       |       | 01/01/2020 | | | S2 | Band 6 | £18.25 | 35
P02 | Ben Bay | paramedic | T | JR-02, any   |     | 30   | N |     | | | | | |
R01 | Cat Cox | regular   | F | any          | Red |      |   |     | | | | | |
S01 | Dan Day | special   | F | JR-01        |     |      |   | IPS | | \
| 09:00 | 17:00 | |
S02 | Eve Elm | special   | F | any          |     |      |   | dps | | | | | |

Skills
role    | skill     | posts  | valid months | warn days
special | first aid | police | 12           | 60
regular | first aid |        | 12           |

Training
person | skill     | from       | expires | imported
S01    | first aid | 01/06/2026 | 31/05/2027
R01    | first aid | 15/03/2026 |
P01    | driving   |            |

Courses
course | skill     | date       | start | end   | places | roles            | booked \
| imported
FA1    | first aid | 12/01/2027 | 09:00 | 17:00 | 8      | regular, special | R01; S02

Teams
team | district | anchor | pattern | least on duty \
| early start | early end | late start | late end | night start | night end | imported
Red | Northtown | 04/01/2027 | L L L L - - - | 1 | 07:00 | 17:00 | 15:00 | 01:00 | |

Leave
person | kind   | from       | to         | start | end   | status | imported
P01    | AL     | 06/01/2027 | 07/01/2027 |       |       |
P02    | trg    | 05/01/2027 | 05/01/2027 | 09:00 | 13:00 | approved
R01    | annual | 14/01/2027 | 15/01/2027 |       |       | requested

Availability
person | date       | from  | to | imported
S01    | 08/01/2027 | 18:00 | 02:00
S02    | 09/01/2027 | 18:00 | 03:00

Requests
person | want | from       | to         | unit  | weight | imported
P01    | off  | 16/01/2027 | 17/01/2027 | JR-01 | 3
P02    | work | 09/01/2027 |            |       |

Pairs
first | second | kind   | from       | to         | reason
P01   | S01    | never  | 04/01/2027 | 17/01/2027 | private
P01   | S02    | mentor |            |            |

Off road
unit  | from       | to         | reason
JR-02 | 10/01/2027 | 10/01/2027 | service

Pins
person | unit  | date       | pin
S01    | JR-01 | 08/01/2027 | on
S02    | JR-01 | 08/01/2027 | off

History
person | date       | start | end   | unit  | post      | kind | imported
P01    | 02/01/2027 | 18:00 | 02:00 | JR-01 | paramedic |
P02    | 01/01/2027 | 08:00 | 16:00 |       |           | sick

Rules
code    | on | mode | tier         | weight | applies to | parameter | value | source
REST-01 | Y  | hard | duty of care | 5      | P01        | rest      | 11:00 | law
REST-01 |    |      |              |        |            | hours     | 11    |

Waivers
person | rule    | from       | to         | approver | reason      | expires
P01    | RUN-01  | 04/01/2027 | 10/01/2027 | J Lee    | long course | 31/03/2027

Bank holidays
date       | name          | person
15/01/2027 | Founders' day |

Signatures
employer | names
T        | Ann Ash, Pip Poe
F        |
"""

Sheets = dict[str, list[list[str]]]


def small_book() -> Sheets:
    """Two cars, five people and a row or two of everything else."""
    sheets = {}
    for block in SMALL_BOOK.strip().split("\n\n"):
        name, head, *rows = block.splitlines()
        sheets[name] = [[cell.strip() for cell in head.split("|")]]
        more(sheets, name, *rows)
    return sheets


def put(
    sheets: Sheets, sheet: str, values: Mapping[str, str], *, row: int = 2
) -> Sheets:
    """Put values under headers into one row; a row further down is a new one."""
    lines = sheets[sheet]
    if len(lines) < row:
        lines.append([""] * len(lines[0]))
    for header, value in values.items():
        lines[row - 1][lines[0].index(header)] = value
    return sheets


def more(sheets: Sheets, sheet: str, *rows: str) -> Sheets:
    """Add rows, drawn as the book is."""
    width = len(sheets[sheet][0])
    for row in rows:
        cells = [cell.strip() for cell in row.split("|")]
        sheets[sheet].append(cells + [""] * (width - len(cells)))
    return sheets


def cell_of(sheets: Sheets, sheet: str, header: str, row: int = 2) -> str:
    """The address of a cell under the header."""
    return f"{letters(sheets[sheet][0].index(header) + 1)}{row}"


def write_csv(folder: Path, sheets: Sheets) -> Path:
    """Write each sheet as a CSV file of the folder."""
    folder.mkdir(exist_ok=True)
    for name, lines in sheets.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(lines)
    return folder


def write_workbook(file: Path, sheets: Sheets) -> Path:
    """Write all sheets into one workbook, dates, times and numbers as such."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for number, line in enumerate(lines, 1):
            for index, text in enumerate(line, 1):
                sheet.cell(number, index, typed(text))
    book.save(file)
    return file


def typed(text: str) -> date | time | float | str | None:
    """What a spreadsheet makes of the text."""
    if re.fullmatch(r"\d\d/\d\d/\d{4}", text):
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007
    if re.fullmatch(r"([01]\d|2[0-3]):\d\d", text):
        return time.fromisoformat(text)
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return text or None


def faults_in(path: Path) -> tuple[Fault, ...]:
    """Every fault of a book that is planned from the usual day."""
    try:
        return inputs.read(path, first=FIRST, weeks=2).warnings
    except inputs.BadInputs as bad:
        return bad.faults


def problem_in(path: Path) -> Problem:
    """What a book without a fault asks."""
    reading = inputs.read(path, first=FIRST, weeks=2)
    assert reading.warnings == ()
    return reading.problem


def placeless(thing: object) -> object:
    """Everything that a problem says, but not where it says so."""
    if isinstance(thing, Place):
        return None
    if is_dataclass(thing):
        said = [placeless(getattr(thing, field.name)) for field in fields(thing)]
        return type(thing).__name__, *said
    if isinstance(thing, tuple):
        return tuple(map(placeless, thing))
    return thing
