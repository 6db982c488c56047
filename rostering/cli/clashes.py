"""Clashes of a book: looked for before a rota is, and told with their repairs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from rostering.cli.exits import Exit, say_json
from rostering.cli.opened import OpenedBook

if TYPE_CHECKING:
    from rich.console import RenderableType

    from rostering.explain.clash import Clash
    from rostering.explain.clash.repairs import Repair


@dataclass(frozen=True)
class FoundClashes:
    """The clashes of a book, and the changes that end them."""

    clashes: "tuple[Clash, ...]" = ()
    repairs: "tuple[Repair, ...]" = ()

    @property
    def title(self) -> str:
        """`No rota is possible: 2 clashes.`."""
        from rostering.report.console.screen import counted

        return f"No rota is possible: {counted(len(self.clashes), 'clash')}."

    @property
    def advice(self) -> str:
        """What to do next."""
        if self.repairs:
            return "Make the changes of one of these in the book, then build again."
        return "Take one pin of each clash out of the book, then build again."

    @property
    def document(self) -> dict[str, object]:
        """The same for other programs."""
        from rostering.report.clash import clash_documents, repair_documents

        return {
            "clashes": clash_documents(self.clashes),
            "repairs": repair_documents(self.repairs),
        }


def find_clashes(opened: OpenedBook) -> FoundClashes:
    """Look for clashes; only pins can be in one, so without pins there is none."""
    if not opened.problem.pins:
        return FoundClashes()
    from rostering.explain.pins_kept import has_rota_with_pins

    if has_rota_with_pins(opened.problem, opened.rules):
        return FoundClashes()
    from rostering.explain.clash import clashes
    from rostering.explain.clash.repairs import repairs

    found = clashes(opened.problem, opened.rules)
    mended = repairs(opened.problem, opened.rules, found) if found else ()
    return FoundClashes(found, mended)


def end_on_clashes(opened: OpenedBook, *, as_json: bool) -> None:
    """Tell of all clashes and end, if there are any."""
    from rostering.report.console import screen

    found = find_clashes(opened)
    if not found.clashes:
        return
    if as_json:
        say_json({"error": found.title, "advice": found.advice, **found.document})
    else:
        console = screen(stderr=True)
        console.print(found.title, style="bold red")
        for part in clash_parts(found):
            console.print(part)
        console.print(found.advice)
    raise typer.Exit(Exit.FAILED)


def clash_parts(found: FoundClashes) -> "Iterator[RenderableType]":
    """The clashes and their repairs, as a screen shows them."""
    if not found.clashes:
        return iter(())
    from rostering.report.console.clash import clashes_shown

    return clashes_shown(found.clashes, found.repairs)
