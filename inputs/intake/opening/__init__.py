"""Opening what senders send: every cell with its looks, whatever wrote the file."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from inputs.intake.cells import Source
from inputs.intake.opening._format import SPREADSHEET, Format, Refused, format_of
from inputs.intake.opening._ods import open_ods
from inputs.intake.opening._old import open_old
from inputs.intake.opening._remarks import Remarks
from inputs.intake.opening._text import open_text
from inputs.intake.opening._xlsx import open_xlsx
from inputs.reading import BadInputs
from rostering.domain import Fault, Place

__all__ = ["open_source"]

_OPENERS: Mapping[Format, Callable[[str, str, bytes], Source]] = {
    Format.XLSX: open_xlsx,
    Format.XLS: open_old,
    Format.ODS: open_ods,
    Format.TEXT: open_text,
}
_ENDINGS = {
    Format.XLSX: frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"}),
    Format.XLS: frozenset({".xls", ".xlt"}),
    Format.ODS: frozenset({".ods", ".ots"}),
    Format.TEXT: frozenset({".csv", ".tsv", ".tab", ".txt"}),
}


def open_source(path: Path) -> Source:
    """Open a sender's file: a workbook, an old or an open one, or a text file.

    Args:
        path: The file; its ending does not matter.

    Raises:
        BadInputs: It cannot be read, with one fault that says what to do.
    """
    name = path.name
    try:
        content = path.read_bytes()
    except OSError as refusal:
        found = f"a file that cannot be opened ({refusal.strerror})"
        raise _refusal(name, Refused(found, "a file that can be read")) from None
    try:
        kind = format_of(content)
        source = _opened(kind, name, content)
    except Refused as refused:
        raise _refusal(name, refused) from None
    return _named(source, kind)


def _opened(kind: Format, name: str, content: bytes) -> Source:
    """The file opened by what reads its kind.

    Raises:
        Refused: It cannot be.
    """
    try:
        return _OPENERS[kind](name, hashlib.sha256(content).hexdigest(), content)
    except (Refused, KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # A damaged file raises anything, a panic of Rust among it.
        wanted = f"{SPREADSHEET}, that opens in Excel"
        raise Refused(f"a damaged file ({kind})", wanted) from None


def _named(source: Source, kind: Format) -> Source:
    """The source, with a remark if its name promises another kind of file."""
    ending = Path(source.file).suffix.lower()
    if ending in _ENDINGS[kind]:
        return source
    remarks = Remarks(source.file)
    remarks.add(f"a {kind} file by its content", f"a name that ends in {kind}")
    return replace(source, remarks=(*remarks.faults, *source.remarks))


def _refusal(name: str, refused: Refused) -> BadInputs:
    sheet = Path(name).stem if refused.cell else ""
    place = Place(name, sheet, refused.cell)
    return BadInputs((Fault(place, refused.found, refused.wanted),))
