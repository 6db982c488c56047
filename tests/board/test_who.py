"""The reasons on the board are those of `rota why` and `rota gaps`."""

from hypothesis import given, settings

from rostering.audit import audit
from rostering.board.desk.board import Board, Given
from rostering.board.desk.sheet import By, Picked
from rostering.board.desk.who import PersonAsked, PlaceAsked, Who, in_order, may
from rostering.explain.gaps import gaps
from rostering.explain.why import why
from rostering.saved.lines import lines_of
from tests.board.conftest import board_of, pick
from tests.explain.asking import EVERY_RULE, rotas


def every_question(board):
    """What every cell asks, by car and by person."""
    for by in By:
        board.by = by
        for row in range(len(board.sheet.rows)):
            for day in board.problem.period.days:
                board.picked = Picked(row, day)
                if (asked := board.asked()) is not None:
                    yield asked


def test_whoever_is_not_there_could_be_by_the_same_reasons_as_why_gives(board):
    asked = [a for a in every_question(board) if isinstance(a, PlaceAsked) and a.fill]
    assert asked
    for each in asked:
        found = why(board.given.rota, board.given.rules, each.person, [each.shift])
        assert tuple(board.study.answers(each)) == found.options


def test_an_empty_place_is_refused_by_the_same_reasons_as_gaps_gives(board):
    asked = [a for a in every_question(board) if isinstance(a, PlaceAsked)]
    empty = [each for each in asked if each.fill is None]
    assert {each.shift.day.day for each in empty} == {4, 5, 6, 7}
    for each in empty:
        told = gaps(board.given.rota, board.given.rules, [each.shift])
        gap = next(gap for gap in told if gap.post == each.post)
        answers = board.study.answers(each)
        assert [(a.fill.person, a.objections) for a in answers] == [
            (stop.person, stop.objections) for stop in gap.stops
        ]


def test_somebody_off_the_cars_could_be_where_why_says(board):
    asked = [a for a in every_question(board) if isinstance(a, PersonAsked)]
    assert asked
    for each in asked:
        shifts = board.problem.shifts_on[each.day]
        found = why(board.given.rota, board.given.rules, each.person, shifts)
        assert tuple(board.study.answers(each)) == found.options


@settings(max_examples=20)
@given(rotas(edited=True))
def test_knowing_what_is_broken_already_changes_no_answer(rota):
    if not rota.problem.shifts or not rota.problem.people:
        return
    board = Board(lines_of(rota), Given(rota, EVERY_RULE, rota.problem.period.first))
    standing = frozenset(audit(rota, EVERY_RULE).hard)
    quick, plain = Who(rota, EVERY_RULE, standing), Who(rota, EVERY_RULE, None)
    for asked in set(every_question(board)):
        assert list(quick.answers(asked)) == list(plain.answers(asked))


def test_those_who_may_come_first(board):
    pick(board, 1)
    told = in_order(list(board.study.answers(board.asked())), board.given.rota)
    assert [(option.fill.person, may(option)) for option in told] == [
        ("Bob", True),
        ("Ann", False),
    ]


def test_answers_are_worked_out_once_and_given_up_when_nobody_waits(board):
    pick(board, 1)
    asked = board.asked()
    assert list(board.study.answers(asked, lambda: True)) == []
    whole = list(board.study.answers(asked))
    assert len(whole) == 2
    again = list(board.study.answers(asked, lambda: True))
    assert [id(option) for option in again] == [id(option) for option in whole]


def test_a_day_without_cars_asks_nothing(board):
    pick(board, 5)
    assert board.asked() is None
    board.by = By.PERSON
    assert board.asked() is None


def test_a_pin_that_holds_somebody_is_told():
    board = board_of("Ann L1 -\nBob - -\ncrew p:paramedic\npin Ann on L1")
    pick(board, 1)
    (held,) = board.study.held(board.asked().fill)
    assert held.rule == "PIN-01"
