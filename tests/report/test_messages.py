"""Who is told of which change by when, and in what words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rostering.domain import Rota
from rostering.drawing import parse
from rostering.drawing.reading import FIRST_DAY
from rostering.repair.changes import changes
from rostering.report.message_files import LIST, files_of, write
from rostering.report.messages import messages
from rostering.saved.comma import from_csv

TOLD = FIRST_DAY - timedelta(days=10)
NEED = "\nneed L L"


def _messages(before, after, told=TOLD):
    was, now = (x if isinstance(x, Rota) else parse(x) for x in (before, after))
    return messages(was, now, changes(was, now, told), told)


def _renamed(rota, **names):
    people = tuple(
        replace(p, name=names.get(p.name, p.name)) for p in rota.problem.people
    )
    return Rota(replace(rota.problem, people=people), rota.fills)


def test_where_nothing_changes_nobody_is_told():
    assert _messages("Ann L - L", "Ann L - L") == ()
    assert files_of(()).keys() == {LIST}


def test_a_text_says_what_is_and_what_was():
    (found,) = _messages(f"Ann L -{NEED}", f"Ann - L{NEED}")
    assert found.text.splitlines() == [
        "Ann, your rota changes:",
        "Mon 4 Jan 2027: free (before: J1 late 15:00–01:00 as paramedic).",
        "Tue 5 Jan 2027: J1 late 15:00–01:00 as paramedic (before: free).",
        "You are owed overtime, or time back, where it is above contracted hours.",
        "Told on Fri 25 Dec 2026.",
    ]


def test_whom_one_rides_with_is_said():
    crew = "\ncrew p:paramedic o:regular*0-1\nteam A - -"
    after = f"Ann L -\nBob@A L -{crew}"
    found = _messages(f"Ann - -\nBob@A - -{crew}\nneed L -", after)
    texts = {message.person.name: message.text for message in found}
    assert "as p with Bob (before" in texts["Ann"]
    assert "as o with Ann (before" in texts["Bob"]


CREW = "\ncrew p:paramedic o:regular*0-2\nteam A - -\nneed L L"


def test_whoever_stays_is_told_who_rides_with_them_and_needs_no_notice():
    before = f"Ann L L\nBob@A L -\nCal@A - -{CREW}"
    after = f"Ann L L\nBob@A - -\nCal@A L -{CREW}"
    found = _messages(before, after, FIRST_DAY)
    assert [message.person.name for message in found] == ["Bob", "Cal", "Ann"]
    told = found[-1]
    assert (told.news, told.tell_by) == ((), None)
    assert told.text.splitlines() == [
        "Ann, your own rota stays; who rides with you changes:",
        "Mon 4 Jan 2027: J1 late 15:00–01:00 as p with Cal (before: with Bob).",
        "Told on Mon 4 Jan 2027.",
    ]


def test_somebody_more_nobody_more_and_a_partner_lost_are_told_alike():
    alone, two = f"Ann L L\nBob@A - -{CREW}", f"Ann L L\nBob@A L -{CREW}"
    (_, joined), (_, left) = _messages(alone, two), _messages(two, alone)
    assert "as p with Bob (before: with nobody)." in joined.text
    assert "as p with nobody (before: with Bob)." in left.text


def test_other_company_beside_a_change_is_told_in_the_same_text():
    before = f"Ann L L\nBob@A L -\nCal@A - -{CREW}"
    after = f"Ann L -\nBob@A - -\nCal@A L -{CREW}"
    texts = {m.person.name: m.text for m in _messages(before, after)}
    first, changed, company, *_ = texts["Ann"].splitlines()
    assert first == "Ann, your rota changes:"
    assert changed.startswith("Tue 5 Jan 2027: free (before: J1 late")
    assert company == (
        "Mon 4 Jan 2027: your own turn stays, J1 late 15:00–01:00 as p with Cal "
        "(before: with Bob)."
    )
    # Those who change themselves are told with whom in the words of their change.
    assert "stays" not in texts["Cal"] + texts["Bob"]


def test_company_stands_in_the_list_without_notice_and_without_a_day_to_tell_it():
    before = f"Ann L L\nBob@A L -\nCal@A - -{CREW}"
    after = f"Ann L L\nBob@A - -\nCal@A L -{CREW}"
    files = files_of(_messages(before, after))
    assert files.keys() == {LIST, "Ann.txt", "Bob.txt", "Cal.txt"}
    row = from_csv(files[LIST])[1][-1]
    told = [row[x] for x in ("name", "date", "change", "was", "will be", "notice")]
    assert told == [
        "Ann",
        "2027-01-04",
        "other company",
        "with Bob",
        "with Cal",
        "needs none",
    ]
    assert [row[x] for x in ("clear days", "tell by", "owed")] == ["", "", ""]


def test_an_officer_goes_back_to_the_own_team():
    before, after = (f"Bob@A {mark}\nteam A L L\nneed L" for mark in "L-")
    (found,) = _messages(before, after)
    (news,) = found.news
    assert news.will_be == "A late 15:00–01:00"
    assert found.text.count("\n") == 3


def test_whoever_is_away_by_their_own_absence_is_not_told():
    found = _messages("Ann L L\nBob - -", "Ann A -\nBob - L\nneed L L")
    assert {m.person.name: len(m.news) for m in found} == {"Ann": 1, "Bob": 1}


@pytest.mark.parametrize(
    ("who", "told", "by"),
    [
        ("Ann", "2027-02-03", "2027-02-07"),
        ("Ann", "2027-02-07", "2027-02-07"),
        ("Ann", "2027-02-08", "2027-03-07"),
        ("Ann:special", "2027-02-08", "2027-02-21"),
        ("Ann:special", "2027-02-21", "2027-02-21"),
        ("Ann:special", "2027-03-07", "2027-03-07"),
        ("Ann:special", "2027-03-08", None),
    ],
)
def test_the_last_day_for_telling_keeps_the_class_of_notice(who, told, by):
    """The lines of contracted staff are 28 days, of volunteers 14."""
    facts = "start 2027-03-08\nneed L\noffer Ann L"
    before, after = (f"{who} {mark}\n{facts}" for mark in "L-")
    (found,) = _messages(before, after, date.fromisoformat(told))
    assert found.tell_by == (None if by is None else date.fromisoformat(by))


def test_whoever_is_in_most_haste_comes_first():
    need = "\nneed L1+L2 L1+L2"
    found = _messages(f"Zoe L1 -\nAnn - L2{need}", f"Zoe - -\nAnn - -{need}")
    assert [message.person.name for message in found] == ["Zoe", "Ann"]
    late = FIRST_DAY + timedelta(days=1)
    found = _messages(f"Ann - L1\nZoe L2 -{need}", f"Ann - -\nZoe - -{need}", late)
    assert [(m.person.name, m.tell_by) for m in found] == [("Ann", None), ("Zoe", None)]


def test_a_volunteer_is_asked_and_an_officer_may_choose():
    (asked,) = _messages("Sam:special -\nneed L", "Sam:special L")
    assert "It is settled only when you have said yes.\n" in asked.text
    team = "\nteam A - -\nneed L"
    late = FIRST_DAY - timedelta(days=3)
    (freed,) = _messages(f"Bob@A L{team}", f"Bob@A -{team}", late)
    assert "You may choose the day off, or to work it" in freed.text


def test_authority_is_for_the_office_and_not_for_the_person():
    team = "\nteam A - -\nneed L\nholiday x"
    (found,) = _messages(f"Bob@A -{team}", f"Bob@A L{team}")
    assert "authority" not in found.text
    assert "You are owed double time." in found.text
    assert "authority" in files_of([found])[LIST].decode()


def test_the_list_has_a_line_for_each_change_and_names_the_text():
    (found,) = _messages(f"Ann L -{NEED}", f"Ann - L{NEED}")
    files = files_of([found])
    headers, rows = from_csv(files[LIST])
    assert headers[0] == "person"
    assert [row["date"] for row in rows] == ["2027-01-04", "2027-01-05"]
    assert {row["file"] for row in rows} == {"Ann.txt"} == files.keys() - {LIST}
    assert rows[1]["sources"] == "AFC-OT"
    assert rows[0]["clear days"] == "9"


def test_names_that_are_formulas_or_paths_harm_nothing(tmp_path):
    names = {"Ann": "=cmd()|/../\u202egnp\x07", "Bob": "../x"}
    need = "\nneed L1+L2"
    before, after = (
        _renamed(parse(f"Ann {one}\nBob {other}{need}"), **names)
        for one, other in (("L1", "L2"), ("L2", "L1"))
    )
    found = _messages(before, after)
    write(tmp_path / "out", found)
    assert {path.parent for path in tmp_path.rglob("*.txt")} == {tmp_path / "out"}
    text = "".join(path.read_text() for path in tmp_path.rglob("*.txt"))
    assert "\u202e" not in text
    assert "\x07" not in text
    listed = (tmp_path / "out" / LIST).read_text("utf-8-sig")
    assert ",'=cmd" in listed


def test_texts_of_an_earlier_list_go_and_other_files_stay(tmp_path):
    need = "\nneed L1+L2"
    first = _messages(f"Ann L1\nBob L2{need}", f"Ann -\nBob -{need}")
    write(tmp_path, first)
    (tmp_path / "own.txt").write_text("mine")
    written = write(tmp_path, first[:1])
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {LIST, "own.txt", "Ann.txt"}
    assert {path.name for path in written} == {LIST, "Ann.txt"}


def test_nothing_is_written_where_one_file_cannot_be(tmp_path):
    found = _messages("Ann L\nneed L", "Ann -\nneed L")
    (tmp_path / "Ann.txt").mkdir()
    with pytest.raises(OSError, match=r"Ann\.txt"):
        write(tmp_path, found)
    assert [path.name for path in tmp_path.iterdir()] == ["Ann.txt"]


def test_a_list_that_is_damaged_names_nothing(tmp_path):
    (tmp_path / LIST).write_bytes(b"\0\xff")
    write(tmp_path, ())
    assert [path.name for path in tmp_path.iterdir()] == [LIST]
