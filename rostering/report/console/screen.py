"""The screen to write on, and the few styles that are used on it."""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Column, Table
from rich.text import Text

from rostering.domain.signs import plain

HEADING = "bold"
FAINT = "dim"
OPEN = "bold red"
DONE = "green"
DOUBTFUL = "yellow"
OPEN_MARK = "□"
"""Marks what is open, for those who see no colour."""
SPARE_MARK = "·"


class Screen(Console):
    """A console on which no name commands the terminal, or turns a line round."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterator[Segment]:
        """The same without what would: controls of the console's own stay."""
        return commanding_nothing(super().render(renderable, options))


def commanding_nothing(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The same without what would command a terminal; a console's own controls stay."""
    for segment in segments:
        text, style, control = segment
        if control or text.isprintable():
            yield segment
        else:
            yield Segment(plain(text), style)


def screen(*, stderr: bool = False) -> Console:
    """A console that marks nothing of itself, and knows NO_COLOR and pipes."""
    return Screen(stderr=stderr, highlight=False, emoji=False, markup=False)


def table(*heads: str | Text, title: str = "") -> Table:
    """A table with a ruled head and no more lines than that; nothing is cut short."""
    made = Table(
        title=title or None,
        title_justify="left",
        title_style=HEADING,
        header_style=FAINT,
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
    )
    for head in heads:
        made.add_column(head, overflow="fold")
    return made


def whole_words(column: Column, texts: Iterable[str]) -> None:
    """Keep the column so wide that no word of its texts is broken."""
    words = (word for text in texts for word in text.split())
    column.min_width = max(map(len, words), default=0)


def heading(text: str) -> Text:
    """A heading."""
    return Text(text, style=HEADING)


def indented(thing: Table | Text) -> Padding:
    """The same, two spaces in."""
    return Padding(thing, (0, 0, 0, 2), expand=False)


def counted(number: int, thing: str) -> str:
    """`1 shift`, `2 shifts`, `3 tickets of training`."""
    first, of, rest = thing.partition(" of ")
    many = _PLURALS.get(thing) or f"{first}s{of}{rest}"
    return f"{number} {thing if number == 1 else many}"


_PLURALS = {
    "breach": "breaches",
    "clash": "clashes",
    "duty": "duties",
    "duty on record": "duties on record",
    "person": "people",
    "time off the road": "times off the road",
    "try": "tries",
    "wish": "wishes",
}
