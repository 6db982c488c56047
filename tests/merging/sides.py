"""A rota that two people go on from, each in their own way."""

from hypothesis import strategies as st

from rostering.domain import Fill, Rota
from rostering.drawing import parse
from rostering.merging.places import Spot

DRAWING = """
Ann:paramedic - - -
Bob:paramedic - - -
Cat:paramedic - - -
Sam:special - - -
Tom:special - - -
terms Sam status=IPS
terms Tom status=IPS
crew p:paramedic o:special*1-2
offer Sam S1 S2 S1
offer Tom S1 S2 S1
need S1+S2 S1+S2 S1
"""


def problem():
    return parse(DRAWING).problem


PROBLEM = problem()
SPOTS = [Spot(s, post.name) for s in PROBLEM.shifts for post in s.crew.posts]
PEOPLE = [person.id for person in PROBLEM.people]
CHANGES = st.lists(
    st.tuples(st.sampled_from(SPOTS), st.sampled_from(PEOPLE)), max_size=6
)


def toggled(fills, changes):
    """The fills with some people put somewhere, or taken off where they are."""
    for spot, person in changes:
        fills = fills ^ {Fill(person, *spot)}
    return frozenset(fills)


FILLS = CHANGES.map(lambda changes: toggled(frozenset(), changes))
THREE = st.tuples(FILLS, CHANGES, CHANGES).map(
    lambda drawn: (drawn[0], toggled(drawn[0], drawn[1]), toggled(drawn[0], drawn[2]))
)


def rota(fills):
    return Rota(PROBLEM, frozenset(fills))


def at(unit, day, post):
    """The place of a car on the first, second or third day."""
    days = sorted({shift.day for shift in PROBLEM.shifts})
    (shift,) = [s for s in PROBLEM.shifts if (s.unit, s.day) == (unit, days[day])]
    return Spot(shift, post)


def fills(**placed):
    """Fills such as `J1p0="Ann"`, `J1o0="Sam Tom"`: car, post, day."""
    return frozenset(
        Fill(person, *at(name[:2], int(name[3]), name[2]))
        for name, people in placed.items()
        for person in people.split()
    )
