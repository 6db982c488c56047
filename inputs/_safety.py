"""Telling what is not a workbook before it is opened as one."""

import zipfile
from io import BytesIO

MOST_BYTES = 50_000_000
MOST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
MOST_RATIO = 200
"""How many times larger than its packed size a large part may be."""
LARGE_PART = 5_000_000

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"

WORKBOOK = "an Excel workbook (.xlsx)"
OTHER_SHEETS = frozenset(
    {".xls", ".xlsb", ".xlsm", ".xltx", ".ods", ".fods", ".numbers", ".tsv"}
)
"""Endings of spreadsheets that are not read."""


def refusal(content: bytes) -> tuple[str, str] | None:
    """Why the bytes cannot be a workbook: what was found, what is wanted."""
    if not content:
        return "an empty file", WORKBOOK
    if len(content) > MOST_BYTES:
        return "a very large file", f"{WORKBOOK} of at most {MOST_BYTES // 10**6} MB"
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            return "a file locked by a password", f"{WORKBOOK} without a password"
        return "an old Excel workbook (.xls)", f"the same saved as {WORKBOOK}"
    if not content.startswith(_ZIP):
        return "a file that is no workbook", WORKBOOK
    return refusal_of_zip(content)


def refusal_of_zip(
    content: bytes, index: str = "[Content_Types].xml"
) -> tuple[str, str] | None:
    """Why the bytes cannot be a packed workbook that has a part called `index`."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "a damaged file", f"{WORKBOOK} that is whole"
    names = {part.filename for part in parts}
    if index not in names:
        return "a zip file that is no workbook", WORKBOOK
    if any(part.flag_bits & 1 for part in parts):
        return "a file locked by a password", f"{WORKBOOK} without a password"
    if _unpacks_too_large(parts):
        return "a file that unpacks to far too much", f"{WORKBOOK} of an ordinary size"
    return None


def _unpacks_too_large(parts: list[zipfile.ZipInfo]) -> bool:
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > LARGE_PART
        and part.file_size > MOST_RATIO * max(1, part.compress_size)
        for part in parts
    )
    return swollen or total > MOST_UNPACKED or len(parts) > MOST_PARTS
