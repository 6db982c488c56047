"""Old workbooks that say of themselves that they are huge, and a locked one."""

import struct

import pytest
import xlwt

from inputs import BadInputs
from inputs.intake.opening import open_source

HUGE = 0xE5000000
EXTENT, NUMBER, CODE_PAGE, LOCKED = 0x0200, 0x0203, 0x0042, 0x002F


@pytest.fixture
def content(tmp_path):
    """A workbook with one number in its first cell."""
    book = xlwt.Workbook()
    book.add_sheet("Leave").write(0, 0, 1 / 3)
    book.save(tmp_path / "whole.xls")
    return bytearray((tmp_path / "whole.xls").read_bytes())


def record_at(content, kind, length):
    """Where the record's own bytes stand."""
    return content.index(struct.pack("<HH", kind, length)) + 4


def refusal_of(tmp_path, content):
    path = tmp_path / "sent.xls"
    path.write_bytes(content)
    with pytest.raises(BadInputs) as refused:
        open_source(path)
    (fault,) = refused.value.faults
    return fault.found


def test_the_workbook_is_read_as_it_is(tmp_path, content):
    path = tmp_path / "sent.xls"
    path.write_bytes(content)
    (sheet,) = open_source(path).sheets
    assert sheet.at(1, 1).value == 1 / 3


def test_a_stream_longer_than_the_file_is_damage(tmp_path, content):
    entry = content.index("Workbook".encode("utf-16-le"))
    struct.pack_into("<I", content, entry + 120, HUGE)
    assert refusal_of(tmp_path, content) == "a damaged file (.xls)"


@pytest.mark.parametrize("place", [44, 64, 72])
def test_more_sectors_than_the_file_has_are_damage(tmp_path, content, place):
    struct.pack_into("<I", content, place, HUGE)
    assert refusal_of(tmp_path, content) == "a damaged file (.xls)"


def test_a_sheet_that_says_it_is_vast_is_refused(tmp_path, content):
    struct.pack_into("<II", content, record_at(content, EXTENT, 14), 0, 2**24)
    struct.pack_into("<HH", content, record_at(content, EXTENT, 14) + 8, 0, 2**8)
    assert "more than" in refusal_of(tmp_path, content)


def test_a_cell_far_away_makes_a_sheet_vast(tmp_path, content):
    struct.pack_into("<HH", content, record_at(content, NUMBER, 14), 65535, 65535)
    assert "more than" in refusal_of(tmp_path, content)


def test_a_locked_workbook_is_said_to_be_locked(tmp_path, content):
    at = record_at(content, CODE_PAGE, 2)
    struct.pack_into("<H", content, at - 4, LOCKED)
    assert refusal_of(tmp_path, content) == "a file locked by a password"
