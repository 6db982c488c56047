"""What of a rota is shown, and what is known of it beside its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.exits import fail
from rostering.cli.ledgers import version_named
from rostering.cli.meant import Unknown, person_meant, unit_meant
from rostering.cli.saved import days_of, read_saved
from rostering.cli.whose import asked_days

if TYPE_CHECKING:
    from rostering.report.known import Known
    from rostering.report.since import Since
    from rostering.saved.lines import RotaLine
    from rostering.saved.reading import SavedRota as Saved


@dataclass(frozen=True)
class Asked:
    """What is asked for, as it was typed."""

    unit: str = ""
    first: date | None = None
    weeks: int | None = None
    since: Path | None = None
    as_json: bool = False

    def lines_of(self, saved: "Saved") -> "list[RotaLine]":
        """The lines that are wanted, in order of time; end where there is none."""
        units = {line.unit for line in saved.lines}
        wanted = unit_meant(self.unit, units, as_json=self.as_json) if self.unit else ""
        days = asked_days(saved, self.first, self.weeks)
        chosen = [x for x in saved.lines if x.day in days and wanted in ("", x.unit)]
        if saved.lines and not chosen:
            said = "The rota has nothing in those days."
            fail(said, "Ask for other days, or all.", as_json=self.as_json)
        return sorted(chosen, key=lambda line: (line.day, line.unit, line.turn))

    def known_of(
        self, saved: "Saved", path: Path, lines: "Sequence[RotaLine]"
    ) -> "Known":
        """What the rota's files tell, and what has changed since it was published."""
        from rostering.report.known import known_of

        days = asked_days(saved, self.first, self.weeks)
        is_whole = len(lines) == len(saved.lines)
        since = self._since(saved, path)
        if self.unit and since is not None:
            units = {line.unit for line in lines}
            gone = tuple(line for line in since.gone if line.unit in units)
            since = replace(since, gone=gone)
        return known_of(saved, days, since, is_whole=is_whole)

    def _since(self, saved: "Saved", path: Path) -> "Since | None":
        from rostering.report.since import since

        if self.since is None:
            return _published(saved, path)
        earlier = read_saved(self.since, as_json=self.as_json)
        days = _shared_days(earlier, saved)
        return since(str(self.since), earlier.lines, saved.lines, days)


def person_asked(
    lines: "Sequence[RotaLine]", known: "Known", said: str, *, as_json: bool
) -> str:
    """The id of the one person meant."""
    names = {x.person: x.name for x in known.diaries.values() if x.contract is not None}
    names |= {line.person: line.name for line in lines if line.is_named}
    if not names:
        unseen = "Nobody is named in this rota."
        fail(unseen, "Show it by car: rota show", as_json=as_json)
    listed = "`rota show --by person` lists everybody."
    nobody = Unknown("has no shift in these days.", listed)
    return person_meant(said, names, nobody, as_json=as_json)


def _published(saved: "Saved", path: Path) -> "Since | None":
    """What is otherwise than what stands, or stood before the version that is shown."""
    from inputs import BadInputs
    from rostering.domain import Period
    from rostering.ledger import Ledger, Refusal
    from rostering.ledger.standing import standing_on
    from rostering.report.since import since
    from rostering.saved.origin import book_of

    book, days = book_of(saved.document, saved.path), days_of(saved)
    if book is None or days.first is None or days.last is None:
        return None
    try:
        versions = Ledger.beside(book).versions()
        shown = version_named(path)
        earlier = [v for v in versions if shown is None or v.number < shown.number]
        standing = standing_on(earlier, Period(days.first, days.last))
    except (BadInputs, Refusal):
        return None
    if not standing.versions:
        return None
    name = standing.versions[-1].name
    return since(name, standing.lines, saved.lines, standing.days)


def _shared_days(earlier: "Saved", later: "Saved") -> frozenset[date]:
    """The days of which both tell."""
    from rostering.domain.time import days_between

    ranges = [days_of(earlier), days_of(later)]
    first = max((x.first for x in ranges if x.first), default=None)
    last = min((x.last for x in ranges if x.last), default=None)
    if first is None or last is None:
        return frozenset()
    return frozenset(days_between(first, last))
