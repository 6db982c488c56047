"""What a file is, told by its content and never by its ending."""

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from inputs._safety import MOST_BYTES, refusal_of_zip

SPREADSHEET = "a spreadsheet: .xlsx, .xls, .ods or .csv"
_SAVED_ANEW = "the same as an Excel workbook: open it in Excel and save it as .xlsx"
UNLOCKED = (
    "the same without a password: open it in Excel, take the password away under "
    "File, Info, Protect Workbook, and save it"
)
_THE_TABLE = "the spreadsheet it was made from, as .xlsx, .xls, .ods or .csv"
_UNPACKED = "the spreadsheets in it, unpacked"

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLD_SHEETS = b"\x09\x08"
"""How an Excel workbook of before 1997 begins, outside any wrapping."""

_BEGINNINGS = (
    (b"%PDF", "a PDF", _THE_TABLE),
    (b"\x89PNG", "a picture (PNG)", _THE_TABLE),
    (b"\xff\xd8\xff", "a picture (JPEG)", _THE_TABLE),
    (b"GIF8", "a picture (GIF)", _THE_TABLE),
    (b"II*\x00", "a picture (TIFF)", _THE_TABLE),
    (b"MM\x00*", "a picture (TIFF)", _THE_TABLE),
    (b"RIFF", "a picture or a recording", _THE_TABLE),
    (b"{\\rtf", "a text document (RTF)", _THE_TABLE),
    (b"7z\xbc\xaf", "a packed file (7z)", _UNPACKED),
    (b"Rar!", "a packed file (RAR)", _UNPACKED),
    (b"\x1f\x8b", "a packed file (gz)", _UNPACKED),
    (b"ID;P", "a spreadsheet of an old kind (SYLK)", _SAVED_ANEW),
    (b"MIME-Version:", "a web page or an e-mail", _SAVED_ANEW),
)
_STREAMS = (
    ("EncryptedPackage", "a file locked by a password", UNLOCKED),
    ("WordDocument", "a text document (Word)", _THE_TABLE),
    ("PowerPoint Document", "a presentation (PowerPoint)", _THE_TABLE),
    ("__nameid_version1.0", "an e-mail", "the file that was sent with it"),
)
_PACKED = (
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb)", _SAVED_ANEW),
    ("word/document.xml", "a text document (Word)", _THE_TABLE),
    ("ppt/presentation.xml", "a presentation (PowerPoint)", _THE_TABLE),
    ("Index/Document.iwa", "an Apple Numbers file", _SAVED_ANEW),
    ("Index.zip", "an Apple Numbers file", _SAVED_ANEW),
)
_MARKUP = (
    (rb"<\?mso-application[^>]*Excel", "an Excel workbook in XML of 2003"),
    (rb"<(!doctype\s+)?html|<table|<head|<body", "a web page (HTML)"),
    (rb"<\?xml|<!--", "a file of XML"),
)


class Format(StrEnum):
    """The kinds of file that are read, by their usual ending."""

    XLSX = ".xlsx"
    XLS = ".xls"
    ODS = ".ods"
    TEXT = ".csv"


class Refused(Exception):
    """The file is not read: what it is, and what is wanted in its stead."""

    def __init__(self, found: str, wanted: str = SPREADSHEET, cell: str = "") -> None:
        super().__init__(found)
        self.found = found
        self.wanted = wanted
        self.cell = cell
        """Where in a file of text it stands."""


def format_of(content: bytes) -> Format:
    """What kind of file the bytes are.

    Raises:
        Refused: They are none that is read.
    """
    if not content.strip(b"\0 \r\n\t"):
        raise Refused("an empty file")
    if len(content) > MOST_BYTES:
        most = f"{SPREADSHEET}, of at most {MOST_BYTES // 10**6} MB"
        raise Refused("a very large file", most)
    if content.startswith(_ZIPS):
        return _packed_format(content)
    if content.startswith(_OLD_OFFICE):
        return _old_format(content)
    if content.startswith(_OLD_SHEETS):
        return Format.XLS
    for beginning, found, wanted in _BEGINNINGS:
        if content.startswith(beginning):
            raise Refused(found, wanted)
    _refuse_markup(content)
    return Format.TEXT


def _old_format(content: bytes) -> Format:
    for stream, found, wanted in _STREAMS:
        if stream.encode("utf-16-le") in content:
            raise Refused(found, wanted)
    return Format.XLS


def _packed_format(content: bytes) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            kind = _beginning(archive, "mimetype") if "mimetype" in names else b""
    except Exception:
        raise Refused("a damaged file", f"{SPREADSHEET}, that is whole") from None
    for part, found, wanted in _PACKED:
        if part in names:
            raise Refused(found, wanted)
    is_open_document = b"opendocument.spreadsheet" in kind
    if kind and not is_open_document:
        raise Refused("a document that is no spreadsheet", _THE_TABLE)
    index = "content.xml" if is_open_document else "[Content_Types].xml"
    if index not in names:
        raise Refused("a packed file (zip) that is no workbook", _UNPACKED)
    if refused := refusal_of_zip(content, index):
        raise Refused(*refused)
    return Format.ODS if is_open_document else Format.XLSX


def _beginning(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as opened:
        return opened.read(100)


def _refuse_markup(content: bytes) -> None:
    beginning = content[:1_000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n")
    if not beginning.startswith(b"<"):
        return
    for pattern, found in _MARKUP:
        if re.search(pattern, beginning, re.IGNORECASE):
            raise Refused(found, _SAVED_ANEW)
