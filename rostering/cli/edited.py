"""What was edited in a rota by hand: found, judged, and marked in its workbook."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.exits import bad_input, fail
from rostering.cli.saved import OpenedRota, read_saved

if TYPE_CHECKING:
    from rostering.domain import Audit, Place
    from rostering.report.edits import ToldEdits

AS_WRITTEN = "the rota as it was written"


@dataclass(frozen=True)
class Before:
    """What the rota is compared with."""

    told: "ToldEdits"
    name: str


def edits_told(
    saved: OpenedRota, against: Path | None, *, as_json: bool = False
) -> Before | None:
    """Every edit judged; None where there is nothing to compare the rota with."""
    from rostering.domain import Rota
    from rostering.merging.edits import edits, places_in
    from rostering.merging.judging import judge
    from rostering.report.edits import told_edits
    from rostering.saved.rebuild import fills_known

    lines, name = saved.saved.built, AS_WRITTEN
    if against is not None:
        lines, name = read_saved(against, as_json=as_json).lines, str(against)
    if not lines:
        return None
    rota, rules = saved.rota, saved.opened.rules
    before = Rota(rota.problem, fills_known(rota.problem, lines))
    found = edits(before.fills, rota.fills, places_in(rota, saved.saved))
    return Before(told_edits(judge(before, rota, rules, found), rules), name)


def mark(
    saved: OpenedRota,
    found: "Audit",
    before: Before | None,
    out: Path | None,
    *,
    as_json: bool = False,
) -> Path:
    """Write the workbook with its edits and breaches marked; without `out` a copy."""
    from inputs import BadInputs
    from inputs.intake.marking import mark_findings
    from inputs.intake.opening import open_source

    path = saved.path
    if not saved.saved.is_workbook:
        said = f"{path} is no workbook, so no cells of it can be marked."
        fail(said, "Edit and audit rota.xlsx instead.", as_json=as_json)
    try:
        source = open_source(path)
        findings = _findings(saved, found, before)
        return mark_findings(path, source, findings, out or _beside(path))
    except BadInputs as bad:
        bad_input(bad.faults, as_json=as_json)
    except OSError as refusal:
        said = f"The marked workbook cannot be written ({refusal.strerror})."
        fail(said, "Close it in Excel, or name another: --marked PATH", as_json=as_json)


def _findings(
    saved: OpenedRota, found: "Audit", before: Before | None
) -> "dict[Place, str]":
    """What to write beside which cells."""
    from rostering.domain import Severity
    from rostering.merging.cells import cells_of
    from rostering.merging.edits import places_in
    from rostering.report.edits import breach_in_words

    said: defaultdict[Place, list[str]] = defaultdict(list)
    others = found.hard
    if before is not None:
        others = before.told.judgement.others
        for each in before.told.edits:
            place = each.judged.edit.place
            if place is not None and each.sentences:
                said[place].append(each.sentences)
    rota = saved.rota
    places = places_in(rota, saved.saved)
    titles = {rule.code: rule.title for rule in saved.opened.rules}
    for breach in others:
        for place in cells_of(breach, rota, places):
            said[place].append(breach_in_words(breach, rota.problem, titles))
    for fault in saved.saved.faults:
        if fault.severity is Severity.WARNING and fault.place.cell:
            said[fault.place].append(f"Found {fault.found}; wanted {fault.wanted}.")
    return {place: "\n".join(dict.fromkeys(words)) for place, words in said.items()}


def _beside(path: Path) -> Path:
    """A free name for a copy, such as `rota marked.xlsx`."""
    names = (
        f"{path.stem} marked{n}.xlsx" for n in ("", *map(" {}".format, range(2, 100)))
    )
    return next(new for name in names if not (new := path.with_name(name)).exists())
