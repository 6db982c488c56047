"""A board that fits on a page: five days, two people for each crew."""

from datetime import date

import pytest

from rostering.board.desk import Board, Given
from rostering.board.desk.sheet import Picked
from rostering.drawing import parse
from rostering.rulebook import rulebook
from rostering.saved.lines import lines_of

DRAWING = """
Ann:paramedic A - L1 - -
Bob:paramedic - L1 - - -
Sam:special - L1 L1 - -
Tom:special - - - - -
terms Sam status=IPS
terms Tom status=IPS
crew p:paramedic o:special*1-2
offer Sam L1 L1 L1 - -
offer Tom L1 L1 L1 L1 -
need L1 L1 L1 L1 -
"""
"""Monday and Thursday are open; on Monday Ann is on leave, and on Thursday Sam has
offered no time. A second place for an officer is spare."""


def board_of(drawing, told_on=date(2026, 12, 1)):
    """The board of a drawing, as it is drawn."""
    rota = parse(drawing)
    rules, faults = rulebook(rota.problem)
    assert not faults
    return Board(lines_of(rota), Given(rota, tuple(rules), told_on))


def pick(board, day, row=0):
    """Pick a cell of a day, counted from 1."""
    board.picked = Picked(row, board.problem.period.days[day - 1])


def on_car(board, day):
    """Who is on the cars on a day, counted from 1, post by post."""
    when = board.problem.period.days[day - 1]
    rota = board.tries.rota
    crews = (rota.crew_of(shift) for shift in board.problem.shifts_on[when])
    return {f"{fill.post} {fill.person}" for crew in crews for fill in crew}


def answer(board, person):
    """The answer about somebody for the picked cell."""
    found = board.study.answers(board.asked())
    return next(option for option in found if option.fill.person == person)


@pytest.fixture
def board():
    return board_of(DRAWING)
