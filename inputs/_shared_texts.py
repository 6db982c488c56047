"""Texts of a workbook that its cells share, or that stand in a cell in pieces."""

from inputs._xml import Attributes, follow, main

_TEXT, _PHONETIC, _ITEM = main("t"), main("rPh"), main("si")


class Pieces:
    """Gathers one text out of its pieces, without what says how it is pronounced."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._is_open = self._is_aside = False

    def start(self, name: str) -> None:
        """Begin an element within the text."""
        if name == _TEXT:
            self._is_open = not self._is_aside
        elif name == _PHONETIC:
            self._is_aside = True

    def end(self, name: str) -> None:
        """End an element within the text."""
        if name == _TEXT:
            self._is_open = False
        elif name == _PHONETIC:
            self._is_aside = False

    def data(self, piece: str) -> None:
        """Take what stands between two elements."""
        if self._is_open:
            self._pieces.append(piece)

    def taken(self) -> str:
        """The text, after which another can be gathered."""
        text = "".join(self._pieces)
        self._pieces.clear()
        return text


def shared_texts(content: bytes) -> list[str]:
    """The texts that the cells of a workbook share, by their number."""
    found: list[str] = []
    pieces = Pieces()

    def start(name: str, _: Attributes) -> None:
        pieces.start(name)

    def end(name: str) -> None:
        pieces.end(name)
        if name == _ITEM:
            found.append(pieces.taken().replace("x005F_", ""))

    follow(content, start, end, pieces.data)
    return found
