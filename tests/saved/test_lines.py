from datetime import date

from rostering.drawing import parse
from rostering.saved.lines import COLUMNS, State, lines_of

CREW = "Ann:paramedic L\nBob:regular {bob}\ncrew p:paramedic o:regular*1-2\nneed L"


def states(drawing):
    lines = lines_of(parse(drawing))
    return [(line.post, line.state.value, line.person) for line in lines]


def test_there_is_a_line_for_everybody_and_for_every_empty_place():
    assert states(CREW.format(bob="L")) == [
        ("p", "filled", "Ann"),
        ("o", "filled", "Bob"),
        ("o", "spare", ""),
    ]


def test_a_place_below_the_least_is_open_and_one_below_the_wanted_is_spare():
    assert states(CREW.format(bob="-")) == [
        ("p", "filled", "Ann"),
        ("o", "open", ""),
        ("o", "spare", ""),
    ]


def test_more_people_than_wanted_leave_nothing_spare():
    drawing = "Ann:paramedic L\nBob:paramedic L\ncrew p:paramedic"
    assert [state for _, state, _ in states(drawing)] == ["filled", "filled"]


def test_lines_come_in_order_of_date_car_and_post(built):
    keys = [(line.day, line.unit) for line in built.lines]
    assert keys == sorted(keys)
    assert {line.unit for line in built.lines if line.day == date(2027, 1, 7)} == {
        "J1",
        "J2",
    }


def test_an_empty_place_gives_its_reason_and_a_filled_one_none(built):
    for line in built.lines:
        assert bool(line.reason) == (line.state is not State.FILLED)


def test_times_carry_the_offset_of_their_own_moment():
    # The clocks go forward at 01:00 on Sunday 28 March 2027.
    (line,) = lines_of(parse("start 2027-03-27\nAnn N"))
    assert line.texts["start"] == "2027-03-27T21:00+00:00"
    assert line.texts["end"] == "2027-03-28T07:00+01:00"


def test_the_texts_are_those_of_the_columns(built):
    for line in built.lines:
        assert tuple(line.texts) == COLUMNS
