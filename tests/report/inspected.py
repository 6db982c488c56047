"""Written files, looked through for whatever would do something to their reader."""

import csv
import json
import re
import zipfile
from io import BytesIO, StringIO

import vobject
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

from tests.report.parsed import Parsed

COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, or what turns a line round."""
FORMULA = re.compile(r"[=+\-@\t\r]")
PROPERTIES = {
    *("uid", "dtstart", "dtend", "dtstamp", "last-modified", "sequence", "summary"),
    *("description", "status", "transp", "categories", "location"),
}
"""All that our events have."""
ACTIVE = (b"/JavaScript", b"/URI", b"/Launch")


def look_through_workbook(content):
    """It is well-formed and has no formula."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            root = fromstring(parts.read(name))
            if name.startswith("xl/worksheets/"):
                assert not [at for at in root.iter() if at.tag.endswith("}f")]
    for sheet in load_workbook(BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if FORMULA.match(str(cell.value)) and cell.data_type == "s":
                    assert cell.quotePrefix


def look_through_commas(content):
    """No cell is run by a spreadsheet."""
    for row in csv.reader(StringIO(content.decode("utf-8-sig"), newline="")):
        assert not [cell for cell in row if FORMULA.match(cell)]


def look_through_document(content):
    """It is text, and understood."""
    json.loads(content.decode())


def look_through_page(content):
    """Nothing runs but its own script, and it leads nowhere."""
    page = Parsed(content)
    assert len(page.all("script")) == len(page.all("style")) == 1
    for _, attrs in page.elements:
        assert not [name for name in attrs if name.startswith("on")]
        assert not {"src", "srcset", "action"} & attrs.keys()
        assert attrs.get("href", "#").startswith("#")


def look_through_calendar(content):
    """No event has a property of anybody's making."""
    calendar = vobject.readOne(content.decode())
    for event in calendar.contents.get("vevent", []):
        assert event.contents.keys() <= PROPERTIES
        assert not COMMANDS.search(str(event))


def look_through_print(content):
    """Nothing in it is active."""
    assert content.startswith(b"%PDF")
    assert not [active for active in ACTIVE if active in content]


def look_through_text(content):
    """Nothing in it commands a terminal."""
    assert not COMMANDS.search(content.decode())


KINDS = {
    ".xlsx": look_through_workbook,
    ".csv": look_through_commas,
    ".json": look_through_document,
    ".html": look_through_page,
    ".ics": look_through_calendar,
    ".pdf": look_through_print,
    ".txt": look_through_text,
}


def look_through(path):
    """Whatever kind of file it is."""
    KINDS[path.suffix](path.read_bytes())
