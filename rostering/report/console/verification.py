"""What checking a ledger and its versions came to, in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from rostering.ledger import Version
from rostering.report.console.breaches import breach_table
from rostering.report.console.screen import DONE, DOUBTFUL, OPEN, counted
from rostering.report.verification import Rebuilt, Verified


def flaws_shown(flaws: Sequence[str], versions: Sequence[Version]) -> Text:
    """Whether the ledger is as it was written."""
    if flaws:
        return Text("\n".join(["The ledger was altered:", *flaws]), style=OPEN)
    known = counted(len(versions), "version")
    return Text(f"The ledger is as it was written: {known}.", style=DONE)


def verified_shown(found: Verified) -> Iterator[RenderableType]:
    """One version: its audit, and whether it could be built again."""
    audited, style = _audited(found)
    yield Text(f"{found.version.name}: {audited}", style=style)
    if found.problem is not None and found.audit.hard:
        yield breach_table(found.audit.hard, found.problem, found.rules)
    if found.rebuilt is Rebuilt.SAME:
        yield Text("  Its inputs give the same rota again.", style=DONE)
    elif found.rebuilt is Rebuilt.DIFFERS:
        yield Text("  Its inputs give another rota.", style=OPEN)
    elif found.because:
        yield Text(f"  Not built again: {found.because}", style=DOUBTFUL)
    if found.edited:
        places = counted(found.edited, "place")
        yield Text(f"  Changed by hand after the build: {places}.", style=DOUBTFUL)


def _audited(found: Verified) -> tuple[str, str]:
    if found.problem is None:
        return "this rota does not understand the book of its time.", DOUBTFUL
    if not found.audit.hard:
        return "no breach of any rule that must hold.", DONE
    said = counted(len(found.audit.hard), "breach")
    if found.is_other_engine:
        return f"{said} by the rules of this rota; another one published it.", DOUBTFUL
    return f"{said} of rules that must hold.", OPEN
