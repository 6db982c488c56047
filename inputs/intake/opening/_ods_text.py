"""The text of a cell of an OpenDocument spreadsheet, and that of its comment."""

from dataclasses import dataclass, field

from inputs.intake.office.xml import Attributes
from inputs.intake.opening._ods_styles import OdsStyles
from inputs.intake.opening._strings import Text

_COMMENT = "office:annotation"
_LONGEST_GAP = 1_000


@dataclass
class CellText:
    """Gathers what is written in one cell and beside it."""

    styles: OdsStyles
    text: Text = field(default_factory=Text)
    note: Text = field(default_factory=Text)
    _asides: list[str] = field(default_factory=list)
    """Elements of which the text is not the cell's own."""
    _spans: list[bool | None] = field(default_factory=list)
    _is_paragraph: bool = False

    def start(self, name: str, said: Attributes) -> None:
        """Begin an element within the cell."""
        if name == _COMMENT or name.startswith("draw:"):
            self._asides.append(name)
        elif name == "text:p":
            self._is_paragraph = True
            if self._target.pieces:
                self._write("\n")
        elif name == "text:span":
            self._spans.append(self.styles.is_struck(said.get("text:style-name", "")))
        elif name in ("text:line-break", "text:tab"):
            self._write("\n" if name == "text:line-break" else "\t")
        elif name == "text:s":
            self._write(" " * min(int(said.get("text:c", 1)), _LONGEST_GAP))

    def end(self, name: str) -> None:
        """End an element within the cell."""
        if name == "text:p":
            self._is_paragraph = False
        elif name == "text:span":
            self._spans.pop()
        elif self._asides and name == self._asides[-1]:
            self._asides.pop()

    def data(self, piece: str) -> None:
        """Take what stands between two elements."""
        if self._is_paragraph:
            self._write(piece)

    @property
    def _target(self) -> Text:
        """What is being written: the cell, its comment, or what is passed over."""
        if not self._asides:
            return self.text
        return self.note if _COMMENT in self._asides else Text()

    def _write(self, piece: str) -> None:
        struck = next((s for s in reversed(self._spans) if s is not None), None)
        self._target.pieces.append((piece, struck))
