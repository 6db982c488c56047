"""Making files as senders make them, opening them, and looking at what was seen."""

import re
import zipfile
from io import BytesIO

import inputs
from inputs.intake.opening import open_source


def sheet_of(path, title=None):
    """The only sheet of a file, or the one with this title."""
    sheets = open_source(path).sheets
    return next(s for s in sheets if title in (None, s.name))


def values_of(sheet):
    """What stands where, without blank cells."""
    return {c.place.cell: c.value for c in sheet.cells.values() if c.value is not None}


def fills_of(sheet):
    """Which colour is where."""
    return {c.place.cell: c.fill for c in sheet.cells.values() if c.fill}


def refusal_of(path):
    """The one fault of a file that is refused."""
    try:
        open_source(path)
    except inputs.BadInputs as bad:
        (fault,) = bad.faults
        return fault
    raise AssertionError(f"{path.name} was opened")


def remarks_of(path):
    """What was remarked, by the place and what was found."""
    return [f"{fault.place}: {fault.found}" for fault in open_source(path).remarks]


def parts_of(path):
    """The parts of a packed file."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    """Parts as a packed file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def change(path, part, pattern, new, count=0):
    """Change what matches in one part of a packed file."""
    parts = parts_of(path)
    changed, times = re.subn(pattern, new, parts[part], count=count, flags=re.DOTALL)
    assert times, (pattern, parts[part])
    parts[part] = changed
    path.write_bytes(packed(parts))
    return path
