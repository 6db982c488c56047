"""A book small enough to know its best rota by heart."""

from datetime import date

from tests.inputs.books import Sheets

FIRST = date(2027, 1, 4)
LAST = date(2027, 1, 10)

FALLS = """
Units
callsign | area  | base | force | trust
F-1      | North | A    | none  | T

Cover
unit | days    | turn | start | end   | crew
F-1  | Mon-Thu | day  | 08:00 | 18:00 | falls

Crews
crew  | post            | roles           | least | wanted | most
falls | paramedic       | paramedic       | 1     | 1      | 1
falls | physiotherapist | physiotherapist | 1     | 2      | 2

People
id | name     | role            | employer | units | weekly hours
P1 | Ann Lee  | paramedic       | T        | F-1   | 37.5
P2 | =Bob Day | paramedic       | T        | F-1   | 37.5
X1 | Cat Fox  | physiotherapist | H        | F-1   | 37.5

Leave
person | kind   | from       | to
X1     | annual | 06/01/2027 | 06/01/2027

History
person | date       | start | end   | unit | post
P1     | 29/12/2026 | 08:00 | 18:00 | F-1  | paramedic
"""
"""Four days; on Wednesday the only physiotherapist is on leave: three can be crewed."""


def falls() -> Sheets:
    """The sheets of the small book."""
    sheets = {}
    for block in FALLS.strip().split("\n\n"):
        name, *lines = block.splitlines()
        sheets[name] = [[cell.strip() for cell in line.split("|")] for line in lines]
    return sheets
