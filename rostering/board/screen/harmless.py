"""What is put on the board's screen: no name in it commands the terminal."""

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement

from rostering.report.console.screen import commanding_nothing


class Harmless:
    """Some parts below each other, without signs that would command a terminal."""

    def __init__(self, *parts: RenderableType) -> None:
        """Keep the parts."""
        self.parts = parts

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        """What is left of each."""
        yield from commanding_nothing(console.render(Group(*self.parts), options))

    def __rich_measure__(
        self, console: Console, options: ConsoleOptions
    ) -> Measurement:
        """As wide as the parts are."""
        return Measurement.get(console, options, Group(*self.parts))
