"""The versions of a ledger in the terminal."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import ZONE, day_in_words
from rostering.ledger import Status, Version, status_of
from rostering.report.console.screen import DONE, DOUBTFUL, FAINT, table
from rostering.report.history import crewed_of

_STYLES = {
    Status.STANDS: DONE,
    Status.STANDS_IN_PART: DONE,
    Status.AWAITED: DOUBTFUL,
    Status.OVERTAKEN: FAINT,
}


WIDE = 110
"""How wide a window has room for the reasons beside all the rest."""


def history_shown(versions: Sequence[Version], width: int) -> Iterator[RenderableType]:
    """Every version, the newest last, and how to see more of them."""
    is_wide = width >= WIDE
    yield _table(versions, has_reasons=is_wide)
    if not is_wide and any(version.reason for version in versions):
        yield Text()
        yield _reasons(versions)
    last = versions[-1]
    yield Text()
    yield Text(f"One of them: rota show {last.book}@{last.number}", style=FAINT)


def _table(versions: Sequence[Version], *, has_reasons: bool) -> Table:
    why = ("why",) if has_reasons else ()
    made = table("version", "days", "published", "by", *why, "crewed", "")
    crewed_at = len(made.columns) - 2
    for index in (0, crewed_at):
        made.columns[index].justify = "right"
    for index in (0, 1, 2, crewed_at):
        made.columns[index].no_wrap = True
    for version in versions:
        status = status_of(version, versions)
        crewed, wanted = crewed_of(version.saved().lines)
        made.add_row(
            str(version.number),
            f"{_short(version.days.first)} to\n{_short(version.days.last)}",
            _moment(version),
            Text(version.author),
            *((Text(version.reason),) if has_reasons else ()),
            f"{crewed} of {wanted}",
            Text(status_in_words(version, status), style=_STYLES[status]),
        )
    return made


def _reasons(versions: Sequence[Version]) -> Table:
    made = table("version", "why")
    made.columns[0].justify = "right"
    for version in versions:
        if version.reason:
            made.add_row(str(version.number), Text(version.reason))
    return made


def _short(day: date) -> str:
    """`4 Jan 2027`, so that a version's line fits a narrow window."""
    return f"{day.day} {day:%b %Y}"


def _moment(version: Version) -> str:
    local = version.at.astimezone(ZONE)
    return f"{_short(local.date())}\n{local:%H:%M}"


def moment_in_words(version: Version) -> str:
    """When it was published, by the clock on the wall."""
    local = version.at.astimezone(ZONE)
    return f"{day_in_words(local.date())} {local:%H:%M}"


def status_in_words(version: Version, status: Status) -> str:
    """What became of it, and whose word it waits for."""
    if status is Status.AWAITED:
        return f"awaits {' and '.join(version.awaited)}"
    return status.value
