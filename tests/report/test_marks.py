from rostering.drawing import parse
from rostering.report.console.marks import Marks
from rostering.saved.lines import lines_of


def marks_of(drawing, **renamed):
    lines = lines_of(parse(drawing))
    marks = Marks(lines)
    return [marks.of(line) for line in lines], marks


def test_a_car_is_marked_by_what_follows_the_part_that_all_share():
    class Line:
        def __init__(self, unit, turn):
            self.unit, self.turn = unit, turn

    def marks(*shifts):
        lines = [Line(*shift) for shift in shifts]
        made = Marks(lines)
        return [made.of(line) for line in lines]

    assert marks(("JR-01", "late"), ("JR-04", "late")) == ["01 L", "04 L"]
    assert marks(("JR-01", "late")) == ["JR-01 L"]
    assert marks(("JR10", "late"), ("JR12", "late")) == ["JR10 L", "JR12 L"]
    assert marks(("A-", "late"), ("A-1", "late")) == ["A- L", "1 L"]


def test_turns_that_begin_alike_are_marked_by_more_letters():
    drawing = "Ann N S\nneed - -"
    assert marks_of(drawing)[0] == ["J1 N", "J1 S"]


def test_the_key_says_how_a_mark_is_read():
    marks = marks_of("Ann L1 L2 S1")[1]
    assert marks.key == "J1 L is J1, late; J1 S is J1, specials."
    assert marks.width == 4
