"""What was edited in a rota by hand: found, judged, and marked in its workbook."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.exits import bad_input, fail
from rostering.cli.saved import OpenedRota, read_saved

if TYPE_CHECKING:
    from rostering.report.edits import ToldEdits

AS_WRITTEN = "the rota as it was written"


@dataclass(frozen=True)
class Compared:
    """A rota beside the one that it was made from, if anything is known of that."""

    told: "ToldEdits"
    name: str
    """What it is compared with; empty for nothing."""


def compared(
    saved: OpenedRota, against: Path | None, *, as_json: bool = False
) -> Compared:
    """Every edit judged, and the smallest repair of all that the rota breaks."""
    from rostering.domain import Rota
    from rostering.merging.cells import cells_of
    from rostering.merging.edits import edits
    from rostering.merging.judging import judge
    from rostering.report.edits import told_edits
    from rostering.saved.rebuild import fills_known

    lines, name = saved.saved.built, AS_WRITTEN
    if against is not None:
        lines, name = read_saved(against, as_json=as_json).lines, str(against)
    rota, rules = saved.rota, saved.opened.rules
    if not lines:
        return Compared(told_edits(judge(rota, rota, rules, ()), rules), "")
    before = Rota(rota.problem, fills_known(rota.problem, lines))
    found = edits(before.fills, rota.fills, cells_of(rota, saved.saved))
    return Compared(told_edits(judge(before, rota, rules, found), rules), name)


def mark(
    saved: OpenedRota,
    found: Compared,
    out: Path | None,
    *,
    as_json: bool = False,
) -> Path:
    """Write the workbook with its edits and breaches marked; without `out` a copy."""
    from inputs import BadInputs
    from inputs.intake.marking import mark_findings
    from inputs.intake.opening import open_source
    from rostering.report.remarks import remarks_on

    path = saved.path
    if not saved.saved.is_workbook:
        said = f"{path} is no workbook, so no cells of it can be marked."
        fail(said, "Edit and audit rota.xlsx instead.", as_json=as_json)
    try:
        source = open_source(path)
        remarks = remarks_on(found.told, saved.saved, saved.opened.rules)
        return mark_findings(path, source, remarks, out or _beside(path))
    except BadInputs as bad:
        bad_input(bad.faults, as_json=as_json)
    except OSError as refusal:
        said = f"The marked workbook cannot be written ({refusal.strerror})."
        fail(said, "Close it in Excel, or name another: --marked PATH", as_json=as_json)


def _beside(path: Path) -> Path:
    """A free name for a copy, such as `rota marked.xlsx`."""
    names = (
        f"{path.stem} marked{n}.xlsx" for n in ("", *map(" {}".format, range(2, 100)))
    )
    return next(new for name in names if not (new := path.with_name(name)).exists())
