"""What slack in each rule would buy, the dearest first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from constraints import RULES
from rostering.report.console.screen import (
    DOUBTFUL,
    FAINT,
    counted,
    heading,
    indented,
    table,
)

if TYPE_CHECKING:
    from rostering.explain.prices import Gain, Price, Prices, Told

LEFT_OUT = "left out altogether"


@contextmanager
def pricing(console: Console) -> "Iterator[Told | None]":
    """Show which rule is being priced, on a terminal; show nothing in a pipe."""
    if not console.is_terminal:
        yield None
        return
    columns = (
        TextColumn("Pricing {task.description}"),
        BarColumn(),
        TextColumn("{task.completed} of {task.total} rules"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)

        def tell(code: str, done: int, total: int) -> None:
            progress.update(task, description=code, completed=done, total=total)

        yield tell


def prices_shown(found: "Prices") -> Iterator[RenderableType]:
    """The prices, and what has none."""
    yield heading("What one unit of slack would buy")
    yield Text(
        f"{found.crewed} of {counted(found.wanted, 'shift')} are crewed, and fairness "
        f"costs {found.fairness}. Each row is solved anew with that slack alone; "
        "fairness with as many shifts crewed as now.",
        style=FAINT,
    )
    yield Text()
    if found.buying:
        yield indented(_table(found.buying))
    else:
        yield Text("No unit of slack in any rule is sure to buy anything.")
    yield Text()
    yield from _others(found)


def _table(found: "Sequence[Price]") -> Table:
    made = table("rule", "", "slack", "shifts more", "fairness less")
    made.columns[0].no_wrap = True
    for column in made.columns[3:]:
        column.justify = "right"
        column.no_wrap = True
    for price in found:
        made.add_row(
            Text(price.code, style="bold"),
            Text(RULES[price.code].title),
            Text(_slack(price)),
            _range(price.cover),
            _range(price.fairness),
        )
    return made


def _slack(price: "Price") -> str:
    if not price.what:
        return LEFT_OUT
    return f"{price.what}: {price.now} (now {price.was})"


def _range(gain: "Gain") -> str:
    if gain.at_least == gain.at_most:
        return str(gain.at_least)
    return f"{gain.at_least} to {gain.at_most}"


def _others(found: "Prices") -> Iterator[Text]:
    unsure = [_at_most(price) for price in found.unsure]
    if unsure:
        said = "Nothing found to gain, and not proved that there is nothing: "
        yield Text(f"{said}{', '.join(unsure)}.", style=DOUBTFUL)
    if found.worth_nothing:
        nothing = ", ".join(found.worth_nothing)
        yield Text(f"Proved to buy nothing, even left out: {nothing}.")
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for code in found.not_for_sale:
        kinds[RULES[code].kind.value].append(code)
    for kind, codes in kinds.items():
        said = f"{kind.capitalize()}, not for sale: {', '.join(codes)}."
        yield Text(said, style=FAINT)
    if found.not_asked:
        said = f"Not asked by the end: {', '.join(found.not_asked)}."
        yield Text(said, style=DOUBTFUL)


def _at_most(price: "Price") -> str:
    """`RUN-01 (at most 1 shift)`."""
    parts = []
    if price.cover.at_most:
        parts.append(counted(price.cover.at_most, "shift"))
    if price.fairness.at_most:
        parts.append(f"{price.fairness.at_most} of fairness")
    return f"{price.code} (at most {' and '.join(parts)})"
