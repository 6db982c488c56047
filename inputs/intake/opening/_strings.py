"""Texts of a workbook, with what of them is struck through."""

from dataclasses import dataclass, field

from openpyxl.utils.escape import unescape

from inputs._cells import CellValue, cleaned, shown
from inputs.intake.office.xml import Attributes, local, walk


@dataclass(frozen=True, slots=True)
class Found:
    """What a cell holds, and what of its text is struck through."""

    value: CellValue
    original: str = ""
    is_struck: bool = False
    unstruck: str = ""


@dataclass(slots=True)
class Text:
    """A text in pieces, each struck through, not, or as its cell says (None)."""

    pieces: list[tuple[str, bool | None]] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """All of it."""
        return "".join(piece for piece, _ in self.pieces)

    def found(self, *, is_struck: bool = False) -> Found:
        """The text cleaned, in a cell that strikes it through or does not."""
        whole = self.whole
        value = cleaned(whole)
        original = whole if value != whole and whole.strip() else ""
        left = [
            piece
            for piece, is_out in self.pieces
            if not (is_struck if is_out is None else is_out)
        ]
        if len(left) == len(self.pieces):
            return Found(value, original)
        unstruck = shown(cleaned("".join(left)))
        return Found(value, original, not unstruck, unstruck)


@dataclass(slots=True)
class TextReader:
    """Gathers one text from the elements that make it up."""

    text: Text = field(default_factory=Text)
    _buffer: list[str] | None = None
    _is_aside: bool = False
    """Whether what is read says how the text is pronounced."""
    _is_struck: bool | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element within the text."""
        if name == "t" and not self._is_aside:
            self._buffer = []
        elif name == "r":
            self._is_struck = None
        elif name == "rPr":
            self._is_struck = False
        elif name == "strike":
            self._is_struck = attributes.get("val", "1") not in ("0", "false")
        elif name == "rPh":
            self._is_aside = True

    def end(self, name: str) -> None:
        """End an element within the text."""
        if name == "rPh":
            self._is_aside = False
        elif name == "t" and self._buffer is not None:
            piece = unescaped("".join(self._buffer))
            self.text.pieces.append((piece, self._is_struck))
            self._buffer = None

    def data(self, piece: str) -> None:
        """Take what stands between two elements."""
        if self._buffer is not None:
            self._buffer.append(piece)


def unescaped(text: str) -> str:
    """The text with the signs that XML cannot hold, such as _x000D_."""
    return unescape(text) if "_x" in text else text


def texts_in(content: bytes) -> list[Text]:
    """The texts that the cells of a workbook share, in their order."""
    found: list[Text] = []
    reader = TextReader()

    def start(name: str, attributes: Attributes) -> None:
        nonlocal reader
        if (name := local(name)) == "si":
            reader = TextReader()
            found.append(reader.text)
        reader.start(name, attributes)

    def end(name: str) -> None:
        reader.end(local(name))

    def data(piece: str) -> None:
        reader.data(piece)

    walk(content, start, end, data)
    return found
