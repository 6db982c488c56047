"""Files of calendars: their names and texts, and what else may stand in their way."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inputs import BadInputs
from tests.report.calendars import (
    ANN,
    CAR,
    duty,
    events,
    exported,
    files,
    instants,
    made_of,
)

TEXTS = [
    "Lee, Ann; (the \\ other)",
    "Ann\nEND:VEVENT\nBEGIN:VEVENT",
    "Ann\r\nATTENDEE:mailto:a@b.example",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "C:\\con",
    "אן לי",
    "\u202eeeL nnA",
    "Ann\0\x07\x85\u2028Lee",
    "Ann \ud800 Lee",
    "x" * 200,
    "é" * 200,
    "👮‍♀️ Ann",
    "<script>",
    ".",
    "",
]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_hostile_texts_are_told_as_texts(tmp_path, text):
    lines = [duty(name=text, post=f"p {text}", unit=f"J {text}")]
    folder = tmp_path / "calendar"
    folder.mkdir()
    made = made_of(tmp_path, folder, lines)
    assert len(made) == 2
    assert {p.parent.parent for p in tmp_path.rglob("*.ics")} == {folder}
    for file, content in files(folder).items():
        assert len(Path(file).name.encode()) <= 160
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert b"\xe2\x80\xae" not in content
        (event,) = events(folder, file)
        assert set(event.contents) <= KNOWN
        assert instants(event) == (lines[0].span.start, lines[0].span.end)
    assert made_of(tmp_path, folder, lines)[0].is_as_it_was


KNOWN = {
    *("uid", "dtstart", "dtend", "dtstamp", "last-modified", "sequence", "summary"),
    *("description", "status", "transp", "categories", "location"),
}


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_names_give_files_that_are_read_back(tmp_path_factory, person, name):
    place = tmp_path_factory.mktemp("any")
    line = duty(f"P{person}", name=f"N{name}")
    first = made_of(place, place, [line])
    again = made_of(place, place, [line])
    assert all(each.is_as_it_was for each in again)
    assert [each.content for each in again] == [each.content for each in first]
    for file in files(place):
        assert len(events(place, file)) == 1


def test_names_that_are_the_same_to_some_computers_are_told_apart(tmp_path):
    lines = [
        duty(person, unit="J1", name="Ann Lee") for person in ("A/1", "A:1", "a:1")
    ]
    exported(tmp_path, [*lines, duty("P1")])
    people = [Path(name).name for name in files(tmp_path) if name != CAR]
    assert len({name.casefold() for name in people}) == 4
    assert "P1 Ann Lee.ics" in people


def test_a_name_that_a_system_keeps_for_itself_is_not_taken(tmp_path):
    exported(tmp_path, [duty(unit=unit) for unit in ("CON", "nul.x", "...")])
    assert {"cars/_CON.ics", "cars/_nul.x.ics", "cars/_.ics"} <= set(files(tmp_path))


def told(tmp_path, lines):
    with pytest.raises(BadInputs) as caught:
        exported(tmp_path, lines)
    return [(str(f.place), f.found) for f in caught.value.faults]


FOREIGN = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//else//EN\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize("content", [b"", b"notes", b"\xff\0", FOREIGN])
def test_a_file_of_somebody_else_is_never_written_over(tmp_path, content):
    exported(tmp_path, [duty()])
    (tmp_path / ANN).write_bytes(content)
    before = files(tmp_path)
    found = told(tmp_path, [duty(at=16), duty("P2", name="Bob Day")])
    assert found == [(ANN, "a file that `rota calendar` did not write")]
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"END:VCALENDAR\r\n", b""),
        (b"UID:", b"XUID:"),
        (b"SEQUENCE:0", b"SEQUENCE:none"),
        (b"LAST-MODIFIED:", b"X-LAST-MODIFIED:"),
        (b"DTSTART;TZID=Europe/London:20270104T150000", b"DTSTART:soon"),
        (b"X-ROTA-PERSON:P1\r\n", b""),
    ],
)
def test_a_damaged_file_is_never_written_over(tmp_path, old, new):
    exported(tmp_path, [duty()])
    whole = (tmp_path / ANN).read_bytes()
    assert old in whole
    (tmp_path / ANN).write_bytes(whole.replace(old, new))
    before = files(tmp_path)
    assert told(tmp_path, [duty(at=16)]) == [(ANN, "a damaged calendar")]
    assert files(tmp_path) == before


def test_a_file_cut_short_anywhere_is_never_written_over(tmp_path):
    exported(tmp_path, [duty()])
    whole = (tmp_path / ANN).read_bytes().rstrip()
    for length in range(0, len(whole), 97):
        (tmp_path / ANN).write_bytes(whole[:length])
        assert told(tmp_path, [duty(at=16)])


def test_the_calendar_of_somebody_else_is_never_written_over(tmp_path):
    exported(tmp_path, [duty(), duty("P2", name="Bob Day")])
    (tmp_path / "people/P2 Bob Day.ics").replace(tmp_path / ANN)
    assert told(tmp_path, [duty()]) == [(ANN, "the calendar of somebody else")]


def test_all_files_in_the_way_are_told_at_once(tmp_path):
    exported(tmp_path, [duty()])
    for file in (ANN, CAR):
        (tmp_path / file).write_bytes(b"mine")
    assert [place for place, _ in told(tmp_path, [duty()])] == [CAR, ANN]


def test_a_strange_file_that_is_not_in_the_way_is_left_alone(tmp_path):
    exported(tmp_path, [duty()])
    other = tmp_path / "people" / "holidays.ics"
    other.write_bytes(FOREIGN)
    exported(tmp_path, [duty(at=16)])
    assert other.read_bytes() == FOREIGN


def test_line_ends_that_were_changed_on_the_way_are_no_damage(tmp_path):
    exported(tmp_path, [duty()])
    whole = (tmp_path / ANN).read_bytes()
    (tmp_path / ANN).write_bytes(whole.replace(b"\r\n", b"\n"))
    made = exported(tmp_path, [duty()])
    assert not any(each.changes for each in made)
    assert (tmp_path / ANN).read_bytes() == whole


@pytest.mark.parametrize("step", range(3))
def test_a_failure_at_any_step_leaves_everything_as_it_was(tmp_path, monkeypatch, step):
    people = [duty(), duty("P2", name="Bob Day")]
    exported(tmp_path, people)
    before, calls, real = files(tmp_path), [], Path.replace

    def fail(path, target):
        calls.append(path)
        if len(calls) == step + 1:
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        exported(tmp_path, [duty(at=16), duty("P2", name="Bob Fox")])
    assert files(tmp_path) == before
