"""The letters of printed pages, under the SIL Open Font License 1.1.

Noto Sans has the Latin, Greek and Cyrillic scripts. Where a name needs others FiraGO is
taken, which has the Hebrew, Arabic, Devanagari, Georgian and Thai ones too, but makes
larger work of every page.
"""

import logging
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pymupdf_fonts
from fpdf import FPDF

FAMILY = "page"
_BEYOND_CYRILLIC = 0x530


class Face(NamedTuple):
    """Letters of one kind: whether they have many scripts, and plain or bold ones."""

    has_many_scripts: bool
    style: str


_NAMES = {
    Face(False, ""): "notos",
    Face(False, "B"): "notosbo",
    Face(True, ""): "figo",
    Face(True, "B"): "figbo",
}

Letters = Mapping[Face, Path]
"""A file for each face."""


@contextmanager
def letters() -> Iterator[Letters]:
    """The letters as files, which is how documents take them, for as long as needed."""
    for name in ("fpdf", "fontTools"):
        # A sign that no letters have is left blank; nobody need be told.
        logging.getLogger(name).setLevel(logging.ERROR)
    with TemporaryDirectory() as folder:
        files = {face: Path(folder, f"{name}.ttf") for face, name in _NAMES.items()}
        for face, file in files.items():
            file.write_bytes(pymupdf_fonts.myfont(_NAMES[face]))
        yield files


def put_into(pdf: FPDF, files: Letters, text: str) -> None:
    """Give a document letters for all that it says."""
    needs_more = any(_is_of_another_script(sign) for sign in set(text))
    for style in ("", "B"):
        pdf.add_font(FAMILY, style, files[Face(needs_more, style)])
    pdf.set_text_shaping(use_shaping_engine=needs_more)


def _is_of_another_script(sign: str) -> bool:
    is_letter = unicodedata.category(sign)[0] in "LM"
    return is_letter and ord(sign) >= _BEYOND_CYRILLIC
