"""The grid without a screen: what stands where, and going about it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rostering.board.desk import Board
from rostering.board.desk.cells import fitted
from rostering.board.desk.moving import moved, next_named, next_open
from rostering.board.desk.picture import Picture
from rostering.board.desk.sheet import By, Picked
from rostering.board.desk.words import cell_in_words
from rostering.domain import Rota
from rostering.saved.lines import lines_of
from tests.board.conftest import answer, board_of, pick

MONDAY = date(2027, 1, 4)
TWO_WEEKS = """
Ann:paramedic L1 - - - - - - A A - E1 - - -
Bob:paramedic - L1 - - - - - - L1 - - - - -
crew p:paramedic
need L1 L1 L1 - - - - L1 L1 - E1 - - -
holiday x
"""


@pytest.fixture
def fortnight():
    return board_of(TWO_WEEKS)


def seen(board, width=80):
    picture = Picture(board, width)
    lines = [picture.line(y).plain for y in range(picture.height)]
    assert all(len(line) <= width for line in lines)
    return "\n".join(line.rstrip() for line in lines)


def test_cars_stand_week_by_week_with_their_turns(fortnight, snapshot):
    assert seen(fortnight) == snapshot
    assert seen(fortnight, 160) == snapshot


def test_people_stand_with_their_shifts_and_what_keeps_them_away(fortnight, snapshot):
    fortnight.turn()
    assert seen(fortnight) == snapshot
    assert seen(fortnight, 160) == snapshot


def test_what_is_tried_or_marked_is_seen_without_colour(board):
    pick(board, 1)
    board.put(answer(board, "Bob"))
    pick(board, 3)
    board.mark()
    assert "≠Bob" in seen(board)
    assert "»Ann" in seen(board)


def test_whoever_is_taken_out_leaves_a_mark(board):
    pick(board, 2)
    board.take_out()
    assert "□≠p" in seen(board)
    board.turn()
    (bob,) = (line for line in seen(board).splitlines() if line.startswith("Bob"))
    assert bob.split() == ["Bob", "≠"]


def test_every_cell_is_at_the_point_where_it_is_drawn(fortnight):
    for by in By:
        fortnight.by = by
        picture = Picture(fortnight, 100)
        cells = {
            picture.at(x, y) for y in range(picture.height) for x in range(100)
        } - {None}
        rows = range(len(fortnight.sheet.rows))
        days = [MONDAY + timedelta(days=n) for n in range(14)]
        assert cells == {Picked(row, day) for row in rows for day in days}
        for cell in cells:
            assert cell in {picture.at(x, picture.y_of(cell)) for x in range(100)}


def test_the_days_stay_in_sight_while_a_block_is_scrolled(fortnight):
    picture = Picture(fortnight, 80)
    heads = [picture.head(y).plain.split()[:2] for y in range(picture.height)]
    week = [["Week", "of"], *[["Mon", "4"]] * 3], [["Week", "of"], *[["Mon", "11"]] * 3]
    assert heads == [*week[0], *week[1]]


def test_a_block_that_fits_is_seen_whole_and_a_longer_one_from_its_days(fortnight):
    picture = Picture(fortnight, 80)
    second = Picked(0, MONDAY + timedelta(days=7))
    assert picture.around(second, 4) == (4, 7)
    assert picture.around(second, 3) == (5, 7)


def test_beyond_the_last_place_the_next_week_begins(board, fortnight):
    last = len(fortnight.sheet.rows) - 1
    next_week = MONDAY + timedelta(days=7)
    assert moved(fortnight.sheet, Picked(last, MONDAY), 1) == Picked(0, next_week)
    assert moved(fortnight.sheet, Picked(0, next_week), -1) == Picked(last, MONDAY)


def test_nothing_goes_beyond_the_edges(fortnight):
    sheet, first = fortnight.sheet, Picked(0, MONDAY)
    last = Picked(len(sheet.rows) - 1, MONDAY + timedelta(days=13))
    assert moved(sheet, first, rows=-1) == moved(sheet, first, days=-1) == first
    assert moved(sheet, last, rows=1) == moved(sheet, last, days=7) == last
    assert moved(sheet, first, days=10_000).day == last.day


def test_the_next_open_place_is_found_round_the_end(fortnight):
    sheet = fortnight.sheet
    days = []
    cell = Picked(0, MONDAY)
    for _ in range(3):
        cell = next_open(sheet, cell)
        days.append(cell.day.day)
    assert days == [6, 11, 6]
    assert next_open(sheet, Picked(0, MONDAY), -1).day.day == 11


def test_where_nothing_is_open_none_is_found():
    board = board_of("Ann:paramedic L1\ncrew p:paramedic\nneed L1")
    assert next_open(board.sheet, board.picked) is None


def test_somebody_is_found_by_a_part_of_the_name(fortnight):
    found = next_named(fortnight.sheet, Picked(0, MONDAY), "an")
    assert found.day.day == 14
    assert next_named(fortnight.sheet, found, "an").day.day == 4
    assert next_named(fortnight.sheet, found, "Zed") is None
    assert next_named(fortnight.sheet, found, " ") is None
    fortnight.turn()
    assert next_named(fortnight.sheet, Picked(0, MONDAY), "bo") == Picked(1, MONDAY)


def test_turning_stays_with_whoever_is_picked(fortnight):
    pick(fortnight, 2)
    fortnight.turn()
    row = fortnight.sheet.rows[fortnight.picked.row]
    assert (row.label, fortnight.picked.day.day) == ("Bob", 5)
    fortnight.turn()
    (line,) = fortnight.sheet.at(fortnight.picked)
    assert (line.name, line.day.day) == ("Bob", 5)


def test_a_cell_says_what_it_is(board):
    pick(board, 1)
    assert cell_in_words(board).plain == (
        "Mon 4 Jan 2027, J1 late 15:00–01:00\np: □ open"
    )
    pick(board, 5)
    assert cell_in_words(board).plain == "Fri 8 Jan 2027, J1\nno place here"


def test_without_a_book_only_the_lines_are_seen(board):
    share = Board(board._opened)
    assert share.asked() is None
    assert not share.has_unkept
    assert not share.is_tried
    share.turn()
    assert [row.label for row in share.sheet.rows] == ["Ann", "Bob", "Sam"]
    assert "▬" not in seen(share)


def test_a_wide_script_stays_in_its_columns(board):
    problem = board.problem
    people = tuple(replace(p, name="山田 太郎山田太郎") for p in problem.people)
    rota = Rota(replace(problem, people=people), board.given.rota.fills)
    wide = Board(lines_of(rota), replace(board.given, rota=rota))
    for by in By:
        wide.by = by
        picture = Picture(wide, 80)
        widths = {picture.line(y).cell_len for y in range(picture.height)}
        assert max(widths) <= 80


@pytest.mark.parametrize(
    ("width", "said"),
    [(13, "Grace Elphick"), (9, "G Elphick"), (8, "Elphick"), (6, "G Elp…"), (0, "…")],
)
def test_a_name_is_as_long_as_there_is_room(width, said):
    assert fitted("Grace Elphick", width) == said
