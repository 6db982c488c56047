"""OpenDocument spreadsheets (.ods), read with their colours and comments."""

import zipfile
from io import BytesIO

from inputs.intake.cells import Source
from inputs.intake.office.xml import walk
from inputs.intake.opening._answers import with_answers
from inputs.intake.opening._format import UNLOCKED, Refused
from inputs.intake.opening._ods_part import OdsReader
from inputs.intake.opening._ods_styles import OdsStyles
from inputs.intake.opening._remarks import Remarks


def open_ods(name: str, mark: str, content: bytes) -> Source:
    """Open a spreadsheet.

    Raises:
        Refused: It is locked, or holds far too much.
        Exception: It is damaged.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = set(archive.namelist())
        manifest = "META-INF/manifest.xml"
        if manifest in parts and b"encryption-data" in archive.read(manifest):
            raise Refused("a file locked by a password", UNLOCKED)
        text = archive.read("content.xml")
        common = [archive.read("styles.xml")] if "styles.xml" in parts else []
    remarks = Remarks(name)
    reader = OdsReader(name, OdsStyles(*common, text), remarks)
    walk(text, reader.start, reader.end, reader.data)
    if any(part.startswith("Basic/") for part in parts):
        remarks.of_macros()
    source = Source(name, mark, tuple(reader.sheets), remarks.faults)
    return with_answers(source, reader.asked)
