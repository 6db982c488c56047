"""What a publishing needs: the rota audited, and what it changes of what stands."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.author import author_named
from rostering.cli.comparing import Compared, compared
from rostering.cli.diff import today
from rostering.cli.exits import fail
from rostering.cli.opened import OpenedBook
from rostering.cli.origin import news_of
from rostering.cli.saved import OpenedRota, open_saved
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.domain import Period
    from rostering.ledger import Draft, Version
    from rostering.report.publishing import Publishable


@dataclass(frozen=True)
class Order:
    """One publishing, as the command line asks for it."""

    path: Path
    book: Path | None
    reason: str
    author: str
    effective: date | None
    told: date | None
    anyway: bool
    as_json: bool

    @property
    def told_on(self) -> date:
        """The day on which people are told."""
        return self.told or today()


@dataclass(frozen=True)
class Publishing:
    """A rota that passed its audit, and what was published before it."""

    order: Order
    saved: OpenedRota
    publishable: "Publishable"
    before: "tuple[Version, ...]"
    """Every version of the ledger, as it was seen when this began."""

    @property
    def days(self) -> "Period":
        """The days for which it is to stand."""
        from rostering.domain import Period

        period = self.saved.opened.problem.period
        return Period(
            max(self.order.effective or period.first, period.first), period.last
        )

    @cached_property
    def compared(self) -> Compared:
        """What it changes of what stands."""
        from rostering.ledger import standing_on

        standing = standing_on(self.before, self.days)
        return compared(
            self.saved.opened.problem,
            standing.lines,
            self.publishable.lines,
            days=standing.days,
            told_on=self.order.told_on,
        )

    @property
    def overtakes(self) -> "tuple[Version, ...]":
        """The versions that stand for some of its days until then."""
        from rostering.ledger import standing_on

        return standing_on(self.before, self.days).versions

    @property
    def reason(self) -> str:
        """Why it is published: as somebody says, or what it was changed for."""
        return self.order.reason or "; ".join(news_of(self.saved.saved.document))

    @property
    def twin(self) -> "Version | None":
        """The newest version for its days, if it is the same rota."""
        from rostering.report.publishing import is_same_rota

        for version in reversed(self.before):
            if version.days.first <= self.days.last and (
                self.days.first <= version.days.last
            ):
                is_same = version.days == self.days and is_same_rota(
                    version.saved().lines, self.publishable.lines
                )
                return version if is_same else None
        return None


def made_ready(order: Order) -> Publishing:
    """Read the rota, audit it and look at what stands; end where it cannot stand."""
    saved = open_saved(order.path, book=order.book, as_json=order.as_json)
    _see_unchanged(saved, order)
    publishing = Publishing(order, saved, _audited(saved), _versions(saved))
    _see_effective(publishing)
    return publishing


def kept(publishing: Publishing) -> "Version":
    """Put the rota into the ledger.

    Raises:
        Refusal: Another version came meanwhile, or the ledger cannot be written.
    """
    from inputs import BadInputs
    from rostering.ledger import Ledger, Refusal
    from rostering.memory.keeping import keep

    book = publishing.saved.opened.path
    ledger = Ledger.beside(book, create=True)
    seen = publishing.before[-1].number if publishing.before else None
    version = ledger.publish(_draft(publishing), after=seen)
    # It is published; what is kept beside it can be made anew of it.
    with suppress(BadInputs, Refusal):
        keep(ledger, version)
    return version


def _audited(saved: OpenedRota) -> "Publishable":
    from rostering.audit import audit
    from rostering.report.publishing import Publishable, lines_to_publish

    opened = saved.opened
    lines = lines_to_publish(saved.rota, saved.saved.lines)
    found = audit(saved.rota, opened.rules)
    return Publishable(saved.rota, opened.rules, found, opened.files, lines)


def _versions(saved: OpenedRota) -> "tuple[Version, ...]":
    from rostering.ledger import Ledger, NoLedger

    try:
        return Ledger.beside(saved.opened.path).versions()
    except NoLedger:
        return ()


def _see_unchanged(saved: OpenedRota, order: Order) -> None:
    """See that the book is the one that the rota was built from."""
    from rostering.saved.rebuild import changed_files

    built_from = saved.saved.document.get("inputs")
    changed = [f.place.file for f in changed_files(saved.opened.files, built_from)]
    if changed and not order.anyway:
        fail(
            f"The book has changed since this rota was built: {', '.join(changed)}.",
            "Build it anew, or publish it as it is, audited by the book as it is now: "
            "--anyway",
            as_json=order.as_json,
        )


def _see_effective(publishing: Publishing) -> None:
    first = publishing.order.effective
    period = publishing.saved.opened.problem.period
    if first is not None and first > period.last:
        fail(
            f"The rota ends on {day_in_words(period.last)}, before it is to stand.",
            "Give a day of the rota: --effective DATE",
            as_json=publishing.order.as_json,
        )


def _draft(publishing: Publishing) -> "Draft":
    from rostering.ledger import Draft
    from rostering.report.publishing import document_to_publish
    from rostering.saved.comma import to_csv

    order, saved = publishing.order, publishing.saved
    publishable = publishing.publishable
    problem = saved.opened.problem
    return Draft(
        problem.period,
        author_named(order.author),
        publishing.reason,
        to_csv(publishable.lines),
        document_to_publish(publishable, saved.saved.document),
        files=_contents(saved.opened, as_json=order.as_json),
        told_on=order.told_on,
        effective=order.effective,
        signatories=problem.signatories,
    )


def _contents(opened: OpenedBook, *, as_json: bool) -> dict[str, bytes]:
    """The files of the book, which must be those that the audit has seen."""
    contents: dict[str, bytes] = {}
    for name, mark in opened.files.items():
        file = opened.path / name if opened.path.is_dir() else opened.path
        try:
            content = file.read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != mark:
            fail(
                f"{file} was changed while the rota was being published.",
                "Nothing was published. Give the command again.",
                as_json=as_json,
            )
        contents[name] = content
    return contents
