"""Every sheet that a book may have, in the order of the empty book."""

from inputs._columns import Row, SheetForm
from inputs.availability import AVAILABILITY
from inputs.bank_holidays import BANK_HOLIDAYS
from inputs.courses import COURSES
from inputs.cover import COVER
from inputs.crews import CREWS
from inputs.history import HISTORY
from inputs.leave import LEAVE
from inputs.pairs import PAIRS
from inputs.people import PEOPLE
from inputs.pins import PINS
from inputs.requests import REQUESTS
from inputs.rules import RULES
from inputs.signatures import SIGNATURES
from inputs.skills import SKILLS
from inputs.teams import TEAMS
from inputs.training import TRAINING
from inputs.units import OFF_ROAD, UNITS
from inputs.waivers import WAIVERS

SHEETS: tuple[SheetForm[Row], ...] = (
    UNITS,
    COVER,
    CREWS,
    PEOPLE,
    SKILLS,
    TRAINING,
    COURSES,
    TEAMS,
    LEAVE,
    AVAILABILITY,
    REQUESTS,
    PAIRS,
    OFF_ROAD,
    PINS,
    HISTORY,
    RULES,
    WAIVERS,
    BANK_HOLIDAYS,
    SIGNATURES,
)
