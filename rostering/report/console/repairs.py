"""Each open shift as a block: who is stopped by what, and what would crew it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rostering.domain import Fill, PersonId, Problem, Shift, Tier
from rostering.explain.words import cells
from rostering.report.built import INCOMPLETE
from rostering.report.console.cars import short_day
from rostering.report.console.screen import DONE, FAINT, OPEN, counted, heading
from rostering.report.people import names_in

if TYPE_CHECKING:
    from rostering.explain.differences import Change
    from rostering.explain.gaps import Gap
    from rostering.explain.gaps.stops import Stop
    from rostering.explain.repairs import OpenShift, Repair
    from rostering.explain.repairs.eased import Eased
    from rostering.explain.repairs.together import Together

FEW = 3
"""Up to so many people, each is told with all that is against them."""
MOST_NAMES = 6
"""How many names a line gives before it says how many more there are."""


def repairs_shown(
    shifts: Sequence["OpenShift"],
    together: Sequence["Together"],
    problem: Problem,
    *,
    is_searched: bool,
) -> Iterator[RenderableType]:
    """A block for each open shift; then what would mend several at once."""
    if not shifts:
        yield Text("No open shifts.", style=DONE)
        return
    yield Text(counted(len(shifts), "open shift"), style=OPEN)
    for shift in shifts:
        yield Text()
        yield heading(_head(shift.shift))
        for gap in shift.gaps:
            yield from _post(gap, problem)
        if is_searched:
            yield from _repairs(shift, problem)
    if together:
        yield Text()
        yield heading("Asked of one, mends several")
        yield from (_together(each, problem) for each in together)


def _head(shift: Shift) -> str:
    span = shift.span
    clock = f"{span.local_start:%H:%M}–{span.local_end:%H:%M}"
    return f"{short_day(shift.day)}  {shift.unit}  {shift.turn}  {clock}"


def _post(gap: "Gap", problem: Problem) -> Iterator[RenderableType]:
    places = f" ×{gap.places}" if gap.places > 1 else ""
    yield _line(f"□ {gap.post.name}{places}", 2, style=OPEN)
    if not gap.stops:
        yield _line(gap.sentence, 4)
    groups: defaultdict[str, list[Stop]] = defaultdict(list)
    for stop in gap.stops:
        groups[stop.briefly].append(stop)
    for briefly, alike in sorted(groups.items(), key=lambda g: (len(g[1]), g[0])):
        where = cells([stop.place for stop in alike])
        told = f"{briefly}{where}: {_people(alike, problem)}"
        yield _line(told, 4, mark=f"{len(alike):>2}")


def _people(stops: Sequence["Stop"], problem: Problem) -> str:
    """A few with all that is against each, or the names of many."""
    is_plain = all(stop.rule in ("", INCOMPLETE) for stop in stops)
    if len(stops) > FEW or is_plain:
        return _names((problem.person[stop.person].name for stop in stops), MOST_NAMES)
    told = []
    for stop in stops:
        reasons = dict.fromkeys(objection.because for objection in stop.objections)
        told.append(f"{problem.person[stop.person].name} ({'; '.join(reasons)})")
    return ", ".join(told)


def _names(names: Iterable[str], most: int) -> str:
    known = list(dict.fromkeys(names))
    if len(known) > most:
        return f"{', '.join(known[:most])} and {len(known) - most} more"
    return ", ".join(known)


def _repairs(shift: "OpenShift", problem: Problem) -> Iterator[RenderableType]:
    if not shift.repairs:
        yield _line("No repair was found that keeps the law and crews this shift.", 2)
    for number, repair in enumerate(shift.repairs, start=1):
        asks = _asks(repair.eased, problem)
        yield _line(asks, 2, mark=f"{number}.", style=DONE)
        if repair.likewise:
            yield _line(f"or {_likewise(repair, problem)} likewise", 5)
        for change in repair.changes:
            yield _line(_change(change, problem), 5, mark="·")
        yield _line(_price(repair), 5, style=FAINT)


def _asks(eased: "Eased", problem: Problem) -> str:
    """The instructions with the cells to change."""
    said = []
    for easing in eased.easings:
        where = cells(easing.places(problem))
        said.append(f"{easing.words(problem)}{where}")
    if not said:
        return "Nothing needs to be asked: the people on the rota can do it"
    words = "; ".join(said)
    return words[:1].upper() + words[1:]


def _likewise(repair: "Repair", problem: Problem) -> str:
    """The others of whom the same could be asked."""
    own = {easing.subject for easing in repair.easings}
    return " or ".join(
        " with ".join(
            dict.fromkeys(
                names_in(easing.subject, problem)
                for easing in eased.easings
                if easing.subject not in own
            )
        )
        for eased in repair.likewise
    )


def _change(change: "Change", problem: Problem) -> str:
    name = problem.person[PersonId(change.person)].name
    leaves, joins = (
        ", ".join(map(_place, each)) for each in (change.leaves, change.joins)
    )
    if not leaves:
        return f"{name} goes on {joins}"
    return (
        f"{name} moves from {leaves} to {joins}" if joins else f"{name} leaves {leaves}"
    )


def _place(fill: Fill) -> str:
    return f"{fill.shift.unit} on {short_day(fill.shift.day)} as {fill.post}"


def _price(repair: "Repair") -> str:
    """What each tier costs more or less, by rule; cover is what is gained."""
    told = []
    for tier in Tier:
        its = [c for c in repair.charges if c.tier is tier]
        if its and tier is not Tier.COVER:
            rules = ", ".join(f"{c.rule} {_signed(c.then - c.now)}" for c in its)
            total = _signed(sum(c.then - c.now for c in its))
            told.append(f"{tier.title} {total} ({rules})")
    return f"charges: {'; '.join(told) or 'as before'}"


def _signed(difference: int) -> str:
    """`+3`, `−2` with a minus as long as the plus."""
    return f"{difference:+d}".replace("-", "−")


def _together(together: "Together", problem: Problem) -> RenderableType:
    """`Danuta Tatlock, offer: would crew 2 shifts, JR-07 on Fri 15 Jan and ...`."""
    days = " and ".join(
        f"{shift.unit} on {short_day(shift.day)}" for shift in together.shifts
    )
    number = counted(len(together.shifts), "shift")
    name = names_in(together.subject, problem)
    said = f"{name}, {together.kind}: would crew {number}, {days}"
    return _line(said, 2, mark="·")


def _line(text: str, indent: int, *, mark: str = "", style: str = "") -> RenderableType:
    """A paragraph with its mark before it; what wraps stays clear of the mark."""
    row = Table.grid(padding=(0, 1, 0, 0))
    if mark:
        row.add_column(no_wrap=True)
    row.add_column()
    row.add_row(*([Text(mark)] * bool(mark)), Text(text, style=style))
    return Padding(row, (0, 0, 0, indent), expand=False)
