"""What each person has of the rota."""

from rostering.drawing import parse
from rostering.report.console.bars import bar
from rostering.report.shares import Share, shares
from rostering.saved.lines import lines_of

# From Monday: two lates of ten hours, then Saturday's night and Sunday's late.
ROTA = "Ann L1 L2 - - - S1 L1\nBob:regular L1 - - - - - L1\nneed L1 L2 - - - S1 L1"


def share_of(person: str) -> Share:
    return next(x for x in shares(lines_of(parse(ROTA))) if x.person == person)


def test_shifts_hours_weekends_and_late_finishes_are_counted() -> None:
    # 10 + 10 + 8 + 10 hours; one weekend; all four end after midnight.
    ann = share_of("Ann")
    assert ann.shifts == 4
    assert ann.hours == 38
    assert ann.weekends == 1
    assert ann.late == 4


def test_cars_and_partners_are_counted_once_each() -> None:
    assert share_of("Ann").cars == 2
    assert share_of("Ann").partners == 1
    assert share_of("Bob").partners == 1


def test_a_rota_of_nobody_has_no_shares() -> None:
    assert shares(lines_of(parse("need L"))) == ()


def test_a_bar_is_as_long_as_its_value() -> None:
    assert bar(10, 20, 10).plain == "█████"
    assert bar(5, 20, 10).plain == "██▌"
    assert bar(0, 0, 10).plain == ""
