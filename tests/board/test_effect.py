"""What a try does: by the audit, in cover, hours, wishes, notice and words."""

from datetime import date

from rostering.audit import audit
from rostering.board.desk.outcome import effect_in_brief, effect_in_full
from rostering.domain import Tier
from rostering.report.console import screen
from tests.board.conftest import DRAWING, answer, board_of, pick


def told(board):
    """The effect in a few lines."""
    return effect_in_brief(board.weighing()(), board.given.rules).plain


def told_in_full(board):
    console = screen()
    with console.capture() as captured:
        parts = effect_in_full(board.weighing()(), board.tries, board.given.rules)
        console.print(*parts, sep="\n")
    return captured.get()


def test_what_it_breaks_is_what_the_audit_finds(board):
    pick(board, 1)
    board.put(answer(board, "Ann"))
    found = board.weighing()()
    assert found.finds == audit(board.tries.rota, board.given.rules)
    assert {breach.rule for breach in found.breaks} >= {"LEAVE-01", "CREW-01"}
    assert "Breaks LEAVE-01 (Leave, training, court and courses): Ann:" in told(board)


def test_a_whole_crew_is_worth_a_shift_more_and_breaks_nothing(board):
    pick(board, 1)
    board.put(answer(board, "Bob"))
    pick(board, 1, row=1)
    board.put(answer(board, "Sam"))
    found = board.weighing()()
    assert not found.breaks
    assert found.crewed == (2, 3)
    was, now = found.tier(Tier.COVER)
    assert now < was
    assert "✓ breaks nothing that must hold" in told(board)
    assert "cover 2 → 3 of 4 shifts" in told(board)


def test_what_it_mends_is_told():
    board = board_of(DRAWING.replace("Ann:paramedic A", "Ann:paramedic A+L1"))
    pick(board, 1)
    board.take_out()
    assert {breach.rule for breach in board.weighing()().mends} >= {"LEAVE-01"}
    assert "mends" in told(board)


def test_hours_go_from_one_to_the_other(board):
    pick(board, 2)
    board.put(answer(board, "Ann"))
    burdens = {each.person: each for each in board.weighing()().burdens}
    assert burdens.keys() == {"Ann", "Bob"}
    assert (burdens["Ann"].was.shifts, burdens["Ann"].then.shifts) == (1, 2)
    assert (burdens["Bob"].was.shifts, burdens["Bob"].then.shifts) == (1, 0)
    assert burdens["Ann"].then.pay.basic_hours > burdens["Ann"].was.pay.basic_hours
    assert "Ann: 1 → 2 shifts" in told(board)


def test_whoever_must_be_told_is_counted_with_their_notice():
    board = board_of(DRAWING, told_on=date(2027, 1, 1))
    pick(board, 2)
    board.put(answer(board, "Ann"))
    assert [change.notice for change in board.weighing()().changes] == [3, 3]
    assert "tell 2 people; least notice, in clear days: 3 (under 28)" in told(board)
    assert "Notice is counted from Fri 1 Jan 2027." in told_in_full(board)


def test_everything_is_told_in_full(board, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    pick(board, 2)
    board.put(answer(board, "Ann"))
    said = told_in_full(board)
    assert "1 try\n  Ann in place of Bob on J1 late, Tue 5 Jan" in said
    for column in ("shifts crewed", "fairness", "paid hours", "clear days", "will be"):
        assert column in said


def test_undone_it_does_nothing(board):
    pick(board, 1)
    board.put(answer(board, "Ann"))
    board.undo()
    found = board.weighing()()
    assert found.before.fills == found.after.fills
    for nothing in (found.breaks, found.mends, found.charges, found.changes):
        assert nothing == ()
    assert found.burdens == ()
