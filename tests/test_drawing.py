"""Drawings say what they seem to say, and are read as they were written."""

from rostering.drawing import draw, parse


def test_two_turns_in_one_day_are_joined_by_a_plus() -> None:
    rota = parse("Ann E+N - L")
    turns = [
        (shift.day.day, shift.turn)
        for shift in rota.shifts_of(rota.problem.people[0].id)
    ]
    assert turns == [(4, "early"), (4, "night"), (6, "late")]


def test_a_day_of_leave_may_be_drawn_with_a_shift() -> None:
    rota = parse("Ann A+L -")
    assert len(rota.problem.leave) == 1
    assert len(rota.fills) == 1


def test_a_drawing_is_read_as_it_was_written() -> None:
    text = draw(parse("Ann E+N A+L T -\nBob:special - L - S"))
    assert draw(parse(text)) == text
    assert "Ann:paramedic E1+N1 A+L1 T -" in text.splitlines()
