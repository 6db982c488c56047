"""Putting in, taking out, exchanging and undoing, on a board without a screen."""

import pytest

from rostering.board.desk.tries import Refused
from rostering.domain import Rota
from tests.board.conftest import answer, on_car, pick


def test_somebody_is_put_into_an_open_place(board):
    pick(board, 1)
    board.put(answer(board, "Bob"))
    assert on_car(board, 1) == {"p Bob"}
    assert board.has_unkept
    assert board.tries.words == ["Bob put on J1 late, Mon 4 Jan"]


def test_whoever_is_there_makes_room(board):
    pick(board, 3)
    board.put(answer(board, "Bob"))
    assert on_car(board, 3) == {"p Bob", "o Sam"}
    assert board.tries.words == ["Bob in place of Ann on J1 late, Wed 6 Jan"]


def test_a_spare_place_is_filled_beside_whoever_is_there(board):
    pick(board, 2, row=2)
    board.put(answer(board, "Tom"))
    assert on_car(board, 2) == {"p Bob", "o Sam", "o Tom"}


def test_somebody_is_taken_out(board):
    pick(board, 2)
    board.take_out()
    assert on_car(board, 2) == {"o Sam"}
    assert board.tries.words == ["Bob taken off J1 late, Tue 5 Jan"]
    with pytest.raises(Refused, match="Nobody is there"):
        board.take_out()


def test_two_people_exchange_their_places(board):
    pick(board, 2)
    board.mark()
    pick(board, 3)
    board.swap()
    assert on_car(board, 2) == {"p Ann", "o Sam"}
    assert on_car(board, 3) == {"p Bob", "o Sam"}
    assert board.marked is None
    assert len(board.tries.done) == 1


def test_somebody_moves_to_a_place_that_is_empty(board):
    pick(board, 2)
    board.mark()
    pick(board, 4)
    board.swap()
    assert on_car(board, 2) == {"o Sam"}
    assert on_car(board, 4) == {"p Bob"}


def test_nobody_is_on_a_shift_twice(board):
    pick(board, 2, row=1)
    board.mark()
    pick(board, 3)
    with pytest.raises(Refused, match="Sam is on J1 late already"):
        board.swap()
    assert not board.has_unkept


def test_nobody_swaps_with_themselves_or_unmarked(board):
    pick(board, 2)
    with pytest.raises(Refused, match="Mark somebody first"):
        board.swap()
    board.mark()
    with pytest.raises(Refused, match="themselves"):
        board.swap()
    board.mark()
    assert board.marked is None


def test_tries_are_undone_and_done_again_in_order(board):
    pick(board, 2)
    board.take_out()
    pick(board, 3)
    board.take_out()
    board.undo()
    assert on_car(board, 3) == {"p Ann", "o Sam"}
    board.undo()
    assert on_car(board, 2) == {"p Bob", "o Sam"}
    assert not board.has_unkept
    with pytest.raises(Refused, match="Nothing is tried"):
        board.undo()
    board.redo()
    board.redo()
    assert on_car(board, 2) == on_car(board, 3) == {"o Sam"}
    with pytest.raises(Refused, match="Nothing was undone"):
        board.redo()


def test_a_new_try_forgets_what_was_undone(board):
    pick(board, 2)
    board.take_out()
    board.undo()
    pick(board, 3)
    board.take_out()
    with pytest.raises(Refused, match="Nothing was undone"):
        board.redo()


def test_what_is_kept_is_no_longer_unkept_until_it_is_undone(board):
    pick(board, 2)
    board.take_out()
    board.note_kept(board.tries.rota)
    assert board.is_tried
    assert not board.has_unkept
    board.undo()
    assert board.has_unkept


def test_the_rota_that_was_opened_is_left_as_it_was(board):
    before = Rota(board.problem, board.given.rota.fills)
    pick(board, 2)
    board.take_out()
    assert board.given.rota == before
    assert board.changed == frozenset()
    pick(board, 1)
    board.put(answer(board, "Bob"))
    assert {fill.person for fill in board.changed} == {"Bob"}
