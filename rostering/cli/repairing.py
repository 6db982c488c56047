"""Reading, searching, telling and writing a repair: what `rota repair` does."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rostering.cli.clashes import end_on_clashes
from rostering.cli.exits import Exit, fail
from rostering.cli.happened import Said, news_meant
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.saved import book_of_saved, days_of, read_saved
from rostering.cli.weights import weights_of

if TYPE_CHECKING:
    from rostering.domain import PersonId
    from rostering.repair.news import News
    from rostering.repair.options import Menu
    from rostering.repair.situation import Situation
    from rostering.saved.reading import SavedRota

WEEK = 7


@dataclass(frozen=True)
class Order:
    """One repair, as the command line asks for it."""

    path: Path
    book: Path | None
    said: Said
    today: date
    most: int = 9
    effort: float = 1.0
    pick: int | None = None
    out: Path = Path("repaired")
    is_written: bool = False
    """Whether what has happened is added to the book."""
    as_json: bool = False


@dataclass(frozen=True)
class Repaired:
    """A menu, and all that it was made from."""

    order: Order
    saved: "SavedRota"
    opened: OpenedBook
    happened: "tuple[News, ...]"
    menu: "Menu"

    @property
    def changed(self) -> tuple[str, ...]:
        """The files of the book that are otherwise than for the rota."""
        from rostering.saved.rebuild import changed_files

        made_from = self.saved.document.get("inputs")
        faults = changed_files(self.opened.files, made_from)
        return tuple(fault.place.file for fault in faults)

    @property
    def changed_in_words(self) -> tuple[str, ...]:
        """A line for the record, where the book has changed."""
        said = f"The book has changed since: {', '.join(self.changed)}"
        return (said,) if self.changed else ()


def repaired(order: Order) -> Repaired:
    """Work out the menu; end where something is not understood, or no rota is left."""
    from rostering.repair.menu import Impossible, menu

    saved = read_saved(order.path, as_json=order.as_json)
    opened = opened_now(saved, order)
    happened = news_meant(
        opened.problem, order.said, order.today, as_json=order.as_json
    )
    situation = _situation(saved, opened, happened, order)
    try:
        found = menu(situation, most=order.most, effort=order.effort)
    except Impossible:
        _end_on_impossible(opened, situation, order)
    if order.pick and order.pick > len(found.options):
        said = f"The menu has no option {order.pick}."
        advice = f"Pick one of 1 to {len(found.options)}."
        fail(said, advice, as_json=order.as_json)
    return Repaired(order, saved, opened, happened, found)


def opened_now(saved: "SavedRota", order: Order) -> OpenedBook:
    """The book for the days of the rota, as it is now."""
    where = order.book or book_of_saved(saved, as_json=order.as_json)
    days = days_of(saved)
    if days.first is None or days.last is None:
        said = f"{saved.path} has no line, and says nothing of its days."
        fail(said, "Name another rota, or build one.", as_json=order.as_json)
    if days.last < order.today:
        said = f"The rota ends on {days.last}, and people are told on {order.today}."
        advice = "Name a rota of days to come, or the day of telling: --today DATE"
        fail(said, advice, as_json=order.as_json)
    return open_book(
        where,
        first=days.first,
        weeks=(days.last - days.first).days // WEEK + 1,
        as_json=order.as_json,
        weights=weights_of(saved.document),
    )


def _situation(
    saved: "SavedRota",
    opened: OpenedBook,
    happened: "tuple[News, ...]",
    order: Order,
) -> "Situation":
    from rostering.repair.news import laid_over
    from rostering.repair.situation import Situation, published_rota

    before = published_rota(opened.problem, saved.lines)
    facts = laid_over(opened.problem, happened)
    known = replace(facts, told_before=_told_before(opened.path, order.today))
    return Situation(before, known, opened.rules, order.today)


def _told_before(book: Path, today: date) -> "Mapping[PersonId, date]":
    """When each person was last told of a change, as the book's ledger has it."""
    from rostering.ledger import Ledger, ledger_path
    from rostering.repair.told import told_before

    if not ledger_path(book).exists():
        return {}
    return told_before(Ledger.beside(book), today)


def _end_on_impossible(
    opened: OpenedBook, situation: "Situation", order: Order
) -> NoReturn:
    """End where nothing keeps the rules: with the clashes, where pins make them."""
    now = replace(opened, problem=situation.planned)
    end_on_clashes(now, as_json=order.as_json)
    fail(
        "No rota keeps the rules and what was published for the days gone by.",
        f"See what is against it: rota audit {order.path}",
        code=Exit.FAILED,
        as_json=order.as_json,
    )
