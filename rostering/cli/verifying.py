"""Auditing a published version with the book of its time, and building it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import rostering
from rostering.cli.kept import as_published, kept_book, opened_for
from rostering.cli.opened import OpenedBook
from rostering.saved.lines import lines_of

if TYPE_CHECKING:
    from rostering.domain import Rota
    from rostering.ledger import Ledger, Version
    from rostering.memory import Held, Record
    from rostering.report.verification import Rebuilt, Verified
    from rostering.saved.lines import RotaLine
    from rostering.solve import Limits


class Stopped(Exception):
    """The user stopped a rebuilding."""


_OTHER_RULES = "this rota has other rules than the one that built it."


@dataclass
class Verifier:
    """Checks the versions of one ledger, and builds each rota only once."""

    ledger: "Ledger"
    is_quick: bool
    """Whether to leave out building again."""
    _built: "dict[str, Rota]" = field(default_factory=dict)

    def verified(self, version: "Version") -> "Verified":
        """What the version is found to be.

        Raises:
            Stopped: The user stopped it.
        """
        from inputs import BadInputs
        from rostering.audit import audit
        from rostering.domain import Audit
        from rostering.report.verification import Rebuilt, Verified

        document = version.saved().document
        try:
            opened = as_published(version, known=self._known_before(version))
            rebuilt, because = self._rebuilt(version, document)
        except BadInputs:
            return Verified(version, None, (), Audit(), Rebuilt.NOT_TRIED)
        return Verified(
            version,
            opened.opened.problem,
            opened.opened.rules,
            audit(opened.rota, opened.opened.rules),
            rebuilt,
            because,
            edited=_edited(version, document),
            is_other_engine=document.get("engine") != rostering.__version__,
        )

    def _known_before(self, version: "Version") -> "Record":
        """What was on record when it was published."""
        from rostering.memory import Held, record

        before = [v for v in self.ledger.versions() if v.number < version.number]
        entries = self.ledger.entries()
        place = next(e.position for e in entries if e.hash == version.hash)
        notes = tuple(e.position for e in entries if e.position < place)
        held = Held(tuple(v.number for v in before), notes)
        return record(self.ledger, held=held)

    def _rebuilt(
        self, version: "Version", document: Mapping[str, object]
    ) -> "tuple[Rebuilt, str]":
        """Whether its inputs give the same rota again, or why that was not tried."""
        from rostering.report.document import rule_document
        from rostering.report.publishing import is_same_rota
        from rostering.report.verification import Rebuilt

        if self.is_quick:
            return Rebuilt.NOT_TRIED, ""
        if because := _not_to_be_rebuilt(version, document):
            return Rebuilt.NOT_TRIED, because
        opened = self._opened_to_build(version, document)
        if [rule_document(rule) for rule in opened.rules] != document.get("rules"):
            return Rebuilt.NOT_TRIED, _OTHER_RULES
        if version.document_sha256 not in self._built:
            self._built[version.document_sha256] = _build(opened, document)
        rota = self._built[version.document_sha256]
        is_same = is_same_rota(lines_of(rota), _built_lines(version, document))
        return (Rebuilt.SAME if is_same else Rebuilt.DIFFERS), ""

    def _opened_to_build(
        self, version: "Version", document: Mapping[str, object]
    ) -> OpenedBook:
        """Its book, with what was on record when it was built."""
        from rostering.memory import record

        held = _held(document)
        known = None if held is None else record(self.ledger, held=held)
        with kept_book(version) as book:
            return opened_for(version, book, known=known)


def _build(opened: OpenedBook, document: Mapping[str, object]) -> "Rota":
    from rostering.domain import Rota
    from rostering.report.console import screen
    from rostering.report.console.progress import watching
    from rostering.solve import solve

    with watching(screen(stderr=True)) as watcher:
        result = solve(
            opened.problem, opened.rules, limits=_limits(document), watcher=watcher
        )
    if result.is_stopped:
        raise Stopped
    return result.rota or Rota(opened.problem)


def _not_to_be_rebuilt(version: "Version", document: Mapping[str, object]) -> str:
    """Why the kept inputs need not give the same rota; empty where they must."""
    engine, notes = document.get("engine"), document.get("notes")
    if not document.get("limits") or "seed" not in document:
        return "it was not made by `rota build` alone."
    if engine != rostering.__version__:
        return f"rota {engine} built it, and this is rota {rostering.__version__}."
    if document.get("inputs") != dict(version.inputs):
        return "its book had changed between building and publishing."
    if isinstance(notes, list) and notes:
        return f"its search was cut short. {notes[0]}"
    return ""


def _limits(document: Mapping[str, object]) -> "Limits":
    """The limits of its search; one on the clock did not strike, and is left out."""
    from rostering.solve import Limits

    said = document["limits"]
    effort = said.get("effort", 1.0) if isinstance(said, Mapping) else 1.0
    return Limits(effort=float(effort), seed=int(str(document["seed"])))


def _held(document: Mapping[str, object]) -> "Held | None":
    """What of the ledger counted in the build."""
    from rostering.memory import Held

    said = document.get("remembered")
    if not isinstance(said, Mapping):
        return None
    return Held(tuple(said["versions"]), tuple(said["notes"]))


def _built_lines(
    version: "Version", document: Mapping[str, object]
) -> "tuple[RotaLine, ...]":
    """The rota as it was built, before anybody changed it."""
    from rostering.saved.reading import rota_of

    return rota_of(version.saved().path, document).lines


def _edited(version: "Version", document: Mapping[str, object]) -> int:
    """How many places are otherwise than they were built."""
    from rostering.report.publishing import places_of

    built = places_of(_built_lines(version, document))
    return (places_of(version.saved().lines) - built).total()
