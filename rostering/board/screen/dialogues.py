"""What is asked or shown above the board, until a key is pressed."""

from collections.abc import Iterable
from typing import ClassVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from rostering.board.screen.harmless import Harmless


class _Dialogue(ModalScreen[bool]):
    """A title, something to be read, and what to press."""

    def __init__(self, title: str, parts: Iterable[RenderableType], keys: str) -> None:
        super().__init__()
        self._title = title
        self._parts = tuple(parts)
        self._keys = keys

    def compose(self) -> ComposeResult:
        """All three, one below the other."""
        with Vertical(classes="dialogue"):
            yield Static(self._title, classes="title", markup=False)
            with VerticalScroll():
                yield Static(Harmless(*self._parts))
            yield Static(self._keys, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_answer(self, answer: bool) -> None:
        """Put it away."""
        self.dismiss(answer)


class Told(_Dialogue):
    """Something to be read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,e", "answer(False)", "back")
    ]

    def __init__(self, title: str, parts: Iterable[RenderableType]) -> None:
        """Show it under the title."""
        super().__init__(title, parts, "Esc goes back; the arrows scroll")


class Confirmed(_Dialogue):
    """A question to which only `y` is yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes"),
        Binding("n,escape,q", "answer(False)", "no"),
    ]
